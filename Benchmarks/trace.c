// The statements that a program runs on SQLite, as text with their values, for a program that links the library dynamically:
//   gcc -O2 -shared -fPIC trace.c -ldl -o trace.so
//   TRACE_OUT=statements.sql LD_PRELOAD=./trace.so program …
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *out;

static int told(unsigned kind, void *context, void *statement, void *text) {
    if (!out || !strncmp(text, "--", 2)) return 0;
    char *sql = sqlite3_expanded_sql(statement);
    if (sql) fprintf(out, "%s;\n", sql);
    sqlite3_free(sql);
    return 0;
}

int sqlite3_open_v2(const char *path, sqlite3 **database, int flags, const char *vfs) {
    static int (*open)(const char *, sqlite3 **, int, const char *);
    if (!open) {
        open = dlsym(RTLD_NEXT, "sqlite3_open_v2");
        const char *name = getenv("TRACE_OUT");
        if (name) out = fopen(name, "a");
        if (out) setvbuf(out, NULL, _IOLBF, 0);
    }
    int code = open(path, database, flags, vfs);
    if (code == SQLITE_OK) sqlite3_trace_v2(*database, SQLITE_TRACE_STMT, told, NULL);
    return code;
}
