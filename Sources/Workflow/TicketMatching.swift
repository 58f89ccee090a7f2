/// Which ticket of a file's earlier reading each ticket of its new reading is.
///
/// Equal contents are the same ticket wherever they stand, so one put in the middle shifts nothing. Between two tickets found that
/// way, those with equal titles are the same, and then, when as many are left on both sides, those at equal places. A ticket that
/// the latest version of the file lacks has no place there.
package struct TicketMatching: Equatable, Sendable {
    package struct Entry: Sendable {
        package var hash: ExactBytes
        package var title: ExactText
        /// Of an old entry: the latest version of the file holds it.
        package var isInLatest: Bool

        package init(hash: [UInt8], title: String, isInLatest: Bool = true) {
            self.hash = ExactBytes(hash)
            self.title = ExactText(title)
            self.isInLatest = isInLatest
        }
    }

    /// For each new entry the index of the old one that it is, or nil.
    package private(set) var matches: [Int?]
    /// How many were found by their contents, and how many others by their titles.
    package private(set) var sameContents = 0
    package private(set) var sameTitles = 0

    package init(old: [Entry], new: [Entry]) {
        matches = Array(repeating: nil, count: new.count)
        matchContents(old, new)
        matchGaps(old, new)
    }

    private mutating func matchContents(_ old: [Entry], _ new: [Entry]) {
        var places: [ExactBytes: [Int]] = [:]
        for index in old.indices.reversed() { places[old[index].hash, default: []].append(index) }
        for index in new.indices {
            guard let match = places[new[index].hash]?.popLast() else { continue }
            matches[index] = match
            sameContents += 1
        }
    }

    // A gap is a run of unmatched new entries, with the unmatched old ones between its neighbours' matches.
    private mutating func matchGaps(_ old: [Entry], _ new: [Entry]) {
        // Where tickets changed places, gaps can overlap.
        var taken = Set(matches.compactMap { $0 })
        var start = 0
        while start < new.count {
            guard matches[start] == nil else {
                start += 1
                continue
            }
            let end = new[start...].indices.first { matches[$0] != nil } ?? new.count
            let lower = start == 0 ? 0 : (matches[start - 1] ?? -1) + 1
            let upper = end == new.count ? old.count : matches[end] ?? old.count
            let free = lower < upper ? (lower..<upper).filter { !taken.contains($0) } : []
            pair(Array(start..<end), free, old, new)
            taken.formUnion(matches[start..<end].compactMap { $0 })
            start = end
        }
    }

    private mutating func pair(_ newPlaces: [Int], _ oldPlaces: [Int], _ old: [Entry], _ new: [Entry]) {
        var byTitle: [ExactText: [Int]] = [:]
        for place in oldPlaces.reversed() { byTitle[old[place].title, default: []].append(place) }
        var leftNew: [Int] = []
        var used: Set<Int> = []
        for place in newPlaces {
            if let match = byTitle[new[place].title]?.popLast() {
                matches[place] = match
                used.insert(match)
                sameTitles += 1
            } else {
                leftNew.append(place)
            }
        }
        let leftOld = oldPlaces.filter { !used.contains($0) && old[$0].isInLatest }
        guard leftOld.count == leftNew.count else { return }
        for (place, match) in zip(leftNew, leftOld) { matches[place] = match }
    }
}

/// Bytes as a key.
package struct ExactBytes: Hashable, Sendable {
    package let bytes: [UInt8]
    package init(_ bytes: [UInt8]) { self.bytes = bytes }
}
