/// What is told about a change beside the tickets before and after it.
package struct ChangeFacts: Equatable, Sendable {
    /// Nil in a dry run, and where nothing changed.
    package var operation: Int64?
    package var isDryRun: Bool
    /// Until when the ticket waits now, on the desk's clock.
    package var until: String?
    package var reason: String?

    package init(operation: Int64? = nil, isDryRun: Bool = false, until: String? = nil, reason: String? = nil) {
        self.operation = operation
        self.isDryRun = isDryRun
        self.until = until
        self.reason = reason
    }
}
