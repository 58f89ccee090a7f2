import Workflow

/// How a person says that tickets are written: a short text, line by line, that compiles to the tables every file is read with.
package struct TaughtDialect: Equatable, Sendable {
    enum Opening: Equatable, Sendable {
        /// A heading at a level, or at any, that reads so.
        case heading(level: Int?, LinePattern?)
        case line(LinePattern)
        case rule, file, row
    }

    /// What headings above the tickets say of them.
    enum Group: Equatable, Sendable { case category, status, nothing }

    package internal(set) var name: String
    /// The text it was made of.
    package let text: String
    var opening = Opening.heading(level: nil, nil)
    /// Names of labels, columns and sections as the file writes them; nil for what is left out.
    var fields: [(name: String, field: SectionField)] = []
    /// Lines that open a section by being exactly so, whatever marks they are written with.
    var sectionLines: [(text: [UInt8], field: SectionField)] = []
    var times: [TimeForm] = []
    var turn: LinePattern?
    var customers: [String] = []
    var agents: [String] = []
    var group: (level: Int, meaning: Group)?
    var priorities: [String: Priority] = [:]
    var statuses: [String: Status] = [:]
    /// Lines that are nobody's text; a heading takes what stands below it along.
    var ignored: [String] = []
    var ignoresFences = false

    init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    package static func == (a: TaughtDialect, b: TaughtDialect) -> Bool { a.name == b.name && a.text == b.text }
}

/// Why the text of a dialect was refused: its line, from 1, and what is wrong with it.
package struct DialectFault: Error, Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        case unknownWord(String, nearest: String?)
        case unknownField(String, nearest: String?)
        case badPattern(String)
        case badTime(String)
        case badValue(String)
        case expected(String)
        case noTicket
    }

    package var line: Int
    package var kind: Kind
}
