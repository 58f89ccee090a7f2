import Workflow

/// The turns of a conversation as ranges of the file.
struct Conversation {
    struct Utterance {
        let role: Role
        let body: Range<Int>
        let line: Int
        let note: Range<Int>?
    }

    private typealias Open = (role: Role, body: Int, line: Int, note: Range<Int>?)

    private(set) var utterances: [Utterance] = []
    /// Lines before the first speaker.
    private(set) var lead: Range<Int>

    /// Nil when the first line is no speaker's; `searches` allows lines before the first speaker.
    init?(_ range: Range<Int>, in bytes: Bytes, searches: Bool = false) {
        guard !range.isEmpty else { return nil }
        lead = range.lowerBound..<range.lowerBound
        var form: Speaker.Form?
        var open: Open?
        var at = range.lowerBound
        var number = 0
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            if line.start < line.end, form.map({ Speaker.mayOpen(bytes[line.start], $0) }) ?? true,
                let speaker = Speaker(line, in: bytes), form == nil || speaker.form == form
            {
                if let open { add(open, until: line.start, in: bytes) }
                if form == nil { lead = bytes.trimmed(range.lowerBound..<line.start) }
                form = speaker.form
                open = (speaker.role, speaker.body, number, speaker.note)
            } else if form == nil, !searches {
                return nil
            }
            number += 1
            at = line.next
        }
        guard let open else { return nil }
        add(open, until: range.upperBound, in: bytes)
    }

    private mutating func add(_ open: Open, until end: Int, in bytes: Bytes) {
        let body = bytes.trimmed(open.body..<max(open.body, end))
        utterances.append(Utterance(role: open.role, body: body, line: open.line, note: open.note))
    }
}
