import Glibc
import Workflow

/// Finds the rules of a time zone by name: fixed offsets, then the machine's zone files, then a few steady zones.
package enum ZoneFile {
    package static let folder = "/usr/share/zoneinfo"
    // The largest zone of all has under 4 KB; the limit keeps a wrong file from being read whole.
    private static let sizeLimit = 1 << 20

    package static func rules(named name: String, in folder: String = folder) throws(TimeZoneError) -> TimeZoneRules {
        if let fixed = TimeZoneRules.fixed(named: name) { return fixed }
        try TimeZoneRules.check(name: name)
        if let bytes = bytes(of: folder + "/" + name) { return try TimeZoneRules(name: name, file: bytes) }
        guard let steady = TimeZoneRules.steady(named: name) else { throw .unknown(name) }
        return steady
    }

    /// The content of a small file; nil when it is missing, unreadable, or no file at all.
    private static func bytes(of path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 8192)
        while bytes.count < sizeLimit {
            let count = read(descriptor, &piece, piece.count)
            if count == 0 { return bytes }
            if count < 0, errno != EINTR { return nil }
            bytes.append(contentsOf: piece.prefix(max(0, count)))
        }
        return nil
    }
}
