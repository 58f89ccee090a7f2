import Glibc

/// The variables with which the process was started.
enum Environment {
    /// Read at the edge, once, and passed on as a value. Empty when the system does not tell.
    static func current() -> [String: String] {
        // The variable `environ` is shared mutable state that Swift 6 rightly refuses to read.
        let descriptor = open("/proc/self/environ", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [:] }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 8192)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count > 0 { bytes += piece.prefix(count) }
            if count == 0 || (count < 0 && errno != EINTR) { return variables(in: bytes) }
        }
    }

    /// `NAME=value` pieces between zero bytes; of a name that is there twice the first counts, as in `getenv`.
    static func variables(in bytes: [UInt8]) -> [String: String] {
        let pairs = bytes.split(separator: 0).compactMap { piece -> (String, String)? in
            guard let sign = piece.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            return (
                String(decoding: piece[..<sign], as: UTF8.self), String(decoding: piece[(sign + 1)...], as: UTF8.self)
            )
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
