/// Brings two changes of one text together, line by line. Where both changed the same lines, ours stay.
package struct TextMerge: Equatable, Sendable {
    package private(set) var bytes: [UInt8] = []
    /// Lines of the result, from 1, where the other change was left out.
    package private(set) var conflicts: [Int] = []

    package init(base: [UInt8], ours: [UInt8], theirs: [UInt8]) {
        let (base, ours, theirs) = (Self.lines(base), Self.lines(ours), Self.lines(theirs))
        let toOurs = Self.matches(base, ours)
        let toTheirs = Self.matches(base, theirs)
        var (b, o, t, line) = (0, 0, 0, 1)
        while b < base.count || o < ours.count || t < theirs.count {
            let next = (b..<base.count).first { toOurs[$0] != nil && toTheirs[$0] != nil }
            let (endOurs, endTheirs) = (
                next.flatMap { toOurs[$0] } ?? ours.count, next.flatMap { toTheirs[$0] } ?? theirs.count
            )
            take(base[b..<(next ?? base.count)], ours[o..<endOurs], theirs[t..<endTheirs], &line)
            guard let next else { return }
            bytes += base[next]
            line += 1
            (b, o, t) = (next + 1, endOurs + 1, endTheirs + 1)
        }
    }

    private typealias Lines = ArraySlice<ArraySlice<UInt8>>

    private mutating func take(_ base: Lines, _ ours: Lines, _ theirs: Lines, _ line: inout Int) {
        let isOursNew = !ours.elementsEqual(base)
        let isTheirsNew = !theirs.elementsEqual(base)
        if isOursNew, isTheirsNew, !ours.elementsEqual(theirs) { conflicts.append(line) }
        let kept = isOursNew ? ours : theirs
        for text in kept { bytes += text }
        line += kept.count
    }

    /// The lines that differ between two texts: what is gone before what is new, in the order of the text.
    package static func differences(_ before: [UInt8], _ after: [UInt8]) -> [(isNew: Bool, text: String)] {
        let (before, after) = (lines(before), lines(after))
        let places = matches(before, after)
        var found: [(isNew: Bool, text: String)] = []
        var (b, a) = (0, 0)
        while b < before.count || a < after.count {
            let next = (b..<before.count).first { places[$0] != nil }
            let end = next.flatMap { places[$0] } ?? after.count
            found += before[b..<(next ?? before.count)].map { (false, text($0)) }
            found += after[a..<end].map { (true, text($0)) }
            guard let next else { break }
            (b, a) = (next + 1, end + 1)
        }
        return found
    }

    private static func text(_ line: ArraySlice<UInt8>) -> String {
        let end = line.last == 0x0A ? line.dropLast() : line
        return String(decoding: end.last == 0x0D ? end.dropLast() : end, as: UTF8.self)
    }

    /// With their line ends.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for at in bytes.indices where bytes[at] == 0x0A {
            lines.append(bytes[start...at])
            start = at + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    /// For each line of the one text the place of the same line in the other.
    private static func matches(_ base: [ArraySlice<UInt8>], _ other: [ArraySlice<UInt8>]) -> [Int?] {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in other.difference(from: base) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        let places = other.indices.filter { !inserted.contains($0) }
        var kept = places.makeIterator()
        return base.indices.map { removed.contains($0) ? nil : kept.next() }
    }
}
