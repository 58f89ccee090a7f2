import Workflow

/// Makes a draft of an item: its line is the title, what is indented below is the description.
enum ListReader {
    static func read(_ place: TicketPlace, _ dialect: Dialect, in bytes: Bytes) -> ReadDraft {
        let text = Text(bytes: bytes, dialect: dialect)
        var told = TitleStatus.read(place.title, in: bytes)
        // A box that says otherwise is believed, and the words stay where a person sees them.
        let agrees = told.status == nil || place.status == nil || place.status == told.status
        if !agrees { told = TitleStatus(text: place.title) }
        var title = text.string(told.text)
        let item = ItemLabels(ListReader.dedented(text.string(text: place.body)), line: place.line)
        var below = item.text
        if goesOnBelow(place, in: bytes), let whole = WrappedTitle.whole(title, below) {
            (title, below) = whole
            let ending = TitleStatus.read(title)
            if let status = ending.status, place.status == nil {
                (title, told.status) = (ending.text, told.status ?? status)
            }
        }
        if let (lead, rest) = ListReader.lead(of: title) {
            title = lead
            below = below.isEmpty ? rest : rest + "\n" + below
        } else {
            title = TicketTitle.withoutBold(title)
        }
        let isDone = place.status == nil && ListReader.cutDone(&title, below)
        return item.labels.bytes.withUnsafeBufferPointer { labels in
            var dialect = dialect
            dialect.comments = []
            var reader = DraftReader(
                title: title, Text(bytes: labels, dialect: dialect), ClosedFences(in: labels, 0..<0))
            if !below.isEmpty { reader.draft.description = below }
            // A box says more than the name of its group.
            reader.draft.status = isDone ? .resolved : place.status ?? told.status
            if isDone { reader.draft.statusText = "DONE" }
            if let words = told.priority { reader.take(text.string(words), of: .priority) }
            return read(item.labels.sections, reader, place, in: bytes)
        }
    }

    /// What labels below the item tell of it, read as cells of a row are. A box above them says more.
    private static func read(
        _ labels: [Section], _ reader: DraftReader, _ place: TicketPlace, in bytes: Bytes
    ) -> ReadDraft {
        var reader = reader
        for section in labels where !section.content.isEmpty {
            if section.field == .status, reader.draft.status != nil {
                reader.keep(section)
            } else {
                reader.readCell(section)
            }
        }
        var rest = place
        rest.groups = []
        reader.place(rest, groups: place.groups, of: bytes)
        reader.shortenTitle()
        return ReadDraft(reader, bytes: bytes, from: place)
    }

    /// `**The gate sticks.** In the rain it …`: what is in bold is the title, where it is more than a label.
    private static func lead(of title: String) -> (title: String, rest: String)? {
        var title = title
        return title.withUTF8 { buffer in
            let bytes = Bytes(rebasing: buffer[...])
            guard let mark = BoldMark(0..<bytes.count, longest: 160, in: bytes), !mark.rest.isEmpty,
                Vocabulary.standard.meaning(of: mark.name, in: bytes).meaning == nil
            else { return nil }
            let name = bytes.text(mark.name)
            let isSentence = name.utf8.count >= 12 && (name.utf8.contains(0x20) || name.utf8.contains { $0 >= 0xE0 })
            let isParted =
                name.utf8.count >= 4
                && ["—", "–"].contains { bytes.has($0, at: mark.rest.lowerBound, limit: mark.rest.upperBound) }
            guard isSentence || isParted else { return nil }
            var lead = Substring(name)
            if lead.hasSuffix(".") || lead.hasSuffix("。") { lead.removeLast() }
            let rest = Substring(bytes.text(mark.rest)).drop { "—–-:： ".contains($0) }
            return rest.isEmpty ? nil : (String(lead), String(rest))
        }
    }

    /// No blank line stands between the title and what is below it.
    private static func goesOnBelow(_ place: TicketPlace, in bytes: Bytes) -> Bool {
        let between = bytes[place.title.upperBound...].prefix { $0 <= 0x20 }
        return between.count { $0 == 0x0A } == 1
    }

    /// `paint the boat DONE`, also at the end of the lines below.
    private static func cutDone(_ title: inout String, _ below: String) -> Bool {
        for mark in [" DONE", " (DONE)", " [DONE]", " FIXED"] {
            if title.hasSuffix(mark) {
                title = String(title.dropLast(mark.count))
                return true
            }
            if below.hasSuffix(mark) || below == mark.dropFirst() { return true }
        }
        return false
    }

    /// Without the blanks that all lines begin with.
    private static func dedented(_ lines: String) -> String {
        let all = lines.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.replacing("\t", with: "    ")
        }
        let least = all.filter { !$0.allSatisfy { $0 == " " } }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        let text = all.map { String($0.dropFirst(min(least, $0.prefix { $0 == " " }.count))) }.joined(separator: "\n")
        return String(Substring(text).trimmingLines)
    }
}

extension Substring {
    /// Without blank lines at its ends, and blanks behind the last word.
    var trimmingLines: Substring {
        var text = self
        while let first = text.first, first == "\n" { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return text
    }
}
