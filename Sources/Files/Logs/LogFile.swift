#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A log as UTF-8, a block at a time: unpacked and turned into UTF-8 where it is not.
package struct LogFile {
    /// What is to be said of the file beside what it holds.
    package enum Remark: Equatable, Sendable {
        /// The packed file ends too early, or is damaged: what was read before counts.
        case cutGzip
        case read(TextEncoding)
    }

    package private(set) var remarks: [Remark] = []

    private let path: String
    private let asked: TextEncoding?

    /// - Parameters:
    ///   - path: `-` is standard input.
    ///   - encoding: nil finds out.
    package init(_ path: String, encoding: TextEncoding?) {
        self.path = path
        asked = encoding
    }

    private static let blockSize = 1 << 20

    /// Hands over the log from its beginning to its end.
    /// - Throws: `FileError` when it cannot be read, or is packed in a way that is not understood.
    package mutating func read(_ found: ([UInt8]) throws -> Void) throws {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? FileError.noSuchFile(path) : .cannotRead(path, reason: String(cString: strerror(errno)))
        }
        defer { if path != "-" { close(descriptor) } }
        guard let first = try block(descriptor) else { return }
        if let packed = Self.packing(of: first) { throw FileError.packed(path, packed) }
        var decoding = Decoding(asked: asked)
        if first.starts(with: [0x1F, 0x8B]) {
            try unpack(first, descriptor) { try found(decoding.text(of: $0)) }
        } else {
            var next: [UInt8]? = first
            while let block = next {
                try found(decoding.text(of: block))
                next = try self.block(descriptor)
            }
        }
        let rest = decoding.finish()
        if !rest.isEmpty { try found(rest) }
        if let encoding = decoding.encoding, encoding != .utf8 { remarks.append(.read(encoding)) }
    }

    private mutating func unpack(_ first: [UInt8], _ descriptor: Int32, _ found: ([UInt8]) throws -> Void) throws {
        let stream = GzipStream()
        var next: [UInt8]? = first
        while let block = next {
            guard try stream.unpack(block, found) else {
                remarks.append(.cutGzip)
                return
            }
            next = try self.block(descriptor)
        }
        if !stream.isEnded { remarks.append(.cutGzip) }
    }

    /// Ways of packing that are told by their first bytes and not read.
    private static func packing(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "zip" }
        if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return "zstd" }
        if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) { return "xz" }
        return bytes.starts(with: [0x42, 0x5A, 0x68]) && bytes.count > 3 && (0x31...0x39).contains(bytes[3])
            ? "bzip2" : nil
    }

    /// Nil at the end. A pipe gives what there is.
    private func block(_ descriptor: Int32) throws(FileError) -> [UInt8]? {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, used in
            while used < Self.blockSize {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + used }, Self.blockSize - used)
                if got > 0 {
                    used += got
                } else if got == 0 || errno != EINTR {
                    failure = got == 0 ? 0 : errno
                    return
                }
            }
        }
        guard failure == 0 else { throw .cannotRead(path, reason: String(cString: strerror(failure))) }
        return bytes.isEmpty ? nil : bytes
    }

    /// The encoding, found out with the first block, and what it makes of the blocks.
    private struct Decoding {
        let asked: TextEncoding?
        private(set) var encoding: TextEncoding?
        private var decoder: TextDecoder?

        init(asked: TextEncoding?) { self.asked = asked }

        mutating func text(of block: [UInt8]) -> [UInt8] {
            if decoder == nil {
                let found = asked ?? TextEncoding.detected(in: block.prefix(1 << 16))
                encoding = found
                decoder = TextDecoder(found)
            }
            return decoder?.decode(block) ?? block
        }

        mutating func finish() -> [UInt8] { decoder?.finish() ?? [] }
    }
}
