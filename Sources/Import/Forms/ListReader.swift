import Workflow

/// Makes a draft of an item: its line is the title, what is indented below is the description.
enum ListReader {
    static func read(_ place: TicketPlace, _ dialect: Dialect, in bytes: Bytes) -> ReadDraft {
        let text = Text(bytes: bytes, dialect: dialect)
        var told = TitleStatus.read(place.title, in: bytes)
        // A box that says otherwise is believed, and the words stay where a person sees them.
        let agrees = told.status == nil || place.status == nil || place.status == told.status
        var reader = DraftReader(
            title: text.string(agrees ? told.text : place.title), text, ClosedFences(in: bytes, 0..<0))
        var below = ListReader.dedented(text.string(text: place.body))
        if goesOnBelow(place, in: bytes), let whole = WrappedTitle.whole(reader.draft.title, below) {
            (reader.draft.title, below) = whole
            let ending = TitleStatus.read(reader.draft.title)
            if let status = ending.status, place.status == nil {
                (reader.draft.title, told.status) = (ending.text, told.status ?? status)
            }
        }
        if !below.isEmpty { reader.draft.description = below }
        let isDone = place.status == nil && ListReader.cutDone(&reader.draft.title, below)
        // A box says more than the name of its group.
        reader.draft.status = isDone ? .resolved : place.status ?? told.status
        if isDone { reader.draft.statusText = "DONE" }
        reader.finishLabels(of: place)
        reader.shortenTitle()
        return ReadDraft(reader, bytes: bytes, from: place)
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
