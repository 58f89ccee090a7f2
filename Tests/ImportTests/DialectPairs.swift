/// A generator of random numbers that a seed repeats.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Rows of choices that hold every pair of values of every two dimensions at least once.
enum DialectPairs {
    private struct Pair: Hashable {
        let first: Int
        let firstValue: Int
        let second: Int
        let secondValue: Int
    }

    /// Greedy: each row is the best of some random tries, begun from a pair that is still missing.
    static func rows(sizes: [Int], seed: UInt64) -> [[Int]] {
        var numbers = SeededNumbers(seed: seed)
        let all = allPairs(sizes).shuffled(using: &numbers)
        var missing = Set(all)
        var rows: [[Int]] = []
        for start in all where missing.contains(start) {
            var best: [Int] = []
            var bestCount = -1
            for _ in 0..<8 {
                let row = filled(from: start, sizes, &numbers)
                let count = pairs(of: row).count { missing.contains($0) }
                if count > bestCount { (best, bestCount) = (row, count) }
            }
            for pair in pairs(of: best) { missing.remove(pair) }
            rows.append(best)
        }
        return rows
    }

    private static func allPairs(_ sizes: [Int]) -> [Pair] {
        var pairs: [Pair] = []
        for first in sizes.indices {
            for second in sizes.indices where second > first {
                for a in 0..<sizes[first] {
                    for b in 0..<sizes[second] {
                        pairs.append(Pair(first: first, firstValue: a, second: second, secondValue: b))
                    }
                }
            }
        }
        return pairs
    }

    private static func filled(from start: Pair, _ sizes: [Int], _ numbers: inout SeededNumbers) -> [Int] {
        var row = sizes.map { Int.random(in: 0..<$0, using: &numbers) }
        row[start.first] = start.firstValue
        row[start.second] = start.secondValue
        return row
    }

    private static func pairs(of row: [Int]) -> [Pair] {
        var pairs: [Pair] = []
        for first in row.indices {
            for second in row.indices where second > first {
                pairs.append(Pair(first: first, firstValue: row[first], second: second, secondValue: row[second]))
            }
        }
        return pairs
    }
}
