#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The one way in which files are written.
extension FileBytes {
    /// Writes a file anew; what was there is replaced only when all of it is written.
    ///
    /// Nobody else can read a new file, and none that stands in the way is followed or taken over: it is written under a name
    /// that nobody can foresee, and then gets its own. One that is replaced hands its rights on.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        try requireReplaceable(path)
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        var name = Array((path[..<slash] + ".desk-XXXXXX").utf8CString)
        // Made by this call, for its owner alone, and never one that a link points to.
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw .cannotWrite(path, reason: String(cString: strerror(errno))) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        let isWritten = writeAll(bytes, descriptor) && fsync(descriptor) == 0
        if isWritten { handOnRights(of: path, to: descriptor) }
        let isThere = isWritten && rename(name, path) == 0
        let reason = String(cString: strerror(errno))
        close(descriptor)
        guard isThere else {
            unlink(name)
            throw .cannotWrite(path, reason: reason)
        }
    }

    /// A device or a pipe would be replaced by a file.
    private static func requireReplaceable(_ path: String) throws(FileError) {
        var facts = stat()
        guard lstat(path, &facts) == 0, ![S_IFREG, S_IFLNK].contains(facts.st_mode & S_IFMT) else { return }
        let reason = facts.st_mode & S_IFMT == S_IFDIR ? EISDIR : ENOTSUP
        throw .cannotWrite(path, reason: String(cString: strerror(reason)))
    }

    private static func handOnRights(of path: String, to descriptor: Int32) {
        var facts = stat()
        guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return }
        // Only the superuser can leave a file to another owner; anybody else has it now.
        if facts.st_uid != geteuid() || facts.st_gid != getegid() { _ = fchown(descriptor, facts.st_uid, facts.st_gid) }
        _ = fchmod(descriptor, facts.st_mode & 0o777)
    }

    private static func writeAll(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno != EINTR { return false }
            done += max(count, 0)
        }
        return true
    }

    /// Makes a folder and those above it, for this person alone. Those that are there stay as they are.
    package static func makeFolder(_ path: String) throws(FileError) {
        if isFolder(path) || path.isEmpty { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeFolder(String(path[..<slash]))
        }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .cannotWrite(path, reason: String(cString: strerror(errno)))
        }
    }
}
