/// Which tickets of a block have which pieces. A block has one for its titles and one for its descriptions.
///
/// In bytes: for each of the 256 values of a piece's high byte, and once more for the end, the place of the first such piece
/// and of the first ticket listed for it (16 bits each, low byte first); then the low byte of each piece, in ascending order;
/// then, for each piece, one less than the count of its tickets; then all these tickets by their places in the block.
struct ShingleIndex {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let lows: Int
    private let counts: Int
    private let tickets: Int
    /// The first byte behind it.
    let end: Int

    private static let entry = 4
    private static let directory = 257 * entry

    /// - Returns: nil where the bytes from `start` on cannot be one.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        let directoryEnd = start + Self.directory
        guard directoryEnd <= bytes.count else { return nil }
        self.bytes = bytes
        directoryStart = start
        let pieces = Self.number(bytes, directoryEnd - Self.entry)
        lows = directoryEnd
        counts = lows + pieces
        tickets = counts + pieces
        end = tickets + Self.number(bytes, directoryEnd - Self.entry / 2)
        guard end <= bytes.count else { return nil }
    }

    private let directoryStart: Int

    /// The places of the tickets that have a piece, ascending.
    func tickets(with piece: UInt16) -> UnsafeBufferPointer<UInt8> {
        let first = directoryStart + Int(piece >> 8) * Self.entry
        let (low, next) = (UInt8(truncatingIfNeeded: piece), Self.number(bytes, first + Self.entry))
        var place = Self.number(bytes, first)
        var ticket = tickets + Self.number(bytes, first + Self.entry / 2)
        // Bytes that somebody else has written must lead nowhere else.
        guard lows + next <= counts else { return Self.none }
        while place < next, bytes[lows + place] < low {
            ticket += Int(bytes[counts + place]) + 1
            place += 1
        }
        guard place < next, bytes[lows + place] == low else { return Self.none }
        let ticketsEnd = ticket + Int(bytes[counts + place]) + 1
        return ticketsEnd <= end ? UnsafeBufferPointer(rebasing: bytes[ticket..<ticketsEnd]) : Self.none
    }

    /// Each piece with its tickets, in ascending order.
    func each(_ body: (UInt16, UnsafeBufferPointer<UInt8>) -> Void) {
        for high in 0..<256 {
            let first = directoryStart + high * Self.entry
            for place in Self.number(
                bytes, first)..<max(Self.number(bytes, first), Self.number(bytes, first + Self.entry))
            where lows + place < counts {
                let piece = UInt16(high) << 8 | UInt16(bytes[lows + place])
                body(piece, tickets(with: piece))
            }
        }
    }

    private static var none: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        Int(bytes[place]) | Int(bytes[place + 1]) << 8
    }
}

extension ShingleIndex {
    /// A ticket of a block that has a piece.
    struct Entry {
        var piece: UInt16
        var ticket: UInt8
    }

    /// Writes an index.
    /// - Parameter entries: each ticket at most once for a piece, by ticket.
    static func append(_ entries: [Entry], to bytes: inout [UInt8]) {
        let entries = sorted(sorted(entries) { Int($0.piece & 0xFF) }) { Int($0.piece >> 8) }
        var (directory, lows, counts): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
        var (high, previous): (Int, UInt16?) = (0, nil)
        func openDirectory(to last: Int, at ticket: Int) {
            while high <= last {
                for number in [lows.count, ticket] {
                    directory.append(UInt8(number & 0xFF))
                    directory.append(UInt8(number >> 8))
                }
                high += 1
            }
        }
        for (place, entry) in entries.enumerated() {
            openDirectory(to: Int(entry.piece >> 8), at: place)
            if entry.piece == previous {
                counts[counts.count - 1] += 1
            } else {
                lows.append(UInt8(truncatingIfNeeded: entry.piece))
                counts.append(0)
            }
            previous = entry.piece
        }
        openDirectory(to: 256, at: entries.count)
        bytes += directory + lows + counts
        bytes += entries.lazy.map(\.ticket)
    }

    /// By one byte; what is equal in it stays in order.
    private static func sorted(_ entries: [Entry], by byte: (Entry) -> Int) -> [Entry] {
        var starts = [Int](repeating: 0, count: 257)
        for entry in entries { starts[byte(entry) + 1] += 1 }
        for value in 1...256 { starts[value] += starts[value - 1] }
        var sorted = entries
        for entry in entries {
            sorted[starts[byte(entry)]] = entry
            starts[byte(entry)] += 1
        }
        return sorted
    }
}
