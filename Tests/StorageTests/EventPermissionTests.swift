import Testing
import Workflow

@testable import Storage

/// The table of what each change takes, asked at the store.
struct EventPermissionTests {
    /// An operation of an admin for each field, with one event of it, and an agent of each role beside.
    private func desk(
        _ fields: [EventField?]
    ) throws -> (store: Store, operations: [(field: EventField?, number: Int64)], agents: [Agent]) {
        let store = try Store.inMemory()
        return try store.database.write { db in
            for role in AgentRole.allCases {
                try db.run(
                    "INSERT INTO agent (name, folded, role) VALUES ($1, $1, $2)",
                    [.text("a \(role)"), .integer(role.rawValue)])
            }
            let agents = try AgentRole.allCases.map { role in
                try #require(try Agents.find("a \(role)", in: db))
            }
            let turn = try WriteTurn(context(agents[2]), in: db)
            let operations = try fields.map { field in
                let operation = try Operation.begin(turn)
                try db.run(
                    "INSERT INTO event (operation_id, sequence, kind, field, subject) VALUES ($1, 1, 'change', $2, $3)",
                    [.integer(operation.number), .optional(field?.rawValue), .integer(agents[2].id)])
                return (field: field, number: operation.number)
            }
            return (store, operations, agents)
        }
    }

    private func desk(_ field: EventField?) throws -> (store: Store, operation: Int64, agents: [Agent]) {
        let (store, operations, agents) = try desk([field])
        return (store, operations[0].number, agents)
    }

    private func context(_ agent: Agent) -> CommandContext {
        CommandContext(agent: agent.name, at: Instant(milliseconds: 0), command: "test")
    }

    /// Whether an undo was refused because of the role; other refusals are about the rows, which are made up.
    private func isRefused(_ store: Store, _ operation: Int64, _ agent: Agent) -> StorageError? {
        do {
            _ = try store.undo(operation, context(agent).rehearsal)
        } catch StorageError.roleTooLow(let name, let has, let needs) {
            return .roleTooLow(agent: name, has: has, needs: needs)
        } catch {
            return nil
        }
        return nil
    }

    @Test(arguments: AgentRole.allCases)
    func `safety 5: an undo takes the permission of what it changes`(role: AgentRole) throws {
        let (store, operations, agents) = try desk(EventField.allCases)
        let agent = try #require(agents.first { $0.role == role })
        for (field, operation) in operations {
            let needs = try #require(field).permission.role
            let expected = role >= needs ? nil : StorageError.roleTooLow(agent: agent.name, has: role, needs: needs)
            #expect(isRefused(store, operation, agent) == expected, "\(field?.rawValue ?? "")")
        }
    }

    @Test func `safety 5: a permission that the desk gives to another role counts`() throws {
        let fields = EventField.allCases.filter { $0.permission.role > .agent }
        let (store, operations, agents) = try desk(fields)
        for permission in Set(fields.map(\.permission)) {
            _ = try store.grant(permission, to: .agent, context(agents[2]))
        }
        #expect(operations.count > 40)
        for (field, operation) in operations {
            #expect(isRefused(store, operation, agents[0]) == nil, "\(field?.rawValue ?? "")")
        }
    }

    @Test(arguments: AgentRole.allCases)
    func `safety 5: a change that no permission is written down for is refused to everybody`(role: AgentRole) throws {
        let (store, operation, agents) = try desk(nil)
        let agent = try #require(agents.first { $0.role == role })
        #expect(throws: StorageError.unknownChange) { try store.undo(operation, context(agent)) }
    }

    @Test func `safety 5: somebody who works here no more undoes nothing`() throws {
        let (store, operation, agents) = try desk(.title)
        _ = try store.database.write {
            try $0.run("UPDATE agent SET removal = 1 WHERE id = $1", [.integer(agents[1].id)])
        }
        #expect(throws: StorageError.retiredAuthor(agents[1].name)) { try store.undo(operation, context(agents[1])) }
    }

    @Test(
        arguments: [
            (.closed, .new, .reopenClosed), (.closed, .resolved, .reopenClosed), (.open, .closed, .closeUnresolved),
            (.resolved, .closed, .work), (.resolved, .open, .work), (.open, .new, .work), (.pending, .hold, .work),
        ] as [(Status, Status, Permission)])
    func `safety 5: statuses take what closing and opening again take`(
        from: Status, to: Status, needed: Permission
    ) {
        #expect(LifeCycle.permission(from: from, to: to) == needed)
    }
}
