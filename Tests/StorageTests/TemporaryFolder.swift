import Foundation
import Storage
import Workflow

/// An empty folder that goes away with its owner.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)  // what is left is in the system's temporary folder
    }

    func file(_ name: String) -> String { path + "/" + name }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: file(name)))) }

    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: URL(filePath: file(name))) }

    /// A desk in a file, opened for writing.
    func desk(_ name: String = "desk.sqlite") throws -> Store {
        try Store.create(file(name), .ofTests, timeoutSeconds: 5)
    }
}

extension NewDesk {
    static let ofTests = NewDesk(
        uuid: UUIDBytes([UInt8](repeating: 7, count: 16))!, admin: "ana", timeZone: "UTC", language: "en",
        at: Instant(milliseconds: 0))
}

extension CommandContext {
    static let ofTests = CommandContext(agent: "ana", at: Instant(milliseconds: 1_000), command: "desk new")
}
