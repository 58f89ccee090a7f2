#include <sqlite3.h>

/// SQLite takes a lock around every allocation to keep a sum that nobody asks for. To be called before anything else of SQLite.
static inline int desk_sqlite_count_no_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// References are followed on this connection.
static inline int desk_sqlite_follow_references(sqlite3 *database) {
    return sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_FKEY, 1, 0);
}
