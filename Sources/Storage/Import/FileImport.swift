import Workflow

/// The import of one file inside its transaction.
struct FileImport {
    let file: IncomingFile
    private let turn: WriteTurn
    private var outcome = FileOutcome()

    private var db: any Transaction { turn.db }

    init(file: IncomingFile, turn: WriteTurn) {
        self.file = file
        self.turn = turn
    }

    func write(in run: inout ImportRun) throws -> FileOutcome {
        var work = self
        if try work.isKnown(in: run) { return work.outcome }
        guard file.isUnderstood else {
            work.outcome.kind = .notUnderstood
            return work.outcome
        }
        if let other = try SourceRow.present(with: file.sha256, in: db) {
            try work.link(to: other, in: &run)
            return work.outcome
        }
        // A desk without tickets, as most large files find it, has nothing to compare with.
        let isFirst = try db.row("SELECT 1 FROM ticket_source LIMIT 1") == nil
        let entries = isFirst ? [] : (0..<file.ticketCount).map { file.outline($0).entry }
        var readings = EarlierReadings(file, in: db)
        let editions = try Editions(of: file, entries, in: db).found(&readings, &run.digests)
        if editions.isEmpty {
            if try SourceRow.isNameTaken(file.name, in: db) { work.outcome.kind = .otherDataset }
            try work.createAll(in: &run)
        } else {
            work.outcome.kind = .newVersion
            let matches = try EditionMatches(file, entries, of: editions, &readings, in: db)
            try work.update(editions[0].id, matches, &readings, in: &run)
        }
        return work.outcome
    }

    // MARK: The same bytes again

    private mutating func isKnown(in run: ImportRun) throws -> Bool {
        guard try SourceRow.isKnown(file.sha256, named: file.name, at: file.path, besides: run.paths, in: db) else {
            return false
        }
        outcome.kind = .known
        outcome.unchanged = file.ticketCount
        return true
    }

    private mutating func link(to other: SourceRow, in run: inout ImportRun) throws {
        outcome.kind = .sameAs(other.name)
        outcome.unchanged = file.ticketCount
        let batch = try run.batch(in: turn)
        _ = try Operation.begin(turn, batch: batch.id)
        try SourceRow.insert(file, dataset: other.dataset, batch: batch, sameAs: other.id, in: db)
    }

    // MARK: A new dataset

    private mutating func createAll(in run: inout ImportRun) throws {
        let batch = try run.batch(in: turn)
        var operation = try Operation.begin(turn, batch: batch.id)
        let source = try SourceRow.insert(file, dataset: nil, batch: batch, sameAs: nil, in: db)
        var arrivals = try Arrivals(count: file.ticketCount, source: source, run, operation: operation)
        var digests = TicketDigests.Draft(count: file.ticketCount)
        for index in 0..<file.ticketCount {
            let ticket = file.ticket(index)
            digests.add(title: ticket.draft.title, contentHash: ticket.contentHash)
            try arrivals.create(ticket, &operation)
            try keepShingles(of: &arrivals, in: &run, from: Self.manyShingles)
        }
        try digests.keep(of: source, in: db)
        try finish(&arrivals, &operation, in: &run)
    }

    /// So many are held before they are kept: a file may have hundreds of thousands of tickets.
    private static let manyShingles = 4096

    private func keepShingles(of arrivals: inout Arrivals, in run: inout ImportRun, from count: Int) throws {
        guard arrivals.shingles.count >= count, let numbers = arrivals.numbers else { return }
        run.shingles.merge(arrivals.takeShingles()) { $1 }
        // The numbers of the whole file are taken already, so a block is full only when its last ticket is there.
        let full = numbers.upperBound / SimilarityBlock.size * SimilarityBlock.size
        guard full >= numbers.lowerBound else { return }
        try SimilarityBlock.keep(numbers.lowerBound...full, of: &run.shingles, in: db)
    }

    private mutating func finish(
        _ arrivals: inout Arrivals, _ operation: inout Operation, in run: inout ImportRun
    ) throws {
        try keepShingles(of: &arrivals, in: &run, from: 0)
        try BatchNames.keep(arrivals.names, of: run.batch(in: turn), agents: .trash, &operation)
        outcome.created = arrivals.created
        outcome.numbers = arrivals.numbers
        outcome.newCategories = arrivals.names.newCategories
        outcome.newTopCategories = arrivals.names.newTopCategories
    }

    // MARK: A new version of a dataset

    private mutating func update(
        _ dataset: Int64, _ known: EditionMatches, _ readings: inout EarlierReadings, in run: inout ImportRun
    ) throws {
        let batch = try run.batch(in: turn)
        var operation = try Operation.begin(turn, batch: batch.id)
        let source = try SourceRow.insert(file, dataset: dataset, batch: batch, sameAs: nil, in: db)
        let fresh = known.matches.count { $0 == nil }
        var arrivals = try Arrivals(count: fresh, source: source, run, operation: operation)
        var digests = TicketDigests.Draft(count: file.ticketCount)
        for (index, match) in known.matches.enumerated() {
            let ticket = file.ticket(index)
            digests.add(title: ticket.draft.title, contentHash: ticket.contentHash)
            guard let match else {
                try arrivals.create(ticket, &operation)
                try keepShingles(of: &arrivals, in: &run, from: Self.manyShingles)
                continue
            }
            let before = known.tickets[match]
            run.shingles[before.number.rawValue] = nil
            try SourceRow.insert(ticket, of: before.number, from: source, in: db)
            try SourceRow.point(before.number, to: source, ticket.place.ordinal, in: db)
            try revise(before, with: ticket, &readings, run.onConflict, &arrivals.names, &operation)
        }
        try digests.keep(of: source, in: db)
        try finish(&arrivals, &operation, in: &run)
        (outcome.goneTickets, outcome.recognised) = (known.gone, known.recognised)
    }

    private mutating func revise(
        _ known: KnownTicket, with incoming: IncomingTicket, _ readings: inout EarlierReadings,
        _ rule: ImportRun.ConflictRule, _ names: inout Names, _ operation: inout Operation
    ) throws {
        guard known.hash.bytes != incoming.contentHash, let before = try readings.ticket(known) else {
            outcome.unchanged += 1
            return
        }
        var revision = Revision(
            ticket: known.number, before: before, after: incoming, isForced: rule == .update)
        try revision.write(&operation, &names)
        if rule == .fail, let conflict = revision.conflicts.first {
            throw StorageError.importConflict(conflict.ticket.rawValue, conflict.field)
        }
        outcome.conflicts += revision.conflicts
        if revision.changes > 0 { outcome.updated += 1 } else { outcome.unchanged += 1 }
    }
}
