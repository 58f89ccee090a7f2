import Storage
import Testing
import Workflow

struct StoredSearchTests {
    private func quoted(_ text: String) -> String { "\"\(text)\"" }

    @Test(arguments: [
        ("证", "SSL证书过期", true), ("证书", "SSL证书过期", true), ("书过期", "SSL证书过期", true), ("SSL证书", "SSL证书过期", true),
        ("ssl证书", "ＳＳＬ证书", true), ("ＳＳＬ", "ssl", true), ("证过", "SSL证书过期", false),
        ("USERID_NOT", "报错 USERID_NOT_FOUND", true),
        ("USERID_NOT", "报错 USERID NOT FOUND", false), ("NOT_USERID", "USERID_NOT", false), ("😀", "谢谢😀", true),
        ("👨‍👩‍👧", "一家👨‍👩‍👧人", true), ("𠀀", "生僻𠀀字", true), ("𠀁", "生僻𠀀字", false), ("cert", "certificate", true),
        ("ificate", "certificate", false), ("403", "http403错误", true), ("example.com", "访问 www.example.com 失败", true),
        ("c++", "用 C++ 写", true), ("ﾊﾟ", "パ", true), ("域名 证书", "域名证书", false), ("it's", "it's", true),
        ("a\u{0}b", "a\u{0}b", true),
    ])
    func `SE-01 a word finds the texts that hold it`(word: String, text: String, isFound: Bool) throws {
        let desk = try SearchedDesk()
        try desk.ticket("别的")
        let number = try desk.ticket("题", text)
        #expect(try desk.found(quoted(word)) == (isFound ? [number] : []))
    }

    @Test func `SE-02 a word hits exactly where plain substring search does`() throws {
        var numbers = SeededNumbers(state: 11)
        let atoms = ["域", "名", "证", "书", "ＳＳＬ", "Key", "7", "42", " ", "😀", "𠀀", "。", "_", "\n"]
        func text(_ range: ClosedRange<Int>, _ atoms: ArraySlice<String>) -> String {
            (0..<Int.random(in: range, using: &numbers)).map { _ in atoms.randomElement(using: &numbers) ?? "" }
                .joined()
        }
        let desk = try SearchedDesk()
        let texts = (0..<60).map { _ in text(3...14, atoms[...]) }
        for body in texts { try desk.ticket("题", body) }
        var hits = 0
        for _ in 0..<250 {
            let piece = text(1...4, atoms[..<11])
            guard SearchPhrase(piece) != nil, piece == piece.trimmed else { continue }
            let expected = texts.indices.filter { isPlainHit(piece, in: texts[$0]) }.map { Int64($0 + 1) }
            hits += expected.count
            #expect(try desk.found(quoted(piece)) == expected, "\(piece.debugDescription)")
        }
        #expect(hits > 300)
    }

    /// Substring search on folded lines, where a word must be whole at the front.
    private func isPlainHit(_ piece: String, in text: String) -> Bool {
        let wanted = Array(folded(piece).unicodeScalars)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { folded(String($0)) }
        let row = Array(lines.joined(separator: "\n").unicodeScalars)
        guard let first = wanted.first, wanted.count <= row.count else { return false }
        return (0...(row.count - wanted.count)).contains { start in
            row[start..<(start + wanted.count)].elementsEqual(wanted)
                && (start == 0 || !(kind(first) > 0 && kind(first) == kind(row[start - 1])))
        }
    }

    /// 1 for letters of words, 2 for digits.
    private func kind(_ scalar: Unicode.Scalar) -> Int {
        scalar.properties.isCased ? 1 : "0"..."9" ~= scalar ? 2 : 0
    }

    @Test func `words are found in the areas they are asked in`() throws {
        let desk = try SearchedDesk()
        let inTitle = try desk.ticket("证书过期", "打不开")
        let inText = try desk.ticket("打不开", "证书过期")
        let inNote = try desk.ticket("打不开")
        try desk.say("证书过期", on: inNote, at: 2, isInternal: true)
        try desk.reindex()
        #expect(try desk.found("证书") == [inTitle, inText, inNote])
        #expect(try desk.found("in:title 证书") == [inTitle])
        #expect(try desk.found("in:public 证书") == [inTitle, inText])
        #expect(try desk.found("in:note 证书") == [inNote])
        #expect(try desk.found("in:note,title 证书") == [inTitle, inNote])
        #expect(try desk.found("-证书") == [])
        #expect(try desk.found("证书 打不开") == [inTitle, inText, inNote])
        #expect(try desk.found("in:title (证书 OR 打不开)") == [inTitle, inText, inNote])
        #expect(try desk.found("in:description 证书") == [inText])
        #expect(throws: QueryError.self) { try desk.found("in:log 证书") }
    }

    @Test func `a phrase does not run from one message into the next`() throws {
        let desk = try SearchedDesk()
        let number = try desk.ticket("题", "域名", "证书")
        try desk.reindex()
        #expect(try desk.found("域名证书") == [])
        #expect(try desk.found("域名 证书") == [number])
    }

    @Test func `SE-02 an index that is not the text is seen, and made anew`() throws {
        let desk = try SearchedDesk()
        for text in ["证书", "域名", "缓存"] { try desk.ticket(text, "关于\(text)") }
        #expect(try desk.health.problems == 0)
        try desk.store.database.write { db in
            try db.index(IndexedText(body: Array("x y".utf8)), of: SearchRow(ticket: 2, isNotes: false))
            try db.index(IndexedText(body: Array("x".utf8)), of: SearchRow(ticket: 9, isNotes: true))
        }
        try desk.run("UPDATE ticket SET title = '上传' WHERE id = 3")
        #expect(try desk.health.unindexed == [2, 3, 9].map { Ticket.Number($0) })
        try desk.reindex()
        #expect(try desk.health.problems == 0)
        #expect(try desk.found("上传") == [3])
    }

    @Test func `references to what is not there are counted`() throws {
        let desk = try SearchedDesk()
        try desk.ticket("证书")
        try desk.store.bulk { _ in try desk.run("UPDATE ticket SET customer_id = 77") }
        #expect(try desk.health.orphans == 1)
        #expect(try desk.health.problems == 1)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
