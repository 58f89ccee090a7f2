import Files
import Import

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Folders that other machines serve. Their locks do not hold what SQLite needs of them, so a desk there may be damaged
/// when two machines write.
enum NetworkFolder {
    private static let kinds = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse", "fuseblk", "ceph", "glusterfs", "afs", "lustre", "ocfs2",
        "gfs2",
    ]

    /// What serves the file, or the folder that it is going to be in; nil for a disk of this machine.
    static func kind(of path: String) -> String? {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard let place = realpath(folder, nil) else { return nil }
        defer { free(place) }
        var facts = stat()
        // A disk has a number of its own; only what has none is worth a look at the list.
        guard stat(place, &facts) == 0, facts.st_dev >> 8 & 0xFFF == 0 else { return nil }
        // Without such a list there is nothing to warn of.
        guard let mounts = try? FileBytes.read("/proc/self/mounts") else { return nil }
        return kind(of: String(cString: place), mounts: String(decoding: mounts, as: UTF8.self))
    }

    /// By the lines of `/proc/self/mounts`: the last one whose folder holds the path counts.
    static func kind(of folder: String, mounts: String) -> String? {
        var found: (length: Int, kind: String)?
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 2 else { continue }
            let point = unescaped(fields[1])
            let isAbove = point == "/" || folder == point || folder.hasPrefix(point + "/")
            if isAbove, point.utf8.count >= found?.length ?? 0 { found = (point.utf8.count, String(fields[2])) }
        }
        guard let kind = found?.kind, kinds.contains(kind) || kind.hasPrefix("fuse.") else { return nil }
        return kind
    }

    /// A space in a name is written `\040`.
    private static func unescaped(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(3)
            if byte == UInt8(ascii: "\\"), let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) {
                bytes.append(code)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Session {
    /// Says once a command that writes where a desk should not be.
    func warnOfNetwork(_ path: String) throws {
        guard !globals.quiet, let kind = NetworkFolder.kind(of: path) else { return }
        try note(words.session.onNetwork(kind))
    }
}
