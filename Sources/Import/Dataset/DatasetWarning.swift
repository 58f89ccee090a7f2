/// Something a person should know about a dataset. It carries values only; Desk puts them into words.
package struct DatasetWarning: Equatable, Sendable {
    package enum Code: String, CaseIterable, Sendable {
        /// The file declares another number of tickets than it holds; detail `declared/found`.
        case countDiffers
        case noTicket
        case noCategory
        case noDescription
        /// Neither answers nor a conversation.
        case noReply
        case emptyMessage
        /// Detail `expected/printed`.
        case numberingJumps
        /// A section the vocabulary does not know, kept under its own name, the detail.
        case unknownSection
        /// A section whose meaning was guessed from its name; detail `name: field`.
        case guessedSection
        /// A value that no table knows, kept under its own name; detail `name: value`.
        case unknownValue
        /// Several speak, and nothing says who asks and who answers: the first is the customer, of more than two all are; the
        /// detail names them.
        case rolesGuessed
        /// Lines outside of the tickets that were not read; the detail is their heading.
        case summarySkipped
        /// A heading at the level of the tickets that opens none; the detail is its text.
        case headingInsideTicket
        /// Lines that are in no ticket; detail `count: ranges`.
        case outsideTickets
        case byteOrderMark
        case invalidUTF8
        case nulByte
        case unclosedFence
        /// A line with no place of its own; the detail tells where it was kept.
        case unplacedLine
    }

    package var line: Int
    package var code: Code
    package var detail: String

    package init(line: Int, code: Code, detail: String = "") {
        self.line = line
        self.code = code
        self.detail = detail
    }
}
