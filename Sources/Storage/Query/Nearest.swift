/// Finds the known name that a mistyped one probably meant, by edit distance; swapped neighbours count as one edit.
package struct Nearest {
    private let wanted: [Unicode.Scalar]

    /// `name` is folded.
    package init(to name: String) {
        wanted = Array(name.unicodeScalars)
    }

    /// The nearest candidate within reach: one edit for short names, about a third of longer ones.
    package func among(_ candidates: some Sequence<String>) -> String? {
        guard 1...40 ~= wanted.count else { return nil }
        var best: (name: String, distance: Int)?
        for name in candidates {
            let distance = distance(to: Array(name.unicodeScalars))
            let reach = max(1, max(wanted.count, name.unicodeScalars.count) / 3)
            // A name of one or two scalars must share one, or every short word would be a suggestion.
            guard distance <= reach, distance < max(wanted.count, name.unicodeScalars.count) else { continue }
            if distance < best?.distance ?? Int.max { best = (name, distance) }
        }
        return best?.name
    }

    private func distance(to other: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for (row, scalar) in wanted.enumerated() {
            var current = [row + 1]
            for (column, candidate) in other.enumerated() {
                var edits = min(last[column + 1] + 1, current[column] + 1, last[column] + (scalar == candidate ? 0 : 1))
                if row > 0, column > 0, scalar == other[column - 1], wanted[row - 1] == candidate {
                    edits = min(edits, beforeLast[column - 1] + 1)
                }
                current.append(edits)
            }
            (beforeLast, last) = (last, current)
        }
        return last[other.count]
    }
}
