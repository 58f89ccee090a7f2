#include <sqlite3.h>

/// SQLite takes a lock around every allocation to keep a sum that nobody asks for. To be called before anything else of SQLite.
static inline int desk_sqlite_count_no_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
