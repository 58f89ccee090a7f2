/// What is told about a change beside the tickets before and after it.
struct ChangeFacts: Equatable, Sendable {
    /// Nil in a dry run.
    var operation: Int64?
    /// Until when the ticket waits now, on the desk's clock.
    var until: String?
    var reason: String?
}
