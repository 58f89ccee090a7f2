import Workflow

/// What became of a command.
package enum WriteResult: Equatable, Sendable {
    /// The operation that undoes it.
    case done(Int64)
    case rehearsed
    /// Everything was so already; no operation was made.
    case unchanged

    /// Nil in a rehearsal, and where nothing changed.
    package var operation: Int64? {
        if case .done(let operation) = self { return operation }
        return nil
    }
}

/// What a command gives back, and what became of it.
package struct Outcome<Content> {
    package var content: Content
    package var result: WriteResult
}

extension Outcome: Sendable where Content: Sendable {}

/// The one way to write. Choosing, check and changing share the transaction, whose first statement takes the writer's turn.
extension Store {
    /// Runs a command as one operation. One that changes nothing leaves no trace.
    /// - Parameter permission: what the agent must be allowed; the body may ask more (`Operation.require`).
    /// - Throws: `StorageError.unknownAuthor`, `.retiredAuthor`, `.roleTooLow`; `NeedsConfirmation`; what the body throws.
    package func write<T>(
        _ context: CommandContext, needs permission: Permission, _ body: (inout Operation) throws -> T
    ) throws -> Outcome<T> {
        var content: T?
        do {
            let number = try transaction(context.mode) { db in
                // The counter comes first: it is what makes writers take turns on any engine.
                let number = try Counter.takeOperation(in: db)
                let turn = try WriteTurn(context, in: db)
                try turn.require(permission)
                try SLAVerdictWriter.writeDue(turn)
                var operation = try Operation.begin(turn, number: number)
                content = try body(&operation)
                guard operation.hasEvents else { throw NothingChanged() }
                return number
            }
            return Outcome(content: try found(content), result: context.isRehearsal ? .rehearsed : .done(number))
        } catch is NothingChanged {
            return Outcome(content: try found(content), result: .unchanged)
        }
    }

    /// Runs a command that makes as many operations as turn out to be needed, or none.
    package func inTurn<T>(
        _ context: CommandContext, needs permission: Permission, _ body: (WriteTurn) throws -> T
    ) throws -> T {
        try transaction(context.mode) { db in
            try Counter.takeTurn(in: db)
            // It may become several operations, of which no two have one key.
            var context = context
            context.idempotencyKey = nil
            var turn = try WriteTurn(context, in: db)
            try turn.require(permission)
            turn.answersForAll = permission == .importing
            if permission != .importing { try SLAVerdictWriter.writeDue(turn) }
            return try body(turn)
        }
    }

    /// Writes what is no operation: it takes the writer's turn and no number.
    package func maintain<T>(_ body: (any Transaction) throws -> T) throws -> T {
        try database.write { db in
            try Counter.takeTurn(in: db)
            return try body(db)
        }
    }

    private func found<T>(_ content: T?) throws -> T {
        guard let content else { throw StorageError.failed(detail: "a command gave no result") }
        return content
    }

    private func transaction<T>(
        _ mode: CommandContext.Mode, _ body: (any Transaction) throws -> T
    ) throws -> T {
        switch mode {
        case .commit: return try database.write(body)
        case .rehearse:
            var result: T?
            do {
                try database.write { db in
                    result = try body(db)
                    throw RehearsalIsOver()
                }
            } catch is RehearsalIsOver {}
            return try found(result)
        }
    }
}

private struct NothingChanged: Error {}

private struct RehearsalIsOver: Error {}

/// A transaction that has the writer's turn, and who writes in it.
package struct WriteTurn {
    package let context: CommandContext
    package let author: Author
    package let permissions: Permissions
    package let db: any Transaction
    /// What it may change was asked for as a whole.
    var answersForAll = false

    /// - Throws: `StorageError.unknownAuthor`, `.retiredAuthor`
    init(_ context: CommandContext, in db: any Transaction) throws {
        self.context = context
        self.db = db
        author = try context.author(in: db)
        permissions = try Permissions.read(in: db)
    }

    /// The same transaction for another command, by an agent of another role.
    init(_ turn: WriteTurn, _ context: CommandContext, role: AgentRole) {
        self.context = context
        db = turn.db
        permissions = turn.permissions
        var agent = turn.author.agent
        agent.role = role
        author = Author(agent: agent, at: context.at)
    }

    /// - Throws: `StorageError.roleTooLow` with the highest role that is missing.
    package func require(_ needed: Set<Permission>) throws {
        for permission in needed.sorted(by: { permissions.role(for: $0) > permissions.role(for: $1) }) {
            try require(permission)
        }
    }

    /// - Throws: `StorageError.roleTooLow`
    package func require(_ permission: Permission) throws { try permissions.require(permission, of: author.agent) }

    /// The last line of defence: whatever was asked before, nothing is changed without the permission of what it is. An import
    /// and its undo answer for all that they change, and an undo has asked for what doing the opposite takes.
    /// - Throws: `StorageError.unknownChange` where no permission is written down, `.roleTooLow`.
    func require(permissionOf event: Event) throws {
        guard let field = event.field else { throw StorageError.unknownChange }
        guard !answersForAll else { return }
        let permission = field.permission
        guard !permissions.allow(permission, to: author.agent.role) else { return }
        let isOwn = event.subject == author.agent.id && [.agentAbsent, .agentAbsentUntil].contains(field)
        if !isOwn { try require(permission) }
    }

    /// - Throws: `NeedsConfirmation` unless a person has said yes.
    package func confirm(_ confirmation: Confirmation) throws {
        guard context.confirmed.contains(where: { $0.covers(confirmation) }) else {
            throw NeedsConfirmation(of: confirmation)
        }
    }

    /// - Throws: `NeedsConfirmation` for more tickets than a person wants to change unasked.
    package func confirm(changing count: Int) throws {
        if let most = context.confirmAbove, count > most { try confirm(.manyTickets(count)) }
    }
}

extension CommandContext {
    /// Who gives the command.
    /// - Throws: `StorageError.unknownAuthor`, `.retiredAuthor`
    package func author(in db: any Transaction) throws -> Author {
        guard let agent = try Agents.find(agent, in: db) else { throw StorageError.unknownAuthor(agent) }
        guard !agent.isRetired else { throw StorageError.retiredAuthor(agent.name) }
        return Author(agent: agent, at: at)
    }

    /// Looks early, before a person writes or answers for a command, whether they may give it at all.
    /// - Throws: `StorageError.unknownAuthor`, `.retiredAuthor`, `.roleTooLow`
    package func require(_ permission: Permission, in db: any Transaction) throws {
        try Permissions.read(in: db).require(permission, of: try author(in: db).agent)
    }
}

extension Permissions {
    // A set of them would cost each start of the program half a million instructions.
    fileprivate func require(_ permission: Permission, of agent: Agent) throws {
        guard !allow(permission, to: agent.role) else { return }
        throw StorageError.roleTooLow(agent: agent.name, has: agent.role, needs: role(for: permission))
    }
}

/// The counter of operations, which is also what writers queue at.
enum Counter {
    /// Takes the next number.
    static func takeOperation(in db: any Transaction) throws -> Int64 {
        let row = try db.row("UPDATE counter SET last = last + 1 WHERE name = 'change' RETURNING last")
        guard let number = try row?.integer(0) else { throw StorageError.damaged(detail: "no change counter") }
        return number
    }

    /// Gives the number back that was taken last, by the same transaction.
    static func giveBackOperation(in db: any Transaction) throws {
        try db.run("UPDATE counter SET last = last - 1 WHERE name = 'change'")
    }

    /// Takes the turn and no number.
    static func takeTurn(in db: any Transaction) throws {
        guard try db.run("UPDATE counter SET last = last WHERE name = 'change'") == 1 else {
            throw StorageError.damaged(detail: "no change counter")
        }
    }
}
