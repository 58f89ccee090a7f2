/// What a section or a label of a ticket tells.
enum SectionField: UInt8, Sendable {
    case title, category, firstCategory, secondCategory, thirdCategory, status, statusName
    /// What the source's own desk knows of the ticket: values of a line.
    case reference, priority, customer, assignee, created, closed, tags
    case description, answers, causes, conversation
    /// Dated entries of those who worked on it.
    case log
    /// A heading over labels, with no text of its own.
    case container
    /// Closes the file, or opens it: not part of a ticket.
    case summary

    var bit: UInt32 { 1 << UInt32(rawValue) }

    /// Fields that hold paragraphs; the others fit in a line.
    var isLong: Bool { self >= .description && self <= .log }

    var isCategory: Bool { self >= .category && self <= .thirdCategory }

    /// Known of a ticket before anybody has worked on it, and written in a header.
    var isHeader: Bool { self <= .tags && self != .title }

    /// The word in warnings.
    var name: String { "\(self)" }
}

extension SectionField: Comparable {
    static func < (a: SectionField, b: SectionField) -> Bool { a.rawValue < b.rawValue }
}
