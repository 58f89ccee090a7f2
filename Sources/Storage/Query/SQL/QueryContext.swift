import Workflow

/// Who asks a query, when and where: what its words `me`, `today` and `CDN` mean depends on it.
package struct QueryContext: Sendable {
    /// Nil for somebody the desk does not know: they may read, but are nobody's `me`.
    package var agent: Agent?
    package var now: Instant
    package var zone: ZoneOffsets
    package var categories: CategoryTree
    /// Where a query speaks of business time: finds the zone of the desk's calendar.
    package var zones: ZoneFinder?
    /// Tickets for which the asking person has begun a text that the desk does not have yet.
    package var drafts: (@Sendable () throws -> [Ticket.Number])?
    /// How promises stand, where somebody has looked already.
    package var promises: SLAStates?
    /// What was undone, where somebody has looked already.
    package var undone: UndoneMoves?

    package init(agent: Agent?, now: Instant, zone: ZoneOffsets, categories: CategoryTree, zones: ZoneFinder? = nil) {
        self.agent = agent
        self.now = now
        self.zone = zone
        self.categories = categories
        self.zones = zones
    }
}
