/// What a ticket says, line by line, for finding it again under another title.
package struct TicketLines: Sendable {
    /// The title that its source gives it, which the desk may have changed.
    let title: ExactText
    let lines: Set<ExactText>

    package init(_ draft: TicketDraft) {
        title = ExactText(draft.title)
        let texts =
            [draft.description ?? ""] + draft.turns.map(\.body) + draft.answers + draft.notes.map(\.body)
            + draft.rootCauses
            + draft.extra.map(\.text)
        var lines: Set<ExactText> = []
        for text in texts {
            for line in text.split(separator: "\n") {
                let line = String(line).trimmed
                if !line.isEmpty { lines.insert(ExactText(line)) }
            }
        }
        self.lines = lines
    }
}

extension TicketMatching {
    /// Pairs what is left by references, by the titles of the sources, and then by most of what a ticket says: of the lines that no other
    /// ticket of its side says, more than half of the smaller one's. What many say, as greetings, tells nothing.
    /// - Parameter old: nil for one whose source is not kept.
    package mutating func matchTexts(old: [TicketLines?], new: [TicketLines]) {
        _ = matchOnlyOnes(references.old, references.new)
        _ = matchOnlyOnes(old.map { $0?.title }, new.map(\.title))
        let (oldPlaces, newPlaces) = (Self.onlyTellers(old), Self.onlyTellers(new))
        var shared: [Int: [Int: Int]] = [:]
        for (line, place) in newPlaces {
            guard let match = oldPlaces[line], canMatch(place, with: match) else { continue }
            shared[place, default: [:]][match, default: 0] += 1
        }
        let (oldCounts, newCounts) = (Self.counts(oldPlaces), Self.counts(newPlaces))
        for place in shared.keys.sorted() {
            let best = (shared[place] ?? [:]).filter { canMatch(place, with: $0.key) }
                .max { ($0.value, $1.key) < ($1.value, $0.key) }
            guard let best, best.value * 2 > min(oldCounts[best.key] ?? 0, newCounts[place] ?? 0) else { continue }
            match(place, with: best.key)
        }
    }

    /// The lines that one ticket alone says, and which.
    private static func onlyTellers(_ tickets: [TicketLines?]) -> [ExactText: Int] {
        var places = OnlyPlaces()
        for (index, ticket) in tickets.enumerated() {
            for line in ticket?.lines ?? [] { places.add(line, at: index) }
        }
        return places.places
    }

    private static func counts(_ places: [ExactText: Int]) -> [Int: Int] {
        places.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
