import Foundation

/// An empty folder that goes away with its owner.
final class TemporaryFolder: Sendable {
    /// Its path without symbolic links, as programs that ask where they are will say it.
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        let url = folder.appending(path: "desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)  // what is left is in the system's temporary folder
    }
}
