import Testing
import Workflow

struct TicketMatchingTests {
    /// `A1` is title A with content 1; `A1/2` said 2 in an earlier version, `A1=x` has the reference x.
    private func matches(_ old: String, _ new: String) -> [Int?] {
        TicketMatching(old: entries(old), new: entries(new)).matches
    }

    private func entries(_ words: String) -> [TicketMatching.Entry] {
        words.split(separator: " ").map { word in
            let parts = word.split(separator: "=")
            let names = parts[0].split(separator: "/")
            let title = String(names[0].prefix(1))
            return TicketMatching.Entry(
                hash: Array(names[0].utf8),
                earlierHashes: Set(names.dropFirst().map { ExactBytes(Array((title + $0).utf8)) }),
                title: title, reference: parts.count > 1 ? String(parts[1]) : nil)
        }
    }

    @Test(
        arguments: [
            ("A1 B1 C1", "A1 B1 C1", [0, 1, 2]), ("A1 B1 C1", "A1 X1 B1 C1", [0, nil, 1, 2]),
            ("A1 B1 C1", "C1 B1 A1", [2, 1, 0]), ("A1 B1 C1", "A1 B2 C1", [0, 1, 2]),
            ("A1 B1 C1", "A1 X1 C1", [0, nil, 2]),
            ("A1 B1 C1", "A1 X1 B2 C1", [0, nil, 1, 2]), ("A1 B1 C1", "B1 C1", [1, 2]), ("A1 B1 C1", "A1", [0]),
            ("A1", "A1 B1 C1", [0, nil, nil]), ("A1 A1 A1", "A1 A1", [0, 1]), ("A1 A1", "A1 A1 A1", [0, 1, nil]),
            ("A1 A2", "A2 A3", [1, nil]), ("A1 B1 C1 D1", "A2 B2 C2 D2", [0, 1, 2, 3]), ("", "A1 B1", [nil, nil]),
            ("A1 B1", "", []), ("", "", []), ("A1 B1 C1 D1", "A1 B1 E1 F1", [0, 1, nil, nil]),
            ("A1 B1 C1 D1", "D2 B1 A2 C1", [3, 1, 0, 2]), ("A1 C1 D1", "A1 E1 D1", [0, nil, 2]),
            ("A3/1/2 B1", "A1 B1", [0, 1]), ("A2/1 A1", "A1 A2", [1, 0]), ("A2/1", "A1 A2", [nil, 0]),
            ("A1=x", "A2=y", [nil]), ("A1=x", "A2", [0]), ("A1=x", "A2=x", [0]),
        ] as [(String, String, [Int?])])
    func `a ticket of a changed file is found by its content and its title`(
        old: String, new: String, expected: [Int?]
    ) {
        #expect(matches(old, new) == expected)
    }

    @Test func `two gaps over the same old tickets do not share one`() {
        #expect(matches("A1 B1 X1 Y1 E1 F1", "A1 X2 F1 B1 X3 E1") == [0, 2, 5, 1, nil, 4])
    }

    private func drafts(_ texts: [(String, [String])]) -> [TicketLines] {
        texts.map { TicketLines(TicketDraft(title: $0.0, description: $0.1.joined(separator: "\n"))) }
    }

    @Test func `a ticket under another title is found by most of the lines that it alone has`() {
        let old = drafts([("A", ["hello", "a", "b", "c"]), ("B", ["hello", "d"]), ("C", ["hello", "thanks"])])
        let new = drafts([("X", ["thanks", "hello"]), ("Y", ["a", "hello", "c"]), ("Z", ["hello", "d", "e"])])
        var found = TicketMatching(old: entries("A1 B1 C1"), new: entries("X1 Y1 Z1"))
        found.matchTexts(old: old, new: new)
        #expect(found.matches == [2, 0, 1])
    }

    @Test func `a ticket under another title and text is found by its reference`() {
        let lines = drafts([("A", ["a"]), ("B", ["b"])])
        var found = TicketMatching(old: entries("A1=x B1=y"), new: entries("B2=x A2=y"))
        #expect(found.matches == [nil, nil])
        found.matchTexts(old: lines, new: lines)
        #expect(found.matches == [0, 1])
    }

    @Test func `what many tickets say makes no two the same, and half of the lines are not most`() {
        let old = drafts([("A", ["hello", "a"]), ("B", ["hello", "b", "d"])])
        let new = drafts([("A", ["hello", "a"]), ("X", ["hello", "b", "c"])])
        var found = TicketMatching(old: entries("A1 B1"), new: entries("A1 X1"))
        found.matchTexts(old: old, new: new)
        #expect(found.matches == [0, nil])
    }

    @Test func `differently composed titles are different`() {
        let old = [TicketMatching.Entry(hash: [1], title: "e\u{301}"), TicketMatching.Entry(hash: [2], title: "z")]
        let new = [TicketMatching.Entry(hash: [3], title: "é")]
        #expect(TicketMatching(old: old, new: new).matches == [nil])
    }

    @Test func `no old ticket is two new ones, and equal contents are always found`() {
        var numbers = SeededNumbers(state: 1)
        for _ in 0..<5_000 {
            let (old, new) = (words(&numbers), words(&numbers))
            let found = TicketMatching(old: entries(old), new: entries(new))
            let taken = found.matches.compactMap { $0 }
            let isUnique = Set(taken).count == taken.count
            guard isUnique, found.sameContents == inCommon(old, new), holdsContents(found, old, new) else {
                Issue.record("\(old) | \(new): \(found.matches)")
                return
            }
        }
    }

    private func words(_ numbers: inout SeededNumbers) -> String {
        (0..<Int.random(in: 0...9, using: &numbers)).map { _ in
            let title = ["A", "B", "C", "D"].randomElement(using: &numbers) ?? "A"
            return title + String(Int.random(in: 1...3, using: &numbers))
        }.joined(separator: " ")
    }

    private func inCommon(_ old: String, _ new: String) -> Int {
        var left = old.split(separator: " ")
        return new.split(separator: " ").count { word in
            guard let place = left.firstIndex(of: word) else { return false }
            left.remove(at: place)
            return true
        }
    }

    /// As many pairs are of equal content as were found so.
    private func holdsContents(_ found: TicketMatching, _ old: String, _ new: String) -> Bool {
        let (old, new) = (old.split(separator: " "), new.split(separator: " "))
        let equal = found.matches.enumerated().count { index, match in match.map { old[$0] == new[index] } ?? false }
        return equal >= found.sameContents
    }
}
