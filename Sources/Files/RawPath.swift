#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A path as the system knows it: any bytes but NUL. What people read of it may hold U+FFFD.
package struct RawPath: Equatable, Sendable {
    package let bytes: [UInt8]

    package init(_ path: String) { bytes = Array(path.utf8) }

    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// What people read.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A name in this folder.
    package func appending(_ name: [UInt8]) -> RawPath {
        RawPath(bytes: bytes.last == 0x2F ? bytes + name : bytes + [0x2F] + name)
    }

    /// The argument of this process that reads so: a name that is no text comes to the program as one with U+FFFD in it.
    package static func argument(_ text: String) -> RawPath {
        guard text.unicodeScalars.contains("\u{FFFD}") else { return RawPath(text) }
        for index in 1..<max(Int(CommandLine.argc), 1) {
            guard let argument = CommandLine.unsafeArgv[index] else { continue }
            let path = RawPath(bytes: Array(UnsafeRawBufferPointer(start: argument, count: strlen(argument))))
            if path.text == text { return path }
        }
        return RawPath(text)
    }

    func withCPath<T>(_ body: (UnsafePointer<CChar>) -> T) -> T {
        (bytes + [0]).withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return body("") }
            return body(base.assumingMemoryBound(to: CChar.self))
        }
    }
}

/// What a path leads to.
package enum PathKind: Sendable {
    case file, folder
    /// A pipe, a device, a socket.
    case special
    case missing
}

extension RawPath {
    /// - Parameter followsLinks: a link to a folder could lead back up.
    package func kind(followsLinks: Bool = true) -> PathKind {
        var status = stat()
        let isThere = withCPath { followsLinks ? stat($0, &status) : lstat($0, &status) } == 0
        guard isThere else { return .missing }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        case S_IFLNK: return followsLinks ? .missing : kind() == .file ? .file : .special
        default: return .special
        }
    }

    /// The names of all that stands in a folder, in no order.
    package func names() throws(FileError) -> [[UInt8]] {
        guard let handle = withCPath({ opendir($0) }) else {
            throw .cannotRead(text, reason: String(cString: strerror(errno)))
        }
        defer { closedir(handle) }
        var names: [[UInt8]] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: UInt8.self, capacity: 256) {
                    Array(
                        UnsafeBufferPointer(
                            start: $0, count: strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))))
                }
            }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
        return names
    }
}
