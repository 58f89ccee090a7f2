import Storage
import Workflow

/// Where a diagnosis goes: to a ticket that is there, to a new one, or to none.
package struct DiagnosisTarget: Sendable {
    /// Whose site it is, by a name that the desk knows or that a new ticket brings.
    package var customer: String?
    /// The ticket that is there.
    package var ticket: Ticket.Number?
    /// Of a new ticket, with the customer's own word for it; nil: none is wanted.
    package var priority: (Priority, String?)?
}

extension Workspace {
    /// Finds what was named before anybody is asked or visited.
    /// - Parameter priority: of a new ticket; nil: none is wanted.
    /// - Throws: `StorageError`, `UsageError` for what is not there; `.roleTooLow`
    package func diagnosisTarget(
        customer: String?, ticket: String?, priority: String?, in store: Store
    ) throws -> DiagnosisTarget {
        try store.read { db in
            try context.require(.work, in: db)
            var target = DiagnosisTarget()
            target.customer = try customer.map { try Customers.name(ofContact: $0, in: db) ?? $0.trimmed }
            target.ticket = try ticket.map { try OneTicket.find($0, try queryContext(in: db), in: db) }
            target.priority = try priority.map { try PriorityName.read($0, in: db) }
            if let number = target.ticket, try TicketRows.find(number, in: db) == nil {
                throw StorageError.noSuchTicket(number.rawValue)
            }
            // A new ticket may bring a new customer; all else names one who is there.
            if priority == nil, let name = target.customer { _ = try Customers.known(name, in: db) }
            return target
        }
    }
}
