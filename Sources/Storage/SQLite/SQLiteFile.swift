#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is done to the files of a desk beside SQLite's own work.
enum SQLiteFile {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

    /// Bytes in the file; 0 when there is none.
    static func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Waits until what was written to the file is on the disk. A file that is not there needs nothing.
    static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw StorageError.failed(detail: "fsync \(path): \(String(cString: strerror(errno)))")
        }
    }

    static func lockPath(of path: String) -> String { path + ".lock" }

    /// Runs `body` while no other process opens or migrates the same desk.
    ///
    /// The kernel lets go of the lock when the process ends, however it ends. The lock file stays: removing it would let
    /// a third process lock a new file beside one that waits for the old.
    static func locked<T>(_ path: String, timeoutSeconds: Int, _ body: () throws -> T) throws -> T {
        let descriptor = openLock(lockPath(of: path))
        guard descriptor >= 0 else {
            throw StorageError.cannotOpen(path: path, detail: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        try waitForLock(descriptor, timeoutSeconds: timeoutSeconds)
        return try body()
    }

    private static func waitForLock(_ descriptor: Int32, timeoutSeconds: Int) throws {
        let pauseMicroseconds = 5_000
        for _ in 0...(timeoutSeconds * 1_000_000 / pauseMicroseconds) {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw StorageError.failed(detail: "lock: \(String(cString: strerror(errno)))")
            }
            usleep(UInt32(pauseMicroseconds))
        }
        throw StorageError.busy(seconds: timeoutSeconds)
    }
}
