import Import
import Storage
import Testing
import Workflow

/// Categories, causes, fields, tags and people that an import makes go with it.
struct ImportedNamesTests {
    private let text = """
        # Tickets

        ## Ticket 1: Printer

        **Category**: Office > Printer
        **Customer**: Wang
        **Assignee**: Zhao
        **Tags**: paper, urgent

        ### Description

        It does not print.

        ### Root cause

        - No paper

        ### Device

        P-1

        ## Ticket 2: Scanner

        **Category**: Office > Scanner
        **Customer**: Chen

        ### Description

        It does not scan.
        """

    private struct Lists: Equatable {
        var categories: [String]
        var causes: [String]
        var fields: [String]
        var tags: [String]
        var customers: [String]
        var agents: [String]
    }

    private func lists(_ desk: ImportDesk) throws -> Lists {
        try desk.store.read { db in
            let setAside = try BatchNames.setAsideCategories(in: db)
            let tree = try CategoryTree.read(in: db)
            return Lists(
                categories: tree.categories.filter { !setAside.contains($0.id) }
                    .map { tree.path(of: $0.id).joined(separator: " > ") },
                causes: try Taxonomy.causes(in: db).map(\.name), fields: try Taxonomy.fields(in: db).map(\.name),
                tags: try Taxonomy.tags(in: db).map(\.name),
                customers: try Customers.all(withRetired: true, in: db).map(\.name),
                agents: try Agents.all(withRetired: true, in: db).map(\.name))
        }
    }

    @Test func `names that an import alone made go with it, and come back with its redo`() throws {
        let desk = try ImportDesk()
        let before = try lists(desk)
        try desk.bring(text)
        let imported = try lists(desk)
        #expect(imported.categories == ["Office", "Office > Printer", "Office > Scanner"])
        #expect(imported.customers == ["Chen", "Wang"] && imported.tags == ["paper", "urgent"])
        #expect(
            imported.fields.contains("Device") && imported.causes == ["No paper"] && imported.agents.contains("Zhao"))
        let undone = try desk.store.undoImport("b1", desk.context)
        #expect(try lists(desk) == before)
        let ids = try desk.number("SELECT SUM(id) FROM customer")
        let redone = try desk.store.undo(try #require(undone.operation), desk.context)
        #expect(try lists(desk) == imported)
        _ = try desk.store.undo(try #require(redone.operation), desk.context)
        #expect(try lists(desk) == before)
        #expect(try desk.number("SELECT SUM(id) FROM customer") == ids)
        #expect(try desk.health.problems == 0)
    }

    @Test func `the next import of the file brings its names back`() throws {
        let desk = try ImportDesk()
        try desk.bring(text)
        let imported = try lists(desk)
        let count = try desk.number("SELECT COUNT(*) FROM category")
        let undone = try desk.store.undoImport("b1", desk.context)
        try desk.bring(text)
        #expect(try lists(desk) == imported)
        #expect(try desk.number("SELECT COUNT(*) FROM category") == count)
        #expect(throws: StorageError.importedAgain("b1", by: "b2")) {
            try desk.store.undo(try #require(undone.operation), desk.context)
        }
        _ = try desk.store.undoImport("b2", desk.context)
        #expect(try lists(desk).categories.isEmpty)
        _ = try desk.store.undo(try #require(undone.operation), desk.context)
        #expect(try lists(desk) == imported)
    }

    @Test func `names that something else has stay`() throws {
        let desk = try ImportDesk()
        try desk.bring(text)
        try desk.bring(
            "# A\n\n## 1. Other\n\n**Category**: Office > Printer\n\n### Description\n\nAnother.\n", as: "b.md")
        let wang = try #require(try desk.store.read { try NamedTable.customer.line("Wang", in: $0) })
        _ = try desk.store.rename(wang.id, in: .customer, to: "Wang Li", desk.context)
        _ = try desk.store.saveView("papers", try Query.parse("tag:paper"), desk.context)
        let undone = try desk.store.undoImport("b1", desk.context)
        let after = try lists(desk)
        #expect(after.categories == ["Office", "Office > Printer"])
        #expect(after.customers == ["Wang Li"] && after.tags == ["paper"])
        #expect(undone.removed == 2)
    }

    @Test func `a redone import brings back the names that its tickets share with an undone one`() throws {
        let desk = try ImportDesk()
        try desk.bring(text)
        try desk.bring(
            "# A\n\n## 1. Other\n\n**Category**: Office > Printer\n\n### Description\n\nAnother.\n", as: "b.md")
        let second = try desk.store.undoImport("b2", desk.context)
        _ = try desk.store.undoImport("b1", desk.context)
        #expect(try lists(desk).categories.isEmpty)
        _ = try desk.store.undo(try #require(second.operation), desk.context)
        #expect(try lists(desk).categories == ["Office", "Office > Printer"])
    }

    @Test func `a range of names that was tampered with neither stops nor delays anybody`() throws {
        let desk = try ImportDesk()
        try desk.bring(text)
        let imported = try lists(desk)
        let undone = try desk.store.undoImport("b1", desk.context)
        try desk.store.database.write { db in
            try db.run("UPDATE batch_name SET first_id = last_id + 5 WHERE kind = 2", [])
            try db.run("UPDATE batch_name SET last_id = 9000000000000000 WHERE kind <> 2", [])
        }
        _ = try lists(desk)
        try desk.bring(
            "# Tickets\n\n## Ticket 1: Door\n\n**Customer**: Chen\n\n### Description\n\nLeaks.\n", as: "b.md")
        let redone = try desk.store.undo(try #require(undone.operation), desk.context)
        #expect(redone.operation != nil)
        #expect(try lists(desk).customers == imported.customers)
    }
}
