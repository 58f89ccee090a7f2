import Testing

@testable import Storage

struct ShingleIndexTests {
    private struct Made {
        var bytes: [UInt8]
        var expected: [UInt16: [UInt8]]
    }

    /// An index of random entries, some pieces common and some rare.
    private func made(_ numbers: inout SeededNumbers) -> Made {
        var entries: [ShingleIndex.Entry] = []
        var expected: [UInt16: [UInt8]] = [:]
        for ticket in UInt8.min...UInt8.max {
            let count = Int.random(in: 0...30, using: &numbers)
            let highest: UInt16 = Bool.random(using: &numbers) ? 40 : .max
            for piece in Set((0..<count).map { _ in UInt16.random(in: 0...highest, using: &numbers) }).sorted() {
                entries.append(ShingleIndex.Entry(piece: piece, ticket: ticket))
                expected[piece, default: []].append(ticket)
            }
        }
        var bytes: [UInt8] = []
        ShingleIndex.append(entries, to: &bytes)
        return Made(bytes: bytes, expected: expected)
    }

    @Test(arguments: 1...20) func `each piece leads to its tickets, and every other to none`(seed: UInt64) throws {
        var numbers = SeededNumbers(state: seed)
        let made = made(&numbers)
        try made.bytes.withUnsafeBufferPointer { bytes in
            let index = try #require(ShingleIndex(bytes, from: 0))
            #expect(index.end == bytes.count)
            for piece in UInt16.min...UInt16.max {
                let tickets = Array(index.tickets(with: piece))
                if tickets != made.expected[piece, default: []] { Issue.record("piece \(piece): \(tickets)") }
            }
            var all: [UInt16: [UInt8]] = [:]
            index.each { all[$0] = Array($1) }
            #expect(all == made.expected)
        }
    }

    @Test func `an index of nothing has nothing`() throws {
        var bytes: [UInt8] = []
        ShingleIndex.append([], to: &bytes)
        try bytes.withUnsafeBufferPointer { bytes in
            let index = try #require(ShingleIndex(bytes, from: 0))
            #expect(index.tickets(with: 7).isEmpty)
        }
    }

    @Test(arguments: 1...40) func `bytes that were damaged never lead outside`(seed: UInt64) {
        var numbers = SeededNumbers(state: seed)
        var bytes = made(&numbers).bytes
        for _ in 0..<50 {
            if let place = bytes.indices.randomElement(using: &numbers) {
                bytes[place] = UInt8.random(in: 0...255, using: &numbers)
            }
        }
        bytes.removeLast(Int.random(in: 0...bytes.count, using: &numbers))
        bytes.withUnsafeBufferPointer { bytes in
            guard let index = ShingleIndex(bytes, from: 0) else { return }
            #expect(index.end <= bytes.count)
            // Debug builds stop at whatever lies outside.
            for piece in UInt16.min...UInt16.max where index.tickets(with: piece).count > 256 {
                Issue.record("too many")
            }
            index.each { _, _ in }
        }
    }
}
