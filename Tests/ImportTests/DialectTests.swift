import Testing
import Workflow

@testable import Import

@Suite struct DialectTests {
    static let seeds: [UInt64] = [1, 2, 3, 4, 5]
    static let shapes = Dictionary(
        uniqueKeysWithValues: seeds.map { seed in
            (seed, DialectPairs.rows(sizes: DialectShape.sizes, seed: seed).map { DialectShape($0) })
        })

    /// Enough tickets for habits to show, few enough for many dialects.
    static func tickets(_ shape: DialectShape, _ numbers: inout SeededNumbers) -> [DialectTicket] {
        (0..<7).map { _ in DialectTicket(shape, &numbers) }
    }

    @Test(arguments: seeds)
    func `every pair of habits is read exactly as it was written`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        var failures = 0
        for shape in DialectTests.shapes[seed] ?? [] {
            let tickets = DialectTests.tickets(shape, &numbers)
            let bytes = DialectWriter.file(tickets, shape)
            let difference = DialectTests.difference(Dataset(bytes), tickets)
            guard let difference else { continue }
            failures += 1
            if failures <= 6 {
                Issue.record("\(shape)\n\(difference)\n\(String(decoding: bytes.prefix(1500), as: UTF8.self))")
            }
        }
        #expect(failures == 0)
    }

    @Test(arguments: seeds) func `no line of a ticket is lost in any dialect`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for shape in DialectTests.shapes[seed] ?? [] {
            let bytes = DialectWriter.file(DialectTests.tickets(shape, &numbers), shape)
            #expect(LinesAccounted.lost(in: Dataset(bytes), bytes) == [], "\(shape)")
        }
    }

    private static func difference(_ dataset: Dataset, _ tickets: [DialectTicket]) -> String? {
        guard dataset.ticketCount == tickets.count else {
            return "\(dataset.ticketCount) tickets, not \(tickets.count)"
        }
        for (index, ticket) in tickets.enumerated() {
            let draft = dataset.entry(at: index).draft
            if let field = difference(draft, ticket.draft(at: index + 1)) { return "ticket \(index + 1) \(field)" }
        }
        return nil
    }

    private static func difference(_ read: TicketDraft, _ written: TicketDraft) -> String? {
        for (a, b) in zip(Mirror(reflecting: read).children, Mirror(reflecting: written).children)
        where "\(a.value)" != "\(b.value)" {
            return "\(a.label ?? "")\nread    \(a.value)\nwritten \(b.value)"
        }
        return read == written ? nil : "differs"
    }
}
