import Workflow

/// Looking after the list of causes. Each is one operation that can be undone.
extension Store {
    /// Makes a cause, or offers it again.
    package func addCause(_ name: String, _ context: CommandContext) throws -> WriteResult {
        try write(context, needs: .taxonomy) { operation in
            let newest = try operation.db.row("SELECT COALESCE(MAX(id), 0) FROM cause")?.integer(0) ?? 0
            var names = Names(db: operation.db)
            let id = try names.cause(name)
            if id > newest {
                try operation.made(.causeRetired, id)
            } else {
                try operation.change(.causeRetired, ofRow: id, to: .flag(false))
            }
        }.result
    }

    /// Gives a cause another name; the old one still finds it, in queries and imports.
    package func renameCause(
        _ id: Int64, to name: String, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .taxonomy) { operation in
            let holder = try operation.db.row("SELECT id FROM cause WHERE name = $1", [.text(name)])
            try operation.rename(.causeName, id, to: name, unless: holder, .cause)
        }.result
    }

    /// Lets tickets with some causes have another one instead. Where a ticket has both, the surer state counts.
    /// - Returns: how many tickets changed.
    package func mergeCauses(
        _ ids: [Int64], into other: Int64, _ context: CommandContext
    ) throws -> Outcome<Int> {
        try write(context, needs: .taxonomy) { operation in
            var changed: Set<Ticket.Number> = []
            for id in ids where id != other { changed.formUnion(try operation.merge(cause: id, into: other)) }
            return changed.count
        }
    }
}

extension Operation {
    fileprivate mutating func merge(cause id: Int64, into other: Int64) throws -> [Ticket.Number] {
        let sql = "SELECT ticket_id FROM ticket_cause WHERE cause_id = $1 ORDER BY ticket_id"
        let tickets = try db.rows(sql, [.integer(id)]).map { Ticket.Number(try $0.integer(0)) }
        for ticket in tickets {
            guard let row = try causeRow(id, of: ticket) else { continue }
            let present = try causeRow(other, of: ticket)
            try remove(cause: id, from: ticket)
            if let present, present.state.sureness >= row.state.sureness { continue }
            try replace(cause: other, with: row, on: ticket)
        }
        try retire(.causeRetired, .causeName, id, into: other, .cause)
        return tickets
    }
}

extension CauseState {
    /// What somebody said on purpose counts more than what a file claims.
    fileprivate var sureness: Int {
        switch self {
        case .unverified: 0
        case .suggested: 1
        case .rejected: 2
        case .confirmed: 3
        }
    }
}
