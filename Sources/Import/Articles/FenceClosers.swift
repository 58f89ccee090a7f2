import Workflow

/// Finds the line that closes a block of code, quickly however many blocks are never closed.
struct FenceClosers {
    /// Places of lines that could close a block, in order, by their sign and its count.
    private var places: [UInt8: [Int: [Int]]] = [:]

    init(_ lines: [ArticleLine], in bytes: Bytes) {
        for index in lines.indices {
            guard let fence = Self.fence(lines[index], in: bytes), !fence.opensOnly else { continue }
            places[fence.sign, default: [:]][fence.count, default: []].append(index)
        }
    }

    /// Fences may stand in items and quotations.
    static func fence(_ line: ArticleLine, in bytes: Bytes) -> Fence? {
        guard let first = line.content.first, bytes[first] == 0x60 || bytes[first] == 0x7E else { return nil }
        return Fence(TextLine(start: first, end: line.content.upperBound, next: line.line.next), in: bytes)
    }

    func first(after index: Int, closing fence: Fence) -> Int? {
        let counts = places[fence.sign] ?? [:]
        return counts.compactMap { $0.key >= fence.count ? Self.first(after: index, in: $0.value) : nil }.min()
    }

    private static func first(after index: Int, in places: [Int]) -> Int? {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle] <= index { low = middle + 1 } else { high = middle }
        }
        return low < places.count ? places[low] : nil
    }
}
