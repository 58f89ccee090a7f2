import Workflow

/// Which tickets of the desk those of a new edition are, and what that says of the files that they came from.
struct EditionMatches {
    let tickets: [KnownTicket]
    /// For each ticket of the file the index of the known one that it is, or nil.
    let matches: [Int?]
    private let file: IncomingFile
    /// The version that this one follows under its name, if there is one.
    private let previous: Int64?

    init(
        _ file: IncomingFile, _ entries: [TicketMatching.Entry], of editions: [KnownDataset],
        _ readings: inout EarlierReadings, in db: any Transaction
    ) throws {
        self.file = file
        var seen: Set<Ticket.Number> = []
        let tickets = editions.flatMap(\.tickets).filter { seen.insert($0.number).inserted }
        var matching = TicketMatching(old: tickets.map(\.entry), new: entries)
        if matching.leavesSome(of: tickets.count) {
            let old = try tickets.map { try readings.ticket($0).map { TicketLines($0.draft) } }
            let new = (0..<file.ticketCount).map { TicketLines(file.outline($0).draft) }
            matching.matchTexts(old: old, new: new)
        }
        self.tickets = tickets
        matches = matching.matches
        previous = try SourceRow.newest(named: file.name, of: Set(editions.map(\.id)), in: db)
    }

    var matched: [KnownTicket] { matches.compactMap { $0.map { tickets[$0] } } }

    /// Tickets that the version before told last, and this one tells no more. What stands in another file is not gone.
    var gone: [Ticket.Number] {
        let left = Set(previous.map { [$0] } ?? outgrown)
        let found = Set(matched.map(\.number))
        return tickets.filter { left.contains($0.sourceFile) && !found.contains($0.number) && !$0.isRemoved }
            .map(\.number).sorted()
    }

    /// Of a new name: the newest of the versions whose tickets it tells, and those of which it tells most.
    private var outgrown: [Int64] {
        let told = Self.counts(matched)
        let standing = Self.counts(tickets)
        return told.keys.filter { $0 == told.keys.max() || (told[$0] ?? 0) * 2 > (standing[$0] ?? 0) }
    }

    private static func counts(_ tickets: [KnownTicket]) -> [Int64: Int] {
        tickets.reduce(into: [:]) { $0[$1.sourceFile, default: 0] += 1 }
    }

    /// From which files the tickets come that are here already, the one that gave most first.
    var recognised: [FileOutcome.Recognised] {
        let versions = Set(matched.map(\.sourceFile))
        let here = matched.reduce(into: [ExactText: Int]()) { $0[ExactText($1.fileName), default: 0] += 1 }
        let all = tickets.filter { versions.contains($0.sourceFile) && !$0.isRemoved }
            .reduce(into: [ExactText: Int]()) { $0[ExactText($1.fileName), default: 0] += 1 }
        return here.map { name, count in
            FileOutcome.Recognised(file: name.text, found: count, of: max(count, all[name] ?? 0))
        }.sorted { ($1.found, $0.file) < ($0.found, $1.file) }
    }
}
