import ArgumentParser
import Files
import Import
import Presentation
import Storage
import Workflow

/// `desk roundtrip`: proves that importing a file loses nothing.
struct RoundtripVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "roundtrip", abstract: "Prove that importing files loses nothing.",
        discussion: "Imports each file into a desk in memory, exports it, and compares. No desk is touched.")

    @Argument(help: ArgumentHelp("Files and folders.", valueName: "file"), completion: .file())
    var paths: [String]

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let files = try FilePaths.expand(paths)
        var differing = 0
        var unread = 0
        for path in files {
            do {
                let result = try roundtrip(path, session)
                if !result.isLossless { differing += 1 }
                if session.answersInJSON {
                    try session.answer(.roundtrip, item: DeskDocuments.roundtrip(result, path: path))
                } else {
                    try session.print(session.words.importing.roundtrip(path, result))
                }
            } catch let error as FileError where files.count > 1 {
                unread += 1
                try session.flush()
                try session.note(session.words.errors.importing(error).joined(by: " "))
            }
        }
        if differing > 0 { throw Refusal.differs(count: differing) }
        if unread > 0 { throw Refusal.partlyDone(failed: unread, of: files.count) }
    }

    private func roundtrip(_ path: String, _ session: Session) throws -> Roundtrip {
        let store = try Store.inMemory(admin: session.actorName, at: session.now)
        return try Roundtrip(path: path, store: store, context: session.context)
    }
}
