import Import
import Storage
import Testing
import Workflow

/// The past of one imported ticket is what the whole desk's past tells of it, whatever was imported and undone since.
struct ImportedPastTests {
    private func desk() throws -> ImportDesk {
        let desk = try ImportDesk()
        func file(_ title: String, _ answer: String, _ causes: [String]) -> String {
            Written.file([
                Written.Ticket(
                    title: title, causes: causes, turns: [("客户", "打不开"), ("客服", answer)], extra: [("备注", answer)]),
                Written.Ticket(title: "乙"),
            ])
        }
        try desk.bring(file("甲", "请续签", ["缓存"]))
        try desk.bring(file("甲二", "请上传", ["证书", "缓存"]))
        try desk.bring(file("甲二", "请上传", ["证书", "缓存"]), as: "b.md")
        for label in ["b3", "b2"] { _ = try desk.store.undoImport(label, desk.context) }
        try desk.bring(file("甲", "请重试", []))
        let merging = Ticket.Number(1)
        _ = try desk.store.merge([merging], into: Ticket.Number(2), desk.context.confirming(.anything))
        return desk
    }

    @Test func `its text, its causes, its fields, its place in a file and its history`() throws {
        let desk = try desk()
        let newest = try desk.store.read { try OperationLog.lines(limit: 1, in: $0).first?.number ?? 0 }
        #expect(newest >= 6)
        var places: Set<String> = []
        for last in 0...newest {
            let whole = try desk.store.past(.operation(last))
            for number in [Ticket.Number(1), Ticket.Number(2)] {
                let past = try desk.store.past(.operation(last), of: [number])
                #expect(try record(number, past) == record(number, whole), "\(number) op \(last)")
                #expect(
                    try past.read { try TicketHistory.of(number, in: $0) }
                        == whole.read { try TicketHistory.of(number, in: $0) })
                if let source = try record(number, past)?.ticket.source { places.insert("\(source)") }
            }
        }
        #expect(places.count > 2)
    }

    private func record(_ number: Ticket.Number, _ store: Store) throws -> TicketRecord? {
        let record = try store.read { db in
            try TicketRecord.find(number, categories: try CategoryTree.read(in: db), in: db)
        }
        return record?.ticket.removal == .undone ? nil : record
    }
}
