import Workflow

/// A file of tickets on its way in. Its tickets are asked for one at a time, so that a large file costs little memory.
package struct IncomingFile {
    package var name: String
    package var path: String
    package var sha256: [UInt8]
    package var bytes: [UInt8]
    /// How many tickets the file says it holds, where it says so.
    package var declared: Int?
    package var ticketCount: Int
    /// Most of its lines and of what looks like tickets are in tickets, or somebody wants it all the same.
    package var isUnderstood = true
    /// Which one it was decoded from, and by which taught dialect it was read.
    package var encoding: String?
    package var dialect: String?
    /// Which formula made the content hashes; older ones are made again from the stored bytes.
    package var hashFormula: Int
    /// The ticket at an index from 0.
    package var ticket: (Int) -> IncomingTicket
    /// What tells the ticket at an index from others, without what it takes to write it.
    package var outline: (Int) -> TicketOutline
    /// Reads the bytes of an earlier version of the file; nil where it reads no ticket now.
    package var reread: ([UInt8]) -> (Int) -> IncomingTicket?

    package init(
        name: String, path: String, sha256: [UInt8], bytes: [UInt8], declared: Int?, ticketCount: Int, hashFormula: Int,
        ticket: @escaping (Int) -> IncomingTicket, outline: ((Int) -> TicketOutline)? = nil,
        reread: @escaping ([UInt8]) -> (Int) -> IncomingTicket?
    ) {
        self.name = name
        self.path = path
        self.sha256 = sha256
        self.bytes = bytes
        self.declared = declared
        self.ticketCount = ticketCount
        self.hashFormula = hashFormula
        self.ticket = ticket
        self.outline =
            outline
            ?? { index in
                let ticket = ticket(index)
                return TicketOutline(draft: ticket.draft, contentHash: ticket.contentHash)
            }
        self.reread = reread
    }
}

/// A ticket of an incoming file as far as it is compared with others.
package struct TicketOutline: Sendable {
    package let draft: TicketDraft
    package let contentHash: [UInt8]

    package init(draft: TicketDraft, contentHash: [UInt8]) {
        self.draft = draft
        self.contentHash = contentHash
    }

    var entry: TicketMatching.Entry {
        TicketMatching.Entry(hash: contentHash, title: draft.title, reference: draft.values.reference)
    }
}

/// One ticket of an incoming file. A class, because it is handed on a few times and holds much.
package final class IncomingTicket: Sendable {
    package let draft: TicketDraft
    /// The draft's, made once; like the tokens of its text, where a second thread makes tickets, there.
    package let messages: [MessageDraft]
    let text: TicketText
    let shingles: Shingles
    package let place: SourcePlace
    package let contentHash: [UInt8]
    /// The listed answers are not just the agent's turns.
    package let answersDiffer: Bool

    /// The desk's, for times that name none.
    let zone: TimeZoneRules

    package init(
        draft: TicketDraft, place: SourcePlace, contentHash: [UInt8], answersDiffer: Bool, zone: TimeZoneRules = .utc
    ) {
        self.draft = draft
        self.zone = zone
        messages = draft.messages(in: zone)
        text = TicketText(title: draft.title, messages)
        shingles = Shingles(title: draft.title, messages, cutInto: text)
        self.place = place
        self.contentHash = contentHash
        self.answersDiffer = answersDiffer
    }
}

/// What an import of one file did, or would do.
package struct FileOutcome: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// First seen.
        case new
        /// Byte for byte what the desk has under this name.
        case known
        /// The same bytes as another file: linked as one more source.
        case sameAs(String)
        /// A new edition of what is here: a changed file, under its own name or another.
        case newVersion
        /// A known name, but too little in common: kept as a dataset of its own.
        case otherDataset
        /// Too much of it is in no ticket: nothing of it was kept.
        case notUnderstood
    }

    /// How many of a file's tickets this one holds too.
    package struct Recognised: Equatable, Sendable {
        package var file: String
        package var found: Int
        package var of: Int
    }

    package var kind = Kind.new
    package var created = 0
    package var updated = 0
    package var unchanged = 0
    /// Tickets of the version before that this one no longer holds; they stay.
    package var goneTickets: [Ticket.Number] = []
    package var gone: Int { goneTickets.count }
    /// Of a new edition: from which files the tickets come that are here already.
    package var recognised: [Recognised] = []
    package var newCategories = 0
    package var newTopCategories = 0
    package var conflicts: [ImportConflict] = []
    /// The numbers of the tickets created, first to last.
    package var numbers: ClosedRange<Int64>?

    package init() {}
}

/// A value that changed both in the file and on the desk: the desk's stays.
package struct ImportConflict: Equatable, Sendable {
    package var ticket: Ticket.Number
    package var line: Int
    package var field: EventField

    package init(ticket: Ticket.Number, line: Int, field: EventField) {
        self.ticket = ticket
        self.line = line
        self.field = field
    }
}
