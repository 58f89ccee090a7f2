import Presentation
import Storage
import Workflow

extension RefusedTicket {
    /// Runs a change and says of a refusal which ticket it protects, where there is only one.
    static func naming<T>(
        _ numbers: () -> [Ticket.Number], _ author: Author, in store: Store, _ change: () throws -> T
    ) throws -> T {
        do {
            return try change()
        } catch let error as WorkflowError {
            let numbers = numbers()
            guard let ticket = numbers.first, numbers.count == 1 else { throw error }
            let permissions = try store.read { try Permissions.read(in: $0) }
            throw RefusedTicket(ticket: ticket, error: error, role: author.agent.role, permissions: permissions)
        }
    }
}
