// Tickets that no heading opens.
extension TaughtFinder {
    mutating func openLines(_ match: (TextLine) -> [String: Range<Int>]?) {
        var open: TicketPlace?
        bytes.eachLine(from: start) { line, number in
            guard let values = match(line) else { return }
            candidate.lookalikes += 1
            close(&open, at: line.start)
            var place = TicketPlace(
                start: line.start, line: number, title: values["title"] ?? line.start..<line.start, number: nil,
                isOnlyOrdinal: values["title"] == nil, body: line.next..<line.next)
            place.level = 0
            if case .line(let pattern) = taught.opening { take(values, &place, pattern) }
            open = place
        }
        close(&open, at: bytes.count)
    }

    mutating func openRules() {
        var from = (place: start, line: 1)
        func add(until end: Int, _ candidate: inout FormCandidate) {
            guard bytes.skippingSpace(from.place..<max(from.place, end)) < end else { return }
            var place = TicketPlace(
                start: from.place, line: from.line, title: from.place..<from.place, number: nil, isOnlyOrdinal: true,
                body: from.place..<end)
            place.level = 0
            candidate.places.append(place)
        }
        bytes.eachLine(from: start) { line, number in
            guard RuleLine.isRule(line, in: bytes) else { return }
            add(until: line.start, &candidate)
            from = (line.next, number + 1)
        }
        add(until: bytes.count, &candidate)
        // What stands above the first rule is about the file, where it holds no label.
        if let first = candidate.places.first,
            !survey.landmarks.contains(where: { first.body.contains($0.start) && $0.kind != .heading })
        {
            candidate.places.removeFirst()
        }
        candidate.lookalikes = candidate.places.count
    }

    mutating func openFile() {
        let front = FrontMatter(in: bytes, from: start)
        if let file = FileFinder.find(survey, front, in: bytes, from: start, vocabulary) {
            candidate = file
            candidate.form = .taught
            return
        }
        let body = front?.end ?? start
        var place = TicketPlace(
            start: start, line: 1, title: body..<body, number: nil, isOnlyOrdinal: true, body: body..<bytes.count)
        place.level = 0
        candidate.places = [place]
        candidate.lookalikes = 1
        if let front { candidate.shape = .file(front) }
    }

    mutating func openRows(isSeparated: Bool) {
        let found =
            CSVFinder.find(in: bytes, vocabulary, isSure: true)
            ?? TableFinder.find(survey, in: bytes, from: start, vocabulary)
        guard let found else { return }
        candidate = found
        candidate.form = .taught
    }
}
