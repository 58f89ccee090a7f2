import Storage
import Workflow

/// What rules did after a command. The command is done, whatever becomes of them.
package struct Consequences: Sendable {
    package var runs: [RuleRun] = []
    /// Why the rules could not be run to their end.
    package var failure: (any Error)?
}

extension Workspace {
    /// Lets rules look at what a command has just changed. Those that wait for a time are left to `tick`.
    /// - Parameter operation: what the command did; nil where nothing stayed.
    package func followed(
        _ operation: Int64?, on tickets: [Ticket.Number], in store: Store
    ) -> Consequences {
        guard !tickets.isEmpty, let operation else { return Consequences() }
        do {
            var context = context
            context.cause = operation
            let runs = try store.runRules(context, on: tickets, zones: Self.zones) { try queryContext(in: $0) }
            return Consequences(runs: runs)
        } catch {
            return Consequences(failure: error)
        }
    }
}
