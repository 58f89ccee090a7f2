import ArgumentParser
import Files
import Import
import Presentation
import Storage
import Workflow

/// `desk doctor`: looks the desk over.
struct Doctor: Verb {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Look the desk over.",
        discussion: "Checks the file, the search index against every text, and the imported files against their hashes."
    )

    @Flag(help: "Make the search index anew when it differs.")
    var fix = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = fix ? try session.openForWriting() : try session.openForReading()
        var health = try examine(store, session)
        if fix && !(health.unindexed.isEmpty && health.unlikeBlocks.isEmpty) && !globals.isDryRun {
            var bar = Bar(session, session.words.doctor.rebuilding)
            try store.rebuildSearch(session.context) { try bar.show($0, of: $1) }
            try bar.end()
            health = try examine(store, session)
        }
        if session.answersInJSON {
            try session.answer(.health, DeskDocuments.health(health))
        } else {
            try session.words.doctor.lines(health).forEach { try session.print($0) }
        }
        if health.problems > 0 { throw Refusal.unhealthy(problems: health.problems) }
    }

    private func examine(_ store: Store, _ session: Session) throws -> Health {
        var bar = Bar(session, session.words.doctor.examining)
        let health = try store.examine(hash: SHA256.digest) { try bar.show($0, of: $1) }
        try bar.end()
        return health
    }
}
