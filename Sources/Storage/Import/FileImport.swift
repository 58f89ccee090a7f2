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
        if try work.isKnown() { return work.outcome }
        guard file.isUnderstood else {
            work.outcome.kind = .notUnderstood
            return work.outcome
        }
        if let other = try SourceRow.latest(with: file.sha256, in: db) {
            try work.link(to: other, in: &run)
            return work.outcome
        }
        if let dataset = try work.datasetInCommon() {
            work.outcome.kind = .newVersion
            try work.update(dataset, in: &run)
        } else {
            if try SourceRow.isNameTaken(file.name, in: db) { work.outcome.kind = .otherDataset }
            try work.createAll(in: &run)
        }
        return work.outcome
    }

    // MARK: The same bytes again

    private mutating func isKnown() throws -> Bool {
        guard try SourceRow.isLatest(file.sha256, named: file.name, in: db) else { return false }
        outcome.kind = .known
        outcome.unchanged = file.ticketCount
        return true
    }

    private mutating func link(to other: SourceRow, in run: inout ImportRun) throws {
        outcome.kind = .sameAs(other.name)
        outcome.unchanged = file.ticketCount
        let batch = try run.batch(in: turn)
        _ = try Operation.begin(turn, batch: batch.id)
        try SourceRow.insert(file, dataset: nil, batch: batch, sameAs: other.id, in: db)
    }

    // MARK: A new dataset

    private mutating func createAll(in run: inout ImportRun) throws {
        let kept = try keptTickets()
        let batch = try run.batch(in: turn)
        var operation = try Operation.begin(turn, batch: batch.id)
        let source = try SourceRow.insert(file, dataset: nil, batch: batch, sameAs: nil, in: db)
        let fresh = file.ticketCount - kept.count
        var arrivals = try Arrivals(count: fresh, source: source, run, operation: operation)
        for index in 0..<file.ticketCount {
            let ticket = file.ticket(index)
            if let known = kept[index] {
                try SourceRow.insert(ticket, of: known, from: source, in: db)
                try SourceRow.point(known, to: source, ticket.place.ordinal, in: db)
                outcome.unchanged += 1
                continue
            }
            try arrivals.create(ticket, &operation)
            try keepShingles(of: &arrivals, in: &run, from: Self.manyShingles)
        }
        try finish(&arrivals, in: &run)
    }

    /// By their places in the file, those that an undone import of it left on the desk.
    private func keptTickets() throws -> [Int: Ticket.Number] {
        var left = try ImportedTwice.kept(of: file, in: db)
        guard !left.isEmpty else { return [:] }
        var kept: [Int: Ticket.Number] = [:]
        for index in 0..<file.ticketCount {
            let hash = ExactBytes(file.ticket(index).contentHash)
            if let number = left[hash]?.popLast() { kept[index] = number }
        }
        return kept
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

    private mutating func finish(_ arrivals: inout Arrivals, in run: inout ImportRun) throws {
        try keepShingles(of: &arrivals, in: &run, from: 0)
        outcome.created = arrivals.created
        outcome.numbers = arrivals.numbers
        outcome.newCategories = arrivals.names.newCategories
        outcome.newTopCategories = arrivals.names.newTopCategories
    }

    // MARK: A new version of a dataset

    /// The dataset of this name that holds most of these tickets already.
    private func datasetInCommon() throws -> KnownDataset? {
        for id in try SourceRow.datasets(named: file.name, in: db) {
            let known = try KnownDataset(id: id, file: file, in: db)
            if known.isVersion { return known }
        }
        return nil
    }

    private mutating func update(_ dataset: KnownDataset, in run: inout ImportRun) throws {
        let batch = try run.batch(in: turn)
        var operation = try Operation.begin(turn, batch: batch.id)
        let source = try SourceRow.insert(file, dataset: dataset.id, batch: batch, sameAs: nil, in: db)
        let fresh = dataset.alignment.matches.count { $0 == nil }
        var arrivals = try Arrivals(count: fresh, source: source, run, operation: operation)
        for (index, match) in dataset.alignment.matches.enumerated() {
            let ticket = file.ticket(index)
            if let match {
                run.shingles[dataset.tickets[match].number.rawValue] = nil
                try revise(
                    dataset.tickets[match], with: ticket, from: source, run.onConflict, &arrivals.names, &operation)
            } else {
                try arrivals.create(ticket, &operation)
                try keepShingles(of: &arrivals, in: &run, from: Self.manyShingles)
            }
        }
        try finish(&arrivals, in: &run)
        outcome.gone = dataset.tickets.count - dataset.alignment.matches.count { $0 != nil }
    }

    private mutating func revise(
        _ known: KnownTicket, with incoming: IncomingTicket, from source: Int64, _ rule: ImportRun.ConflictRule,
        _ names: inout Names, _ operation: inout Operation
    ) throws {
        try SourceRow.insert(incoming, of: known.number, from: source, in: db)
        try SourceRow.point(known.number, to: source, incoming.place.ordinal, in: db)
        guard known.hash.bytes != incoming.contentHash, let before = try known.reread(file, db) else {
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
