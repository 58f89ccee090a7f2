import Storage
import Workflow

/// Which tickets a command is about: numbers, ranges and references, and what a query finds.
package struct TicketChoice: Sendable {
    package var numbers: [String]
    /// Open tickets unless it says otherwise.
    package var query: String?
    /// They are taken out of the trash, or out of the desk.
    package var areInTrash = false

    package init(numbers: [String], query: String? = nil, inTrash areInTrash: Bool = false) {
        self.numbers = numbers
        self.query = query
        self.areInTrash = areInTrash
    }

    /// The tickets, each once, in the order given.
    /// - Throws: `UsageError.badNumbers`, `UsageError.emptyQuery` (a variable that was never set would mean every open ticket),
    ///   `UsageError.numbersBesideQuery`, `StorageError.noSuchTicket`, `QueryFault`
    package func find(_ queryContext: QueryContext, in db: any Transaction) throws -> [Ticket.Number] {
        var found: [Ticket.Number] = []
        if let query {
            guard !query.trimmed.isEmpty else { throw UsageError.emptyQuery }
            guard numbers.isEmpty else { throw UsageError.numbersBesideQuery }
            found += try queried(query, queryContext, in: db)
        }
        if !numbers.isEmpty { found += try TicketNumbers(numbers, inTrash: areInTrash).found(queryContext, in: db) }
        guard !found.isEmpty || query != nil || !numbers.isEmpty else { throw UsageError.badNumbers("") }
        var seen = TicketNumberList()
        return found.filter { seen.insert($0) }
    }

    private func queried(_ text: String, _ queryContext: QueryContext, in db: any Transaction) throws -> [Ticket.Number]
    {
        try QueryFault.naming(text) {
            try TicketList(try Query.parse(text, in: db).listed(in: db), queryContext, in: db).numbers()
        }
    }
}
