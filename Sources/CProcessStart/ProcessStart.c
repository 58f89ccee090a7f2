#include "ProcessStart.h"

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <unistd.h>

static char *const *words;
static char *const *variables;
static int was_told;

// Before the program begins Swift's runtime looks for its own folder, in a program that is linked statically by /proc, and ends
// the program where that is missing. Where it is told a folder it does not look. This runs before the runtime's own beginning.
__attribute__((constructor(101))) static void tell_runtime(void) {
    char byte;
    if (readlink("/proc/self/exe", &byte, 1) < 0 && !getenv("SWIFT_ROOT")) was_told = setenv("SWIFT_ROOT", "/", 0) == 0;
}

// The C library hands these to whatever runs before the program begins. Swift's own way reads /proc, which may be missing
// or closed, and then gives no words at all.
__attribute__((constructor)) static void keep(int count, char **words_given, char **variables_given) {
    words = count > 0 ? words_given : 0;
    variables = variables_given;
}

char *const *process_start_words(void) { return words; }

char *const *process_start_variables(void) {
    // It is nobody else's business, least of all that of an editor or a pager.
    if (was_told) unsetenv("SWIFT_ROOT");
    was_told = 0;
    return variables;
}

void process_give_memory_back(void) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}
