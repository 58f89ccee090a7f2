import Presentation
import ArgumentParser
import Storage
import Workflow

/// A verb that changes one of the desk's own words, and says so in one line.
protocol TaxonomyVerb: Verb {
    /// Does it, and tells what was done and what became of it.
    func carryOut(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    )
}

extension TaxonomyVerb {
    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let (line, outcome) = try carryOut(session, in: store, context)
        guard !globals.quiet else { return }
        try session.print(SafeText.line(line) + session.words.taxonomy.end(outcome))
    }
}

/// A tag or cause as somebody named it.
enum WordOption {
    static func tag(_ name: String, in db: any Transaction) throws -> Taxonomy.Named {
        let (found, nearest) = Taxonomy.find(name.trimmed, among: try Taxonomy.tags(in: db))
        guard let found else { throw UsageError.badTag(name, nearest: nearest) }
        return found
    }

    static func cause(_ name: String, in db: any Transaction) throws -> Taxonomy.Named {
        let (found, nearest) = Taxonomy.find(name.trimmed, among: try Taxonomy.causes(in: db))
        guard let found else { throw UsageError.badCause(name, nearest: nearest) }
        return found
    }

    static func field(_ name: String, in db: any Transaction) throws -> Taxonomy.Field {
        let fields = try Taxonomy.fields(in: db)
        guard let found = fields.first(where: { folded($0.name) == folded(name) }) else {
            let nearest = Nearest(to: folded(name)).among(fields.map(\.name))
            throw UsageError.badFieldName(name, nearest: nearest)
        }
        return found
    }

    /// - Throws: `UsageError.noName` for nothing but blanks.
    static func new(_ name: String) throws -> String {
        guard let name = name.trimmed.nilWhenEmpty else { throw UsageError.noName }
        return name
    }
}
