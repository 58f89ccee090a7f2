import Workflow

// What the titles of a plan say together.
extension SectionsPlan {
    /// `Support mail 1`, `Support mail 2`.
    func titlesOnlyCount(in bytes: Bytes) -> Bool {
        func words(_ title: Range<Int>) -> Range<Int> {
            var end = title.upperBound
            while end > title.lowerBound, bytes[end - 1].isDigit { end -= 1 }
            return title.lowerBound..<end
        }
        guard candidate.places.count >= 2 else { return false }
        let first = words(candidate.places[0].title)
        guard !first.isEmpty else { return false }
        return candidate.places.allSatisfy {
            let here = words($0.title)
            return here.upperBound < $0.title.upperBound && bytes[here].elementsEqual(bytes[first])
        }
    }

    /// `Fixed — second round`, `High priority`: they group what stands below them.
    func areGroups(in bytes: Bytes) -> Bool {
        let named = candidate.places.prefix(20).count { place in
            guard place.number == nil, place.key == nil else { return false }
            let name = bytes.text(place.title)
            return StatusWords.status(ofGroup: name) != nil
                || place.title.count <= 30 && PriorityTable.priority(ofGroup: name) != nil
        }
        return named * 2 >= min(candidate.places.count, 20)
    }
}
