import Import
import Storage
import Testing
import Workflow

struct RevisionTests {
    private let first = Written.Ticket(
        title: "甲", causes: ["缓存", "证书"], turns: [("客户", "打不开"), ("客服", "请续签"), ("客户", "好了")],
        extra: [("备注", "一")])
    private let other = Written.Ticket(title: "乙")

    private func desk() throws -> ImportDesk {
        let desk = try ImportDesk()
        try desk.bring(Written.file([first, other]))
        return desk
    }

    /// Imports the file with its first ticket edited.
    private func edited(_ desk: ImportDesk, _ change: (inout Written.Ticket) -> Void) throws -> FileOutcome {
        var ticket = first
        change(&ticket)
        return try desk.outcome(Written.file([ticket, other]))
    }

    @Test func `IM-03 what changed in the source changes on the desk, and the old text is kept`() throws {
        let desk = try desk()
        let outcome = try edited(desk) {
            $0.title = "甲二"
            $0.category = "存储｜上传"
            $0.turns[1].1 = "请重新上传"
        }
        #expect(outcome.updated == 1 && outcome.unchanged == 1 && outcome.conflicts.isEmpty)
        let ticket = try desk.ticket(1)
        #expect(ticket.ticket.title == "甲二")
        #expect(ticket.categoryPath == ["存储", "上传"])
        #expect(ticket.turns.map(\.body) == ["打不开", "请重新上传", "好了"])
        let old = try desk.store.read { try $0.rows("SELECT body FROM message_version").map { try $0.text(0) } }
        #expect(old == ["请续签"])
        #expect(try desk.health.problems == 0)
    }

    @Test(arguments: [
        [], ["缓存"], ["证书"], ["证书", "缓存"], ["新", "缓存", "证书"], ["缓存", "新", "证书"], ["证书", "新"], ["新一", "新二", "新三"],
    ])
    func `IM-03 the edited ticket is told as the file tells it`(causes: [String]) throws {
        let desk = try desk()
        var ticket = first
        ticket.causes = causes
        ticket.turns = [("客户", "打不开"), ("客服", "先看"), ("客服", "请续签")]
        ticket.extra = [("备注", "二"), ("环境", "测试")]
        try desk.bring(Written.file([ticket, other]))
        let fresh = try ImportDesk()
        try fresh.bring(Written.file([ticket, other]))
        #expect(try desk.tickets.map(\.draft) == fresh.tickets.map(\.draft))
        #expect(try desk.health.problems == 0)
    }

    @Test(arguments: ["title", "message", "cause", "field"])
    func `IM-03 what was edited on the desk too is a conflict and stays`(what: String) throws {
        let desk = try desk()
        switch what {
        case "title": try desk.edit("UPDATE ticket SET title = '本地' WHERE id = $1", of: 1)
        case "message": try desk.edit("UPDATE message SET body = '本地' WHERE ticket_id = $1 AND sequence = 3", of: 1)
        case "cause": try desk.edit("UPDATE ticket_cause SET state = 3 WHERE ticket_id = $1", of: 1)
        default: try desk.edit("UPDATE ticket_field SET text = '本地' WHERE ticket_id = $1", of: 1)
        }
        let before = try desk.ticket(1)
        let outcome = try edited(desk) {
            switch what {
            case "title": $0.title = "源"
            case "message": $0.turns[1].1 = "源"
            case "cause": $0.causes = ["缓存"]
            default: $0.extra[0].1 = "源"
            }
        }
        #expect(outcome.conflicts.map(\.field.rawValue) == [what])
        #expect(outcome.updated == 0)
        let after = try desk.ticket(1)
        #expect(after.draft == before.draft && after.causes == before.causes)
        #expect(try desk.health.problems == 0)
    }

    @Test func `a change of nothing but composition is a change`() throws {
        let desk = try ImportDesk()
        let plain = Written.Ticket(title: "é", causes: ["é"], extra: [("é", "é")])
        let apart = Written.Ticket(title: "e\u{301}", causes: ["e\u{301}"], extra: [("e\u{301}", "é")])
        try desk.bring(Written.file([plain, other]))
        #expect(try desk.outcome(Written.file([apart, other])).updated == 1)
        let ticket = try desk.ticket(1)
        #expect(Array(ticket.ticket.title.utf8) == Array("e\u{301}".utf8))
        #expect(ticket.draft.rootCauses.map { Array($0.utf8) } == [Array("e\u{301}".utf8)])
        #expect(ticket.fields.map { Array($0.name.utf8) } == [Array("e\u{301}".utf8)])
    }

    @Test func `IM-12 the undo of a revision puts the texts back`() throws {
        let desk = try desk()
        let before = try desk.tickets
        let drafts = before.map(\.draft)
        _ = try edited(desk) {
            $0.title = "甲二"
            $0.category = "存储"
            $0.description = "新描述"
            $0.causes = ["证书", "新", "缓存"]
            $0.turns = [("客户", "打不开"), ("客服", "改了")]
            $0.extra = [("备注", "一"), ("环境", "测试")]
        }
        #expect(try desk.tickets.map(\.draft) != drafts)
        let undone = try desk.store.undoImport("b2", desk.context)
        #expect(undone.restored == 1 && undone.removed == 0 && undone.kept.isEmpty)
        #expect(try desk.tickets.map(\.draft) == drafts)
        #expect(try desk.tickets.map(\.ticket.status) == before.map(\.ticket.status))
        #expect(try desk.tickets.map(\.ticket.source) == before.map(\.ticket.source))
        #expect(try desk.health.problems == 0)
    }

    @Test func `a version that was undone does not count as a touch`() throws {
        let desk = try desk()
        _ = try edited(desk) { $0.title = "甲二" }
        _ = try desk.store.undoImport("b2", desk.context)
        let undone = try desk.store.undoImport("b1", desk.context)
        #expect(undone.kept.isEmpty && undone.removed == 2)
        #expect(try desk.tickets.isEmpty)
    }
}
