/// Which ticket of a file's earlier reading each ticket of its new reading is.
///
/// Equal contents are the same ticket wherever they stand, so one put in the middle shifts nothing; what a ticket said in an
/// earlier version finds it too, so a file may go back to what it was. Then titles that both sides have once are the same, and
/// equal titles in the same order between two tickets found that way. Last what is left may be found by its reference and its
/// text (`matchTexts`). A place alone makes nothing the same: where another matter stands, the old one is gone. What has
/// different references is never the same.
package struct TicketMatching: Equatable, Sendable {
    package struct Entry: Sendable {
        package var hash: ExactBytes
        /// Of an old entry: what it said in versions before the present one.
        package var earlierHashes: Set<ExactBytes>
        package var title: ExactText
        /// What the source's own desk calls it.
        package var reference: ExactText?

        package init(hash: [UInt8], earlierHashes: Set<ExactBytes> = [], title: String, reference: String? = nil) {
            self.hash = ExactBytes(hash)
            self.earlierHashes = earlierHashes
            self.title = ExactText(title)
            self.reference = reference.map(ExactText.init)
        }
    }

    /// For each new entry the index of the old one that it is, or nil.
    package private(set) var matches: [Int?]
    /// How many were found by their contents, and how many others by their titles.
    package private(set) var sameContents = 0
    package private(set) var sameTitles = 0
    private var taken: Set<Int> = []
    let references: (old: [ExactText?], new: [ExactText?])

    package static func == (a: TicketMatching, b: TicketMatching) -> Bool { a.matches == b.matches }

    package init(old: [Entry], new: [Entry]) {
        references = (old.map(\.reference), new.map(\.reference))
        matches = Array(repeating: nil, count: new.count)
        matchContents(old.map { [$0.hash] }, new)
        matchContents(old.map(\.earlierHashes), new)
        sameTitles += matchOnlyOnes(old.map(\.title), new.map(\.title))
        matchGaps(old, new)
    }

    /// Whether a ticket is left on both sides.
    package func leavesSome(of oldCount: Int) -> Bool { taken.count < min(oldCount, matches.count) }

    mutating func match(_ new: Int, with old: Int) {
        matches[new] = old
        taken.insert(old)
    }

    /// Neither is matched, and no references say that they are two.
    func canMatch(_ new: Int, with old: Int) -> Bool {
        guard matches[new] == nil, !taken.contains(old) else { return false }
        guard let mine = references.new[new], let theirs = references.old[old] else { return true }
        return mine == theirs
    }

    private mutating func matchContents(_ old: [some Collection<ExactBytes>], _ new: [Entry]) {
        var places: [ExactBytes: [Int]] = [:]
        for index in old.indices.reversed() where !taken.contains(index) {
            for hash in old[index] { places[hash, default: []].append(index) }
        }
        for index in new.indices where matches[index] == nil {
            while let match = places[new[index].hash]?.popLast() {
                // One that said several things is found by one of them.
                guard !taken.contains(match) else { continue }
                self.match(index, with: match)
                sameContents += 1
                break
            }
        }
    }

    /// Pairs what is left on both sides and has a key that nothing else of its side has.
    /// - Returns: how many.
    mutating func matchOnlyOnes(_ old: [ExactText?], _ new: [ExactText?]) -> Int {
        let oldPlaces = Self.onlyPlaces(old)
        var count = 0
        for (key, index) in Self.onlyPlaces(new) {
            guard let match = oldPlaces[key], canMatch(index, with: match) else { continue }
            self.match(index, with: match)
            count += 1
        }
        return count
    }

    private static func onlyPlaces(_ keys: [ExactText?]) -> [ExactText: Int] {
        keys.enumerated().reduce(into: OnlyPlaces()) { places, key in
            if let text = key.element { places.add(text, at: key.offset) }
        }.places
    }

    // A gap is a run of unmatched new entries, with the unmatched old ones between its neighbours' matches. Where tickets
    // changed places, gaps can overlap.
    private mutating func matchGaps(_ old: [Entry], _ new: [Entry]) {
        var start = 0
        while start < new.count {
            guard matches[start] == nil else {
                start += 1
                continue
            }
            let end = new[start...].indices.first { matches[$0] != nil } ?? new.count
            let lower = start == 0 ? 0 : (matches[start - 1] ?? -1) + 1
            let upper = end == new.count ? old.count : matches[end] ?? old.count
            if lower < upper { pair(start..<end, (lower..<upper).filter { !taken.contains($0) }, old, new) }
            start = end
        }
    }

    private mutating func pair(_ newPlaces: Range<Int>, _ oldPlaces: [Int], _ old: [Entry], _ new: [Entry]) {
        var byTitle: [ExactText: [Int]] = [:]
        for place in oldPlaces.reversed() { byTitle[old[place].title, default: []].append(place) }
        for place in newPlaces {
            guard let match = byTitle[new[place].title]?.last, canMatch(place, with: match) else { continue }
            byTitle[new[place].title]?.removeLast()
            self.match(place, with: match)
            sameTitles += 1
        }
    }
}

/// Where texts stand that stand at one place only.
struct OnlyPlaces {
    private(set) var places: [ExactText: Int] = [:]
    private var several: Set<ExactText> = []

    mutating func add(_ text: ExactText, at place: Int) {
        guard !several.contains(text), places.updateValue(place, forKey: text) != nil else { return }
        places[text] = nil
        several.insert(text)
    }
}

/// Bytes as a key.
package struct ExactBytes: Hashable, Sendable {
    package let bytes: [UInt8]
    package init(_ bytes: [UInt8]) { self.bytes = bytes }
}
