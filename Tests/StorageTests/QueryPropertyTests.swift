import Foundation
import Storage
import Testing

struct QueryPropertyTests {
    /// `FUZZ=10 swift test` tries ten times as many.
    private static let effort = ProcessInfo.processInfo.environment["FUZZ"].flatMap { Int($0) } ?? 1

    @Test func `what a query describes itself as asks for the same`() throws {
        var random = RandomQuery(numbers: SeededNumbers(state: 1))
        for _ in 0..<(4_000 * Self.effort) {
            let query = random.query()
            let text = query.description
            let again = try Query.parse(text).withoutRanges
            guard again == query, again.description == text else {
                Issue.record("\(query) became \(again)")
                return
            }
        }
    }

    @Test(arguments: 2..<6 as Range<UInt64>)
    func `random inputs are answered, and what is read describes itself`(seed: UInt64) {
        var random = RandomQuery(numbers: SeededNumbers(state: seed))
        for _ in 0..<(5_000 * Self.effort) {
            let text = random.rubbish(of: Self.pieces)
            do throws(QueryError) {
                let query = try Query.parse(text)
                let description = query.description
                guard try Query.parse(description).withoutRanges == query.withoutRanges else {
                    Issue.record("\(text.debugDescription) became \(description)")
                    return
                }
            } catch {
                let isInside = error.range.offset >= 0 && error.range.offset + error.range.length <= text.count
                guard isInside else {
                    Issue.record("\(text.debugDescription): \(error)")
                    return
                }
            }
        }
    }

    private static let pieces: [String] =
        Query.Field.allCases.flatMap { field in field.names.prefix(3).flatMap { [" \($0):", " \($0)", "\($0)>"] } } + [
            ":", "=", "!=", ">", ">=", "<", "<=", "~", "^", "：", "＞", "！＝", "(", ")", "（", "）", "\"", "“", "”", "＂",
            "-", "--", "－", "NOT ", " OR ", " AND ", "OR", ",", "，", "..", ".", "@", "@last", "#", "#42", "42", "1-5",
            "none",
            "me", "我", "any", "open", "待处理", "high", "2026-01", "-7d", "3d", "today", "field.", "字段.", "title",
            "due-desc",
            " ", "　", "\t", "\n", "\u{0}", "\u{1B}[0m", "\u{200B}", "\u{301}", "😀", "👨‍👩‍👧", "𠀀", "证书", "CDN｜证书", "\\", "'",
            "e\u{301}",
            "\r\n", "!", "！", "|", "/", "_", "status:", "category:", "was:", "changed:", "in:", "sort:", "sla:<",
            "created:",
        ]
}
