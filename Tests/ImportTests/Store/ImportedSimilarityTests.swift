import Import
import Storage
import Testing
import Workflow

/// What an import keeps of texts comes from the tokens that it cut, and is what the texts on the desk give.
struct ImportedSimilarityTests {
    private static let words = ["证书", "域名", "SDK 404", "ＳＳＬ 上传", "回源，失败", "HTTP/2", "…", "😀", "到期 2026", "é à la"]

    /// Texts of every length, also far longer than what is looked at.
    private func tickets(_ count: Int, from first: Int) -> [Written.Ticket] {
        (first..<first + count).map { number in
            let length = [1, 3, 9, 60, 700][number % 5]
            let text = (0..<length).map { Self.words[(number &* 7 &+ $0 &* $0) % Self.words.count] }.joined(
                separator: " ")
            let turns = number % 3 == 0 ? [("客户", text), ("客服", "请续签")] : [("客户", "打不开 \(number)"), ("客服", text)]
            return Written.Ticket(title: "第\(number)件 \(Self.words[number % 10])", description: text, turns: turns)
        }
    }

    private func blocks(_ desk: ImportDesk) throws -> [Int64] {
        try desk.store.read { try $0.rows("SELECT block FROM likeness ORDER BY block").map { try $0.integer(0) } }
    }

    @Test func `of many small files, whose tickets fill blocks together`() throws {
        let desk = try ImportDesk()
        let files = (0..<9).map { file in
            Importer.Source(path: "\(file).md", bytes: Array(Written.file(tickets(70, from: file * 70)).utf8))
        }
        _ = try desk.bring(files)
        #expect(try blocks(desk) == [0, 1])
        #expect(try desk.health.problems == 0)
    }

    @Test func `of tickets that a later version of their file changes in the same run`() throws {
        let desk = try ImportDesk()
        let first = tickets(100, from: 0)
        var changed = first
        for place in stride(from: 0, to: 100, by: 7) { changed[place].description = "换了 \(place) 完全不同的描述" }
        let files = [("a.md", first), ("a.md", changed), ("b.md", tickets(200, from: 500))].map { name, tickets in
            Importer.Source(path: name, bytes: Array(Written.file(tickets).utf8))
        }
        _ = try desk.bring(files)
        #expect(try desk.number("SELECT COUNT(*) FROM ticket") == 300)
        #expect(try desk.number("SELECT COUNT(*) FROM message_version") > 0)
        #expect(try blocks(desk) == [0])
        #expect(try desk.health.problems == 0)
    }

    @Test func `of a desk on which tickets are already`() throws {
        let desk = try ImportDesk()
        for number in 1...20 { _ = try desk.store.file(NewTicket(title: "手工 \(number)"), desk.context) }
        try desk.bring(Written.file(tickets(520, from: 0)))
        #expect(try blocks(desk) == [0, 1])
        #expect(try desk.health.problems == 0)
    }
}
