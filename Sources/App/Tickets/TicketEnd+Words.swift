import Storage
import Workflow

extension TicketEnd {
    /// How a ticket ends, as people name it.
    /// - Throws: `UsageError.badResolution`, `.badCategory`, `.badCause`
    package init(
        resolution: String?, causes: [String], category: String?, message: String?, in store: Store
    ) throws {
        self.init(
            resolution: try resolution.map { try Resolution(word: $0) },
            causes: causes.isEmpty ? [] : try store.read { try TaxonomyName.causes(causes, in: $0) },
            category: try category.map { path in try store.read { try CategoryName.id(of: path, in: $0) } },
            message: message?.nilWhenEmpty)
    }
}

extension Resolution {
    /// - Throws: `UsageError.badResolution`
    package init(word: String) throws {
        guard let known = Resolution(name: folded(word)) else { throw UsageError.badResolution(word) }
        self = known
    }
}
