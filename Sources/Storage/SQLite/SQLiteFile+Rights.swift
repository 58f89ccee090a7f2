import GRDB
import GRDBSQLite

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which file stands at a path, whatever it is called.
struct FileIdentity: Equatable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// Nil when there is none.
    init?(of path: String) {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        device = UInt64(facts.st_dev)
        number = UInt64(facts.st_ino)
    }
}

/// Whose the files of a desk are. SQLite gives its log the rights of the file, so the file's are the ones that matter.
extension SQLiteFile {
    /// The rights of files that did not exist before: nobody but their owner reads a desk.
    private static let ownRights: mode_t = 0o600

    /// Makes an empty file for a new desk. One that is there keeps its rights.
    static func makePrivate(_ path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, ownRights)
        guard descriptor >= 0 else {
            throw StorageError.cannotOpen(path: path, detail: String(cString: strerror(errno)))
        }
        close(descriptor)
    }

    /// Opens the lock file of a desk. Made anew, it belongs to whom the desk belongs to and has its rights: whoever may work on
    /// the desk must be able to lock it.
    /// - Returns: a descriptor below zero, with `errno`, when that cannot be.
    static func openLock(_ lock: String) -> Int32 {
        // The kernel's lock asks for no more than to read.
        let there = open(lock, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        if there >= 0 || errno != ENOENT { return there }
        let made = open(lock, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, ownRights)
        // Another process may have made it meanwhile.
        guard made >= 0 else { return errno == EEXIST ? open(lock, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) : made }
        let path = String(lock.dropLast(lockPath(of: "").count))
        var desk = stat()
        if stat(path, &desk) == 0 {
            // Only the superuser can give files away; for anybody else the desk is their own, or shared by a group.
            if desk.st_uid != geteuid() || desk.st_gid != getegid() { _ = fchown(made, desk.st_uid, desk.st_gid) }
            _ = fchmod(made, desk.st_mode & 0o666)
        }
        return made
    }
}

extension SQLiteDatabase {
    /// Asked before a change is kept: what is written to a file that has gone from its place would be told and lost.
    /// - Throws: `StorageError.moved`
    func requireInPlace(_ database: GRDB.Database) throws {
        var hasMoved: Int32 = 0
        // A database without a file knows nothing of this, and cannot be moved.
        let code = sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
        if code == SQLITE_OK && hasMoved != 0 { throw StorageError.moved(path: path) }
    }
}
