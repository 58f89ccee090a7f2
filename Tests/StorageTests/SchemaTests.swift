import Foundation
import Migrations
import Storage
import Testing
import Workflow

struct SchemaTests {
    private func rows(_ sql: String, _ values: [SQLValue] = []) throws -> [SQLRow] {
        try Store.inMemory().read { try $0.rows(sql, values) }
    }

    private func tables() throws -> [String] {
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' ORDER BY name"
        // The tables of the search index are made by the engine.
        return try rows(sql).map { try $0.text(0) }.filter { name in
            !["search", "entry_search", "sqlite_"].contains { name.hasPrefix($0) }
        }
    }

    @Test func `the schema after all migrations is the golden file`() throws {
        let found = try rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name")
        let schema = try found.map { try $0.text(0) + ";\n" }.joined(separator: "\n")
        let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "schema.sql")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(schema.utf8).write(to: golden)
        }
        #expect(schema == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
        #expect(Migrations.sqlite.count == Migrations.current)
    }

    @Test func `tables that name small sets say what Swift says`() throws {
        func names(_ table: String) throws -> [String] {
            try rows("SELECT id, name FROM \(table) ORDER BY id").map { "\(try $0.integer(0)) \(try $0.text(1))" }
        }
        #expect(try names("status") == Status.allCases.map { "\($0.rawValue) \($0.name)" })
        #expect(try names("priority") == Priority.allCases.map { "\($0.rawValue) \($0.name)" })
        #expect(try names("agent_role") == AgentRole.allCases.map { "\($0.rawValue) \($0.name)" })
        #expect(try names("message_role") == Role.allCases.map { "\($0.rawValue) \($0.name)" })
        #expect(try names("message_origin") == MessageOrigin.allCases.map { "\($0.rawValue) \($0.name)" })
        #expect(try names("link_kind") == LinkKind.allCases.map { "\($0.rawValue) \($0.name)" })
        #expect(try names("resolution") == Resolution.allCases.map { "\($0.rawValue) \($0.name)" })
        #expect(try names("field_kind") == FieldKind.allCases.map { "\($0.rawValue) \($0.name)" })
        #expect(try names("cause_state") == CauseState.allCases.map { "\($0.rawValue) \($0.name)" })
    }

    @Test func `the kinds of events that the schema allows are Swift's`() throws {
        let sql = try #require(try rows("SELECT sql FROM sqlite_master WHERE name = 'event'").first?.text(0))
        let kinds = Event.Kind.allCases.map { "kind = '\($0.rawValue)'" }.joined(separator: " OR ")
        #expect(sql.contains(kinds))
    }

    @Test func `every table is strict`() throws {
        for table in try tables() {
            let isStrict = try rows("SELECT strict FROM pragma_table_list WHERE name = $1", [.text(table)])
            #expect(try isStrict.first?.integer(0) == 1, "\(table)")
        }
        #expect(try tables().count > 20)
    }

    @Test func `every foreign key has an index that begins with it`() throws {
        for table in try tables() {
            for key in try rows("SELECT \"from\", \"table\" FROM pragma_foreign_key_list($1)", [.text(table)]) {
                let column = try key.text(0)
                // A few words in a small table, counted on one hand, need none to be found by.
                #expect(try isIndexed(column, of: table) || isSmallSet(try key.text(1)), "\(table).\(column)")
            }
        }
    }

    private func isSmallSet(_ table: String) -> Bool {
        [
            "status", "priority", "agent_role", "message_role", "message_origin", "cause_state", "resolution",
            "link_kind",
        ].contains(
            table)
    }

    private func isIndexed(_ column: String, of table: String) throws -> Bool {
        let sql = """
            SELECT 1 FROM pragma_index_list($1) AS list JOIN pragma_index_info(list.name) AS part
            WHERE part.seqno = 0 AND part.name = $2
            UNION ALL SELECT 1 FROM pragma_table_info($1) AS part WHERE part.pk = 1 AND part.name = $2
            """
        return try !rows(sql, [.text(table), .text(column)]).isEmpty
    }

    @Test(arguments: [
        ("INSERT INTO cause (name, folded) VALUES ('', '')", "cause_name_is_not_empty"),
        ("INSERT INTO desk (id, uuid, created_at, time_zone, language) VALUES (2, X'00', 0, '', '')", "desk"),
        ("UPDATE counter SET last = -1", "counter_goes_up"),
    ])
    func `what the schema refuses is told by the name of its rule`(sql: String, rule: String) throws {
        let store = try Store.inMemory()
        let error = #expect(throws: StorageError.self) { _ = try store.database.write { try $0.run(sql) } }
        guard case .refused(let told)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(told.contains(rule))
    }
}
