import Import
import Storage
import Testing
import Workflow

struct RepeatedImportTests {
    @Test func `IM-01 the same file again changes nothing and is no operation`() throws {
        let desk = try ImportDesk()
        let text = Written.file("甲", "乙", "丙")
        #expect(try desk.outcome(text).created == 3)
        let (before, operations) = (try desk.export, try desk.operations)
        let again = try desk.outcome(text)
        #expect(again.kind == .known && again.created == 0 && again.updated == 0 && again.unchanged == 3)
        #expect(try desk.export == before)
        #expect(try desk.operations == operations)
    }

    @Test func `IM-02 the same bytes under another name are linked and not created, and then known`() throws {
        let desk = try ImportDesk()
        let text = Written.file("甲", "乙")
        try desk.bring(text)
        #expect(try desk.outcome(text, as: "b.md").kind == .sameAs("a.md"))
        #expect(try desk.tickets.count == 2)
        let operations = try desk.operations
        #expect(try desk.outcome(text, as: "b.md").kind == .known)
        #expect(try desk.operations == operations)
    }

    @Test func `a file whose import was undone, and the link to it, is imported anew`() throws {
        let desk = try ImportDesk()
        let text = Written.file("甲", "乙")
        try desk.bring(text)
        try desk.bring(text, as: "b.md")
        _ = try desk.store.undoImport("b2", desk.context)
        _ = try desk.store.undoImport("b1", desk.context)
        #expect(try desk.outcome(text, as: "b.md").created == 2)
    }

    @Test func `a ticket put in the middle shifts nothing`() throws {
        let desk = try ImportDesk()
        try desk.bring(Written.file("甲", "乙", "丙"))
        let outcome = try desk.outcome(Written.file("甲", "新", "乙", "丙"))
        #expect(outcome.kind == .newVersion && outcome.created == 1 && outcome.updated == 0 && outcome.unchanged == 3)
        #expect(try desk.tickets.map(\.ticket.title) == ["甲", "乙", "丙", "新"])
        #expect(try desk.tickets.map { $0.ticket.source?.ordinal } == [1, 3, 4, 2])
    }

    @Test func `a file that was cut off and then comes whole doubles nothing`() throws {
        let desk = try ImportDesk()
        let whole = Written.file("甲", "乙", "丙", "丁")
        let cut = String(decoding: Array(whole.utf8).prefix(whole.utf8.count * 5 / 8), as: UTF8.self)
        try desk.bring(cut)
        try desk.bring(whole)
        #expect(try desk.tickets.map(\.ticket.title) == ["甲", "乙", "丙", "丁"])
        let fresh = try ImportDesk()
        try fresh.bring(whole)
        #expect(try desk.tickets.map(\.draft) == fresh.tickets.map(\.draft))
        #expect(try desk.health.problems == 0)
    }

    @Test func `whole, then cut off, then whole again doubles nothing and loses nothing`() throws {
        let desk = try ImportDesk()
        let whole = Written.file("甲", "乙", "丙", "丁")
        try desk.bring(whole)
        let drafts = try desk.tickets.map(\.draft)
        #expect(try desk.outcome(Written.file("甲", "乙")).gone == 2)
        #expect(try desk.outcome(whole).created == 0)
        #expect(try desk.tickets.map(\.draft) == drafts)
        #expect(try desk.tickets.map { $0.ticket.source?.ordinal } == [1, 2, 3, 4])
    }

    @Test func `tickets that the last version lacked are not overwritten by others at their places`() throws {
        let desk = try ImportDesk()
        try desk.bring(Written.file("甲", "乙", "丙", "丁"))
        try desk.bring(Written.file("甲", "乙"))
        #expect(try desk.outcome(Written.file("甲", "乙", "戊", "己")).created == 2)
        #expect(try desk.tickets.map(\.ticket.title) == ["甲", "乙", "丙", "丁", "戊", "己"])
    }

    @Test func `other content under the same name is another dataset`() throws {
        let desk = try ImportDesk()
        try desk.bring(Written.file("甲", "乙", "丙"))
        #expect(try desk.outcome(Written.file("子", "丑", "寅")).kind == .otherDataset)
        #expect(try desk.outcome(Written.file("甲", "乙", "丙")).kind == .known)
        #expect(try desk.tickets.count == 6)
    }

    @Test func `a file of one edited ticket is a new version of it`() throws {
        let desk = try ImportDesk()
        try desk.bring(Written.file([Written.Ticket(title: "甲")]))
        let outcome = try desk.outcome(Written.file([Written.Ticket(title: "甲", description: "另一描述")]))
        #expect(outcome.kind == .newVersion && outcome.updated == 1)
        #expect(try desk.tickets.map { $0.description?.body } == ["另一描述"])
    }

    @Test func `IM-04 equal tickets stay separate, in one file and in several`() throws {
        let desk = try ImportDesk()
        let same = Written.Ticket(title: "同")
        #expect(try desk.outcome(Written.file([same, same])).created == 2)
        #expect(try desk.outcome(Written.file([same, same, same]), as: "b.md").created == 3)
        #expect(try desk.outcome(Written.file([same, same, same, same])).created == 2)
        #expect(try desk.tickets.count == 7)
        #expect(Set(try desk.tickets.map(\.ticket.uuid)).count == 7)
    }

    @Test func `IM-05 hashes of another formula are made again from the stored file`() throws {
        let desk = try ImportDesk()
        try desk.bring(Written.file("甲", "乙", "丙"))
        #expect(try desk.number("SELECT hash_formula FROM source_file") == Int64(ContentHash.formula))
        try desk.store.database.write { db in
            try db.run("UPDATE source_file SET hash_formula = 0")
            try db.run("UPDATE ticket_source SET content_hash = $1", [.blob([1, 2, 3])])
        }
        let outcome = try desk.outcome(Written.file("新", "甲", "乙", "丙"))
        #expect(outcome.created == 1 && outcome.updated == 0 && outcome.unchanged == 3)
    }

    @Test func `IM-05 an old file in which fewer tickets are read now does no harm`() throws {
        let desk = try ImportDesk()
        try desk.bring(Written.file("甲", "乙", "丙"))
        try desk.store.database.write { db in
            try db.run("UPDATE source_file SET hash_formula = 0")
            try db.run("UPDATE ticket_source SET position = 9 WHERE position = 3")
            try db.run("UPDATE ticket SET source_position = 9 WHERE source_position = 3")
        }
        #expect(try desk.outcome(Written.file("甲", "乙", "丙", "丁")).created == 1)
    }

    @Test func `IM-06 a run that ends early leaves what is finished, and a rerun completes without doubling`() throws {
        let desk = try ImportDesk()
        // Each is more than one transaction takes.
        let files = [("a.md", "甲"), ("b.md", "乙")].map { name, title in
            Importer.Source(path: name, bytes: Array((Written.file(title) + Self.filler).utf8))
        }
        #expect(throws: ImportDesk.Unexpected.self) {
            try Importer(context: desk.context).run(files, into: desk.store) { _ in throw ImportDesk.Unexpected() }
        }
        #expect(try desk.tickets.map(\.ticket.title) == ["甲"])
        _ = try desk.bring(files)
        #expect(try desk.tickets.map(\.ticket.title) == ["甲", "乙"])
    }

    private static let filler = "\n<!-- " + String(repeating: "x", count: 2 << 20) + " -->\n"

    @Test func `IM-06 of small files that are written together one that fails leaves those before it`() throws {
        let desk = try ImportDesk()
        // The third file has the title of the first, and so fails in its middle.
        _ = try desk.store.database.write { db in
            try db.run("CREATE UNIQUE INDEX one_title ON ticket (title)")
        }
        let files = ["甲", "乙", "甲", "丙"].enumerated().map { place, title in
            Importer.Source(path: "\(place).md", bytes: Array(Written.file(title, "\(title) \(place)").utf8))
        }
        var reported: [String] = []
        #expect(throws: StorageError.self) {
            try Importer(context: desk.context).run(files, into: desk.store) { report in
                guard case .dataset(let file, _, _, _) = report else { return }
                reported.append(file.name)
            }
        }
        #expect(reported == ["0.md", "1.md"])
        #expect(try desk.tickets.map(\.ticket.title) == ["甲", "甲 0", "乙", "乙 1"])
        #expect(try desk.health.problems == 0)
    }

    @Test func `small files are written together, an export by itself`() throws {
        let other = try ImportDesk()
        try other.bring(Written.file("丁"))
        let desk = try ImportDesk()
        let names = ["甲", "乙"].map { Importer.Source(path: "\($0).md", bytes: Array(Written.file($0).utf8)) }
        let broken = Importer.Source(path: "broken.jsonl", bytes: Array((try other.export + "{\"schema\":\n").utf8))
        let last = Importer.Source(path: "丙.md", bytes: Array(Written.file("丙").utf8))
        let reports = try desk.bring(names + [broken, last])
        guard case .rejected("broken.jsonl", _) = reports[2] else { throw ImportDesk.Unexpected() }
        #expect(reports.count == 4)
        #expect(try desk.tickets.map(\.ticket.title) == ["甲", "乙", "丙"])
        #expect(try desk.health.problems == 0)
    }

    @Test func `IM-06 a failing file leaves no trace, and takes no number`() throws {
        let desk = try ImportDesk()
        try desk.bring(Written.file("甲"))
        let file = try DatasetFile(path: "b.md", bytes: Array(Written.file("乙", "丙").utf8)).incoming { _, _ in }
        var broken = file
        broken.ticket = { (index: Int) in
            let ticket = file.ticket(index)
            var draft = ticket.draft
            if index == 1 { draft.title = "" }
            return IncomingTicket(
                draft: draft, place: ticket.place, contentHash: ticket.contentHash, answersDiffer: ticket.answersDiffer)
        }
        var run = ImportRun(context: desk.context)
        let (before, operations) = (try desk.export, try desk.operations)
        #expect(throws: StorageError.refused(rule: "CHECK constraint failed: title_is_not_empty")) {
            try desk.store.takingIn(&run) { try $0.importFile(broken, in: &$1) }
        }
        #expect(try desk.export == before)
        #expect(try desk.operations == operations)
        #expect(run.batch == nil)
        _ = try desk.store.takingIn(&run) { try $0.importFile(file, in: &$1) }
        #expect(try desk.tickets.map(\.ticket.number.rawValue) == [1, 2, 3])
        #expect(run.batch?.label == "b2")
    }

    @Test func `a rehearsal tells the same and changes nothing`() throws {
        let desk = try ImportDesk()
        let source = Importer.Source(path: "a.md", bytes: Array(Written.file("甲", "乙").utf8))
        var created = 0
        try Importer(context: desk.context.rehearsal).run([source], into: desk.store) { report in
            if case .dataset(_, _, let outcome, _) = report { created = outcome.created }
        }
        #expect(created == 2)
        #expect(try desk.tickets.isEmpty)
        #expect(try desk.operations == 0)
    }
}
