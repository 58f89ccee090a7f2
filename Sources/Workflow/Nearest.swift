/// Finds the known name that a mistyped one probably meant, by edit distance; swapped neighbours count as one edit.
package struct Nearest {
    private let wanted: [Unicode.Scalar]

    /// `name` is folded.
    package init(to name: String) {
        wanted = Array(name.unicodeScalars)
    }

    /// The nearest candidate within reach: one edit for short names, about a third of longer ones. Where none is, the
    /// shortest that holds the whole name, which was cut short.
    package func among(_ candidates: some Sequence<String>) -> String? {
        nearest(candidates) ?? holding(candidates)
    }

    private func holding(_ candidates: some Sequence<String>) -> String? {
        guard wanted.count >= 2 || wanted.first.map({ $0.value >= 0x3000 }) == true else { return nil }
        let name = String(String.UnicodeScalarView(wanted))
        return candidates.filter { folded($0).contains(name) }.min { $0.utf8.count < $1.utf8.count }
    }

    private func nearest(_ candidates: some Sequence<String>) -> String? {
        guard 1...40 ~= wanted.count else { return nil }
        var best: (name: String, distance: Int)?
        for name in candidates {
            let scalars = Array(folded(name).unicodeScalars)
            let longer = max(wanted.count, scalars.count)
            // A name of one scalar is no suggestion: every other would be one edit away.
            let reach = min(max(1, longer / 3), longer - 1, (best?.distance ?? Int.max) - 1)
            guard abs(wanted.count - scalars.count) <= reach else { continue }
            if let distance = distance(to: scalars, within: reach) { best = (name, distance) }
        }
        return best?.name
    }

    /// Nil when it is more than the reach.
    private func distance(to other: [Unicode.Scalar], within reach: Int) -> Int? {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for row in wanted.indices {
            var current = [row + 1]
            var least = row + 1
            for column in other.indices {
                let replaced = last[column] + (wanted[row] == other[column] ? 0 : 1)
                var edits = min(last[column + 1] + 1, current[column] + 1, replaced)
                if row > 0, column > 0, wanted[row] == other[column - 1], wanted[row - 1] == other[column] {
                    edits = min(edits, beforeLast[column - 1] + 1)
                }
                current.append(edits)
                least = min(least, edits)
            }
            // A swap can win back one.
            if least > reach + 1 { return nil }
            (beforeLast, last) = (last, current)
        }
        return last[other.count] <= reach ? last[other.count] : nil
    }
}
