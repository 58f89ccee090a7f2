import ArgumentParser
import Presentation
import Storage
import Workflow

/// A verb that changes one of the desk's own words, and says so in one line.
protocol TaxonomyVerb: Verb {
    /// Does it, and tells what was done and what became of it.
    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    )
}

extension TaxonomyVerb {
    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let (line, outcome) = try apply(session, in: store, context)
        guard !session.isQuiet else { return }
        try session.done(SafeText.line(line) + session.words.taxonomy.end(outcome), outcome.operation)
    }
}
