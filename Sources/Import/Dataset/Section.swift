/// A part of a ticket: what it tells, under which name, and its bytes.
struct Section {
    enum Look: UInt8 { case preface, heading, label }

    var field: SectionField?
    var look: Look
    /// Nil for text that stands under no name.
    var name: Range<Int>?
    /// Where the line that opens it starts, and that line's number.
    var start: Int
    var line: Int
    var content: Range<Int>
    /// The content is the rest of the opening line, whatever follows.
    var isOneLine = false
    var isGuess = false
    /// Text only, when the ticket tells this field under a heading too.
    var isDoubtful = false

    static func preface(at start: Int, line: Int) -> Section {
        Section(field: nil, look: .preface, name: nil, start: start, line: line, content: start..<start)
    }
}
