import Workflow

/// Ranges of bytes in order, none of which overlaps another. Files have hundreds of thousands of them, so they are searched by halves.
extension [Range<Int>] {
    /// The same places, in order, what overlaps or touches as one.
    var inOrder: [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    func hold(_ place: Int) -> Bool { first(behind: place)?.contains(place) ?? false }

    func first(overlapping range: Range<Int>) -> Range<Int>? {
        guard let found = first(behind: range.lowerBound), found.overlaps(range) else { return nil }
        return found
    }

    /// The first that does not end before a place.
    private func first(behind place: Int) -> Range<Int>? {
        let index = partitioningIndex { $0.upperBound > place }
        return index < count ? self[index] : nil
    }
}
