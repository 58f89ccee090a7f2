import Foundation
import Testing

/// The small desk on which every command is tried. It is made once and copied for each.
final class AnswerDesk: Sendable {
    private static let original = Result { try AnswerDesk() }

    private let folder: TemporaryFolder

    /// A desk of its own, as all of them are in the beginning.
    static func copy() throws -> AnswerDesk { try AnswerDesk(of: original.get()) }

    private init() throws {
        folder = try TemporaryFolder()
        let dataset = TestDesk.dataset("图片上传", tickets: 2)
        try Data(dataset).write(to: URL(filePath: folder.path + "/small.md"))
        for command in try AnswerLines().founding {
            let result = try run("desk() { \"$DESK\" \"$@\"; }; \(command)")
            try #require(result.ending == .exit(0), "\(command): \(result.errorText)")
        }
    }

    private init(of other: AnswerDesk) throws {
        folder = try TemporaryFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: other.folder.path) {
            try FileManager.default.copyItem(
                atPath: other.folder.path + "/" + name, toPath: folder.path + "/" + name)
        }
    }

    /// Runs a shell script with the built program as `$DESK`.
    func run(_ script: String) throws -> DeskProcess.Result {
        let environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path, "DESK_USER": "li", "TZ": "UTC",
            "DESK_NOW": "2026-03-02T09:12:00Z", "DESK": try BuiltDesk.path(),
        ]
        let launch = Launch(
            program: "/bin/sh", arguments: ["-c", script], environment: environment, folder: folder.path)
        return try DeskProcess(launch).wait()
    }

    /// A text without what differs from run to run: the folder and the names that a computer makes up.
    func readable(_ text: String) -> String {
        text.replacing(folder.path, with: "~").replacing(
            #/desk-proof=\w+/#, with: "desk-proof=…"
        ).replacing(#/well-known\/desk\/\w+/#, with: "well-known/desk/…").replacing(
            #/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/#, with: "…")
    }
}
