import Testing
import Workflow

@testable import Storage

/// The table of what can change, beside the schema.
struct EventFieldTests {
    @Test func `every column that events tell of is a column of the schema`() throws {
        let store = try Store.inMemory()
        for field in EventField.allCases {
            guard let column = field.row.column else {
                try expectWayOfItsOwn(field)
                continue
            }
            let columns = try store.read { db in
                try db.rows("SELECT name FROM pragma_table_info($1)", [.text(column.table)]).map { try $0.text(0) }
            }
            #expect(columns.contains(column.name), "\(field)")
            guard let key = column.key(of: .text("x")) else { continue }
            try store.database.write { _ = try $0.run(key.update, [key.value, .integer(-1)]) }
        }
    }

    private func expectWayOfItsOwn(_ field: EventField) throws {
        let lists: Set<EventField> = [
            .source, .message, .cause, .tag, .field, .merged, .link, .watcher, .attachment, .incident, .messagePlace,
            .answer, .article,
        ]
        #expect(lists.contains(field) != (field.row.aliases != nil))
    }

    @Test func `the columns of tickets are written and read through the table`() throws {
        let store = try Store.inMemory()
        let ticket = try store.file(NewTicket(title: "t"), .ofTests).ticket
        let columns = EventField.allCases.filter(\.isColumn)
        #expect(columns.count == 18)
        for field in columns {
            let value = try store.write(.ofTests, needs: .work) { try $0.storedValue(field, of: ticket) }.content
            let text = value.eventText
            #expect(field.row.column?.value(fromText: text) == value, "\(field)")
        }
    }

    @Test func `what is no column of a ticket is an error and no crash`() throws {
        let store = try Store.inMemory()
        #expect(throws: StorageError.self) {
            try store.write(.ofTests, needs: .work) { try $0.change(.tag, of: Ticket.Number(1), to: .null) }
        }
    }

    @Test(arguments: AgentRole.allCases)
    func `a change takes the permission of its field, whatever was asked before`(role: AgentRole) throws {
        let store = try Store.inMemory()
        _ = try store.addAgent("a", AgentFacts(role: role), .ofTests)
        let context = CommandContext(agent: "a", at: Instant(milliseconds: 0), command: "desk")
        for field in EventField.allCases {
            let event = Event(.change, field, of: nil, subject: 99)
            let write = { try store.write(context, needs: .work) { try $0.record(event) } }
            let needs = field.permission.role
            if role >= needs {
                #expect(try write().result.operation != nil, "\(field)")
            } else {
                let error = StorageError.roleTooLow(agent: "a", has: role, needs: needs)
                #expect(throws: error, "\(field)") { try write() }
            }
        }
    }

    @Test(arguments: AgentRole.allCases)
    func `a change of which no permission is written down is refused to everybody`(role: AgentRole) throws {
        let store = try Store.inMemory()
        _ = try store.addAgent("a", AgentFacts(role: role), .ofTests)
        let context = CommandContext(agent: "a", at: Instant(milliseconds: 0), command: "desk")
        #expect(throws: StorageError.unknownChange) {
            try store.write(context, needs: .work) { try $0.record(Event(.change, nil, of: nil)) }
        }
    }
}
