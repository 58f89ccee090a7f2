#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reading and writing whole files.
package enum FileBytes {
    /// SQLite keeps no larger value than this.
    package static let limit = 900_000_000

    /// The bytes of a file, read to its end: a size that changes meanwhile does no harm.
    package static func read(_ path: String) throws(FileError) -> [UInt8] { try read(RawPath(path)) }

    package static func read(_ path: RawPath) throws(FileError) -> [UInt8] {
        let descriptor = path.withCPath { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? .noSuchFile(path.text) : .cannotRead(path.text, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        return try readAll(descriptor, path.text)
    }

    /// What somebody hands over, to its end. Not by the name `/dev/stdin`: that is a link into /proc, which may be missing.
    package static func readStandardInput() throws(FileError) -> [UInt8] { try readAll(STDIN_FILENO, "stdin") }

    private static func readAll(_ descriptor: Int32, _ path: String) throws(FileError) -> [UInt8] {
        var status = stat()
        let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        guard size <= limit else { throw .tooLarge(path, bytes: size, limit: limit) }
        var bytes: [UInt8] = []
        // One byte more, so that the end is seen in the first piece.
        var room = size + 1
        while true {
            guard let piece = piece(descriptor, room) else {
                throw .cannotRead(path, reason: String(cString: strerror(errno)))
            }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            if piece.count < room { return bytes }
            guard bytes.count <= limit else { throw .tooLarge(path, bytes: bytes.count, limit: limit) }
            room = 65_536
        }
    }

    /// The next bytes, fewer than asked for only at the end; nil when they cannot be read.
    private static func piece(_ descriptor: Int32, _ count: Int) -> [UInt8]? {
        var isRead = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
            while used < count {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + used }, count - used)
                if got == 0 { return }
                if got < 0 && errno != EINTR {
                    isRead = false
                    return
                }
                used += max(got, 0)
            }
        }
        return isRead ? bytes : nil
    }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The names of all that stands in a folder, in no order.
    package static func names(in folder: String) throws(FileError) -> [String] {
        guard let handle = opendir(folder) else {
            throw .cannotRead(folder, reason: String(cString: strerror(errno)))
        }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }
}
