import Foundation
import Glibc

/// A nameless file that a child process writes to or reads from: unlike a pipe it never fills up.
final class Scratch: Sendable {
    let descriptor: Int32

    init(_ content: [UInt8] = []) throws {
        let path = NSTemporaryDirectory() + "/desk-" + UUID().uuidString
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ProcessError.noStream(reason: String(cString: strerror(errno))) }
        unlink(path)
        guard write(content) else { throw ProcessError.noStream(reason: String(cString: strerror(errno))) }
        lseek(descriptor, 0, SEEK_SET)
    }

    deinit { close(descriptor) }

    /// Everything written so far.
    var content: [UInt8] {
        let length = Int(self.length)
        return [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            while count < length {
                let read = pread(descriptor, buffer.baseAddress! + count, length - count, off_t(count))
                guard read > 0 else { return }
                count += read
            }
        }
    }

    // Not by lseek: the offset is shared with the child.
    private var length: off_t {
        var facts = stat()
        return fstat(descriptor, &facts) == 0 ? facts.st_size : 0
    }

    private func write(_ content: [UInt8]) -> Bool {
        var rest = content[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { return false }
            rest = rest.dropFirst(written)
        }
        return true
    }
}
