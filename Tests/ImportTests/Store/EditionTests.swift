import Import
import Storage
import Testing
import Workflow

/// Files that come again: renamed, split, merged, put in another order, or as they once were.
struct EditionTests {
    private let titles = ["甲", "乙", "丙", "丁", "戊"]

    private func ticket(_ title: String, _ text: String? = nil) -> Written.Ticket {
        Written.Ticket(title: title, description: text ?? "关于\(title)")
    }

    private func desk(_ titles: [String]? = nil, as name: String = "work.md") throws -> ImportDesk {
        let desk = try ImportDesk()
        try desk.bring(Written.file((titles ?? self.titles).map { ticket($0) }), as: name)
        return desk
    }

    private func numbers(_ desk: ImportDesk) throws -> [String: Int64] {
        Dictionary(try desk.tickets.map { ($0.ticket.title, $0.ticket.number.rawValue) }) { first, _ in first }
    }

    private func told(_ outcome: FileOutcome) -> [String] {
        outcome.recognised.map { "\($0.found) of \($0.of) \($0.file)" }
    }

    private func descriptions(_ desk: ImportDesk) throws -> [String?] { try desk.tickets.map { $0.description?.body } }

    @Test func `a file that was renamed and edited goes on under its new name`() throws {
        let desk = try desk()
        let edited = [ticket("甲"), ticket("乙", "改过"), ticket("丙"), ticket("丁"), ticket("己")]
        let outcome = try desk.outcome(Written.file(edited), as: "july.md")
        #expect(outcome.kind == .newVersion && outcome.created == 1 && outcome.updated == 1 && outcome.unchanged == 3)
        #expect(told(outcome) == ["4 of 5 work.md"])
        #expect(outcome.goneTickets == [Ticket.Number(5)])
        #expect(try desk.tickets.map(\.ticket.title) == titles + ["己"])
        #expect(try desk.ticket(2).description?.body == "改过")
        #expect(try desk.outcome(Written.file(edited), as: "july.md").kind == .known)
        #expect(try desk.health.problems == 0)
    }

    @Test func `titles alone recognise a file of which every text was changed`() throws {
        let desk = try desk()
        let outcome = try desk.outcome(Written.file(titles.map { ticket($0, "新 \($0)") }), as: "july.md")
        #expect(outcome.created == 0 && outcome.updated == 5)
    }

    @Test func `the halves of a split file hold the tickets of the whole`() throws {
        let desk = try desk(["一", "二", "三", "四", "五", "六"], as: "all.md")
        let first = try desk.outcome(Written.file("一", "二", "三"), as: "part1.md")
        #expect(first.created == 0 && first.unchanged == 3)
        #expect(first.goneTickets.map(\.rawValue) == [4, 5, 6])
        let second = try desk.outcome(Written.file("四", "五", "六", "七"), as: "part2.md")
        #expect(second.created == 1 && second.unchanged == 3 && second.gone == 0)
        #expect(told(second) == ["3 of 3 all.md"])
        #expect(try desk.outcome(Written.file("一", "二", "三"), as: "part1.md").kind == .known)
        #expect(try desk.tickets.count == 7)
    }

    @Test func `a larger file holds the tickets of those that were merged into it`() throws {
        let desk = try desk()
        try desk.bring(Written.file("子", "丑", "寅"), as: "b.md")
        let outcome = try desk.outcome(
            Written.file("甲", "乙", "丙", "丁", "子", "丑", "寅", "卯"), as: "merged.md")
        #expect(outcome.created == 1 && outcome.unchanged == 7)
        #expect(told(outcome) == ["4 of 5 work.md", "3 of 3 b.md"])
        #expect(outcome.goneTickets.map(\.rawValue) == [5])
        let again = try desk.outcome(Written.file([ticket("子", "改过"), ticket("丑"), ticket("寅")]), as: "b.md")
        #expect(again.created == 0 && again.updated == 1 && again.gone == 0)
        #expect(try desk.tickets.count == 9)
        #expect(try desk.health.problems == 0)
    }

    @Test func `tickets that changed places and texts are still the same ones`() throws {
        let desk = try desk()
        let before = try numbers(desk)
        let file = [ticket("戊", "新戊"), ticket("丙"), ticket("甲", "新甲"), ticket("丁", "新丁"), ticket("乙")]
        let outcome = try desk.outcome(Written.file(file), as: "work.md")
        #expect(outcome.created == 0 && outcome.updated == 3 && outcome.unchanged == 2)
        #expect(try numbers(desk) == before)
        #expect(try descriptions(desk) == ["新甲", "关于乙", "关于丙", "新丁", "新戊"])
    }

    @Test func `another matter at the same place is created and the old one gone`() throws {
        let desk = try desk()
        let outcome = try desk.outcome(Written.file("甲", "乙", "新", "丁", "戊"), as: "work.md")
        #expect(outcome.created == 1 && outcome.updated == 0 && outcome.goneTickets == [Ticket.Number(3)])
        #expect(try desk.tickets.map(\.ticket.title) == titles + ["新"])
    }

    @Test func `a ticket under another title that says the same is the same`() throws {
        let desk = try desk()
        var retitled = titles.map { ticket($0) }
        retitled[2].title = "丙（已改名）"
        let outcome = try desk.outcome(Written.file(retitled), as: "work.md")
        #expect(outcome.created == 0 && outcome.updated == 1 && outcome.gone == 0)
    }

    @Test func `a title that the desk changed hides nobody`() throws {
        let desk = try desk()
        let edit = TicketCommand.edit(TicketEdit(title: "本地"))
        _ = try desk.store.perform(edit, on: [Ticket.Number(2)], desk.context)
        let edited = titles.map { $0 == "乙" ? ticket($0, "新乙") : ticket($0) }
        let outcome = try desk.outcome(Written.file(edited), as: "july.md")
        #expect(outcome.created == 0 && outcome.updated == 1 && outcome.conflicts.isEmpty)
        #expect(try desk.ticket(2).ticket.title == "本地")
    }

    @Test func `a few equal tickets in otherwise different files stay separate`() throws {
        let desk = try desk()
        let two = try desk.outcome(Written.file("甲", "乙"), as: "two.md")
        #expect(two.kind == .new && two.created == 2)
        let other = try desk.outcome(Written.file("甲", "乙", "丙", "子", "丑", "寅", "卯"), as: "other.md")
        #expect(other.created == 4)
        let third = try desk.outcome(Written.file("戊", "丁", "一", "二", "三", "四"), as: "third.md")
        #expect(third.kind == .new && third.created == 6)
    }

    @Test func `older bytes under another name bring the tickets back to them and double nothing`() throws {
        let desk = try desk(["甲", "乙"])
        let drafts = try desk.tickets.map(\.draft)
        let old = Written.file("甲", "乙")
        try desk.bring(Written.file([ticket("甲", "新甲"), ticket("乙", "新乙")]), as: "work.md")
        let outcome = try desk.outcome(old, as: "old.md")
        #expect(outcome.created == 0 && outcome.updated == 2)
        #expect(try desk.tickets.map(\.draft) == drafts)
        #expect(try desk.outcome(old, as: "old.md").kind == .known)
    }

    @Test func `a file that is put back puts its tickets back, but for what the desk changed`() throws {
        let desk = try desk()
        let drafts = try desk.tickets.map(\.draft)
        var changed = titles.map { ticket($0, "新\($0)") }
        changed[1] = ticket("乙二", "关于乙")
        try desk.bring(Written.file(changed), as: "work.md")
        let outcome = try desk.outcome(Written.file(titles.map { ticket($0) }), as: "work.md")
        #expect(outcome.created == 0 && outcome.updated == 5 && outcome.gone == 0)
        #expect(try desk.tickets.map(\.draft) == drafts)
        try desk.bring(Written.file(changed), as: "work.md")
        let edit = TicketCommand.edit(TicketEdit(title: "本地"))
        _ = try desk.store.perform(edit, on: [Ticket.Number(2)], desk.context)
        let again = try desk.outcome(Written.file(titles.map { ticket($0) }), as: "work.md")
        #expect(again.conflicts.map(\.field) == [.title] && again.created == 0)
        #expect(try desk.ticket(2).ticket.title == "本地")
    }

    @Test func `a folder with a file and its edited copy brings nothing new the second time`() throws {
        let desk = try ImportDesk()
        let files = [("work.md", "关于甲"), ("copy.md", "改过")].map { name, text in
            let tickets = [ticket("甲", text)] + titles.dropFirst().map { ticket($0) }
            return Importer.Source(path: name, bytes: Array(Written.file(tickets).utf8))
        }
        _ = try desk.bring(files)
        #expect(try desk.tickets.count == 5)
        let (export, operations) = (try desk.export, try desk.operations)
        _ = try desk.bring(files)
        #expect(try desk.export == export)
        #expect(try desk.operations == operations)
        // Brought alone it is meant.
        _ = try desk.bring([files[0]])
        #expect(try desk.ticket(1).description?.body == "关于甲")
    }

    @Test func `what another file under a new name took over is not gone from the old one`() throws {
        let desk = try desk()
        try desk.bring(Written.file("甲", "乙", "丙", "丁", "戊", "己"), as: "july.md")
        let outcome = try desk.outcome(Written.file("甲", "乙", "丙"), as: "work.md")
        #expect(outcome.gone == 0 && outcome.unchanged == 3)
    }

    @Test func `an undone import does not come back beside a renamed one that brought its tickets again`() throws {
        let desk = try desk()
        let undone = try desk.store.undoImport("b1", desk.context)
        try desk.bring(Written.file("甲", "乙", "丙", "丁", "己"), as: "july.md")
        #expect(throws: StorageError.importedAgain("b1", by: "b2")) {
            try desk.store.undo(try #require(undone.operation), desk.context)
        }
        #expect(try desk.tickets.count == 5)
    }
}
