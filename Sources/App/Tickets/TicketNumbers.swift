import Storage
import Workflow

/// The ticket numbers on a command line.
package struct TicketNumbers {
    private let terms: [String]
    /// A range gives what is in the trash.
    private let areInTrash: Bool

    package init(_ terms: [String], inTrash areInTrash: Bool = false) throws {
        guard !terms.isEmpty else { throw UsageError.noNumbers }
        self.terms = terms
        self.areInTrash = areInTrash
    }

    /// Whether a single number was given, and neither a list nor a range.
    package var isOne: Bool { terms.count == 1 && Self.number(terms[0]) != nil }

    /// Whether a word is meant for numbers: digits, ranges, references.
    package static func looksLikeNumbers(_ word: String) -> Bool {
        word == "-" || word.lowercased().hasPrefix("ref:") || word.allSatisfy { "#0123456789-,.".contains($0) }
    }

    /// The numbers, where nothing but a few numbers was given.
    package static func plain(_ terms: [String]) -> [Ticket.Number]? {
        let parts = terms.flatMap { $0.split(separator: ",") }
        let numbers = parts.compactMap { number(String($0)) }
        return numbers.count == parts.count && 1...100 ~= numbers.count ? numbers : nil
    }

    /// The numbers in the order given; a range gives those that are there.
    /// - Throws: `StorageError.noSuchTicket` for a single number that is not there.
    package func found(_ queryContext: QueryContext, in db: any Transaction) throws -> [Ticket.Number] {
        var numbers: [Ticket.Number] = []
        for part in terms.flatMap({ $0.split(separator: ",") }) {
            let text = String(part)
            if let number = Self.number(text) {
                numbers.append(number)
            } else {
                numbers += try query(text, queryContext, in: db)
            }
        }
        guard !numbers.isEmpty else { throw StorageError.noTickets(terms.joined(by: " ")) }
        return numbers
    }

    private static func number(_ text: String) -> Ticket.Number? {
        let digits = text.hasPrefix("#") ? String(text.dropFirst()) : text
        return Int64(digits).flatMap { $0 > 0 ? Ticket.Number($0) : nil }
    }

    private func query(_ text: String, _ queryContext: QueryContext, in db: any Transaction) throws -> [Ticket.Number] {
        do {
            let query = try Query.parse(text, in: db)
            let isReference = text.lowercased().hasPrefix("ref:")
            let isZero = text.allSatisfy { $0 == "0" || $0 == "#" }
            guard !isZero, query.isOnlyIds || isReference else { throw UsageError.badNumbers(text) }
            let asked = areInTrash ? try Query.parse((isReference ? "" : "id:") + text + " is:deleted", in: db) : query
            return try TicketList(asked, queryContext, in: db).numbers().sorted()
        } catch let error as QueryError {
            throw QueryFault(error: error, text: text)
        }
    }
}

/// One ticket, and not several.
package enum OneTicket {
    /// - Throws: `UsageError.badNumbers` when the word means several tickets, or none.
    package static func find(_ word: String, _ queryContext: QueryContext, in db: any Transaction) throws
        -> Ticket.Number
    {
        let found = try TicketNumbers([word]).found(queryContext, in: db)
        guard found.count == 1 else { throw UsageError.badNumbers(word) }
        return found[0]
    }

    /// The first of those that the word means; where it means none, that is what `found` throws.
    package static func first(of word: String, _ queryContext: QueryContext, in db: any Transaction) throws
        -> Ticket.Number
    {
        try TicketNumbers([word]).found(queryContext, in: db)[0]
    }
}
