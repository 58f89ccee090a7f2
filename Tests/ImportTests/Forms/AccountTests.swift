import Foundation
import Testing

@testable import Import

/// Every line of a file is in a ticket, outside and said, or a mark of structure.
@Suite struct AccountTests {
    /// Lines that are nowhere: the numbers of those that are in no ticket, in no range that is said, and no mark.
    private func unaccounted(_ dataset: Dataset, _ bytes: [UInt8]) -> [Int] {
        let places = dataset.entries.map(\.place.bytes)
        // Lines above the items of a list that name groups of them: their words are categories.
        let groups = dataset.form == .list ? Set(dataset.entries.flatMap(\.draft.categoryPath)) : []
        let said = dataset.coverage.outside
        let text = NobodysText(in: bytes)?.bytes ?? bytes
        return text.withUnsafeBufferPointer { text in
            let fences = ClosedFences(in: text, 0..<text.count)
            var lost: [Int] = []
            // A block of keys about the page, and the names of columns.
            let top = text.has("\u{FEFF}", at: 0, limit: text.count) ? 3 : 0
            let head =
                FrontMatter(in: text, from: top)?.end
                ?? (dataset.form == .csv ? text.line(at: 0, limit: text.count).next : 0)
            var at = top
            var number = 0
            while at < text.count {
                let line = text.line(at: at, limit: text.count)
                number += 1
                at = line.next
                guard text.skippingSpace(line.text) < line.end else { continue }
                let isMark =
                    line.start < head || RuleLine.isRule(line, in: text) || Heading(line, in: text) != nil
                    || PipeRow.isRow(line, in: text)
                    || PipeRow.isDivider(line, in: text)
                    || RuleLine.captioned(line, in: text) != nil || fences.hold(line.start)
                let isInside = places.contains { $0.overlaps(line.start..<max(line.next, line.start + 1)) }
                let words = text.text(line.text).split { " \t-*:：".contains($0) }.joined(separator: " ")
                if groups.contains(where: { $0.split { " \t-*:：".contains($0) }.joined(separator: " ") == words }) {
                    continue
                }
                if !isMark, !isInside, !said.contains(where: { $0.contains(number) }) { lost.append(number) }
            }
            return lost
        }
    }

    private static let folder = ProcessInfo.processInfo.environment["SPLICE_DATA"].map { URL(filePath: $0) }
    private static let rounds = ProcessInfo.processInfo.environment["FUZZ"].flatMap { Int($0) } ?? 150

    private static func texts(_ numbers: inout SeededNumbers) throws -> [[UInt8]] {
        var texts = FormSamples.all.map { Array($0.utf8) }
        for shape in DialectPairs.rows(sizes: DialectShape.sizes, seed: 9).shuffled(using: &numbers).prefix(12) {
            let shape = DialectShape(shape)
            texts.append(DialectWriter.file(DialectTests.tickets(shape, &numbers), shape))
        }
        guard let folder else { return texts }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            texts.append(Array(try Data(contentsOf: folder.appending(path: name))))
        }
        return texts
    }

    /// Pieces of several files, with lines left out, doubled and cut.
    private static func spliced(_ texts: [[UInt8]], _ numbers: inout SeededNumbers) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...3, using: &numbers) {
            guard let text = texts.randomElement(using: &numbers), !text.isEmpty else { continue }
            let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
            let start = Int.random(in: 0..<lines.count, using: &numbers)
            let end = min(lines.count, start + Int.random(in: 1...80, using: &numbers))
            for line in lines[start..<end] {
                switch Int.random(in: 0..<20, using: &numbers) {
                case 0: break
                case 1: bytes += line + [0x0A] + line + [0x0A]
                case 2: bytes += line.prefix(Int.random(in: 0...max(line.count, 1), using: &numbers)) + [0x0A]
                case 3: bytes += line
                default: bytes += line + [0x0A]
                }
            }
        }
        if Bool.random(using: &numbers), !bytes.isEmpty {
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
            }
        }
        return bytes
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `every line of spliced files is in a ticket, outside and said, or a mark`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let texts = try Self.texts(&numbers)
        for _ in 0..<Self.rounds {
            let bytes = Self.spliced(texts, &numbers)
            for isSeparated in [false, true] {
                let dataset = Dataset(bytes, isSeparated: isSeparated)
                #expect(dataset.entries.count == dataset.ticketCount)
                guard dataset.ticketCount > 0 else { continue }
                let lost = unaccounted(dataset, bytes)
                #expect(lost.isEmpty, "\(dataset.form) lines \(lost)\n\(String(decoding: bytes, as: UTF8.self))")
                #expect(dataset.entries.allSatisfy { !$0.draft.title.isEmpty })
                if !lost.isEmpty { return }
            }
        }
    }

    @Test func `half of the headings, or three of ten lines outside, is not understood`() {
        let ticket = { (title: String) in "## \(title)\n\n**分类**：A\n\n### 问题描述\n\nx\n\n" }
        let stray = { (title: String) in "## \(title)\n\n文字\n\n" }
        #expect(read(ticket("甲") + ticket("乙")).coverage.isUnderstood)
        #expect(!read("# 库\n\n一\n\n二\n\n三\n\n四\n\n" + ticket("甲")).coverage.isUnderstood)
        let mixed = read("## 说一\n\n文字\n\n## 说二\n\n文字\n\n## 说三\n\n文字\n\n" + ticket("甲") + ticket("乙") + stray("丙"))
        #expect(mixed.coverage.lookalikes == 6 && mixed.coverage.matched == 3)
    }

    @Test func `the ranges outside are those that a person counts`() {
        let text = "序言一\n\n序言二\n\n# 库\n\n## 甲\n\n**分类**：A\n\n### 问题描述\n\nx\n\n---\n\n## 总结\n\n共 1 个\n"
        #expect(read(text).coverage.outside == [1...3, 19...19])
        #expect(read(text).coverage.outsideText == "1–3, 19")
    }
}
