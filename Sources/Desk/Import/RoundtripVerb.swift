import ArgumentParser
import Import
import Storage
import Workflow

/// `desk roundtrip`: proves that importing a file loses nothing.
struct RoundtripVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "roundtrip", abstract: "Prove that importing files loses nothing.",
        discussion: "Imports each file into a desk in memory, exports it, and compares. No desk is touched.")

    @Argument(help: ArgumentHelp("Files and folders.", valueName: "file"), completion: .file())
    var paths: [String]

    @OptionGroup var globals: GlobalOptions

    func run(_ session: Session) throws {
        var failed = 0
        for path in try FilePaths.expand(paths) {
            let store = try Store.inMemory(admin: session.actorName, at: session.now)
            let deed = try session.deed(in: store)
            let result = try Roundtrip(path: path, store: store, deed: deed)
            if !result.isLossless { failed += 1 }
            try session.print(session.words.importing.roundtrip(path, result))
        }
        if failed > 0 { throw Refusal.differs(count: failed) }
    }
}
