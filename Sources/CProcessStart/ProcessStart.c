#include "ProcessStart.h"

static char *const *words;
static char *const *variables;

// The C library hands these to whatever runs before the program begins. Swift's own way reads /proc, which may be missing
// or closed, and then gives no words at all.
__attribute__((constructor)) static void keep(int count, char **words_given, char **variables_given) {
    words = count > 0 ? words_given : 0;
    variables = variables_given;
}

char *const *process_start_words(void) { return words; }

char *const *process_start_variables(void) { return variables; }
