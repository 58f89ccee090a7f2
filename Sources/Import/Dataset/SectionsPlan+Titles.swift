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

    /// `Fixed — second round`, `High priority`: they group what stands below them. Where neither of the first two does, none is asked.
    func areGroups(in bytes: Bytes) -> Bool {
        let places = candidate.places.prefix(20)
        guard places.prefix(2).contains(where: { isGroup($0, in: bytes) }) else { return false }
        return places.count { isGroup($0, in: bytes) } * 2 >= places.count
    }

    private func isGroup(_ place: TicketPlace, in bytes: Bytes) -> Bool {
        guard place.number == nil, place.key == nil, place.title.count <= 60 else { return false }
        let name = bytes.text(place.title)
        return StatusWords.status(ofGroup: name) != nil
            || place.title.count <= 30 && PriorityTable.priority(ofGroup: name) != nil
    }
}
