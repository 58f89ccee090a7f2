import Workflow

/// What the undo of an import did.
package struct BatchUndoOutcome: Equatable, Sendable {
    /// Nil in a rehearsal.
    package var operation: Int64?
    /// Tickets set aside.
    package var removed = 0
    /// Tickets whose text was put back to what it was before the import.
    package var restored = 0
    /// Tickets that somebody changed since: they stay as they are.
    package var kept: [Ticket.Number] = []
    /// How many names of categories, tags, people and so on went with it, because nothing else has them.
    package var names = 0
    /// The same of articles.
    package var removedArticles: [Article.Number] = []
    /// Articles whose text is again that of an earlier version.
    package var restoredArticles: [ArticleRow] = []
    package var keptArticles: [Article.Number] = []

    /// Of tickets something is to be told; of articles alone only where they are all there was.
    package var isAboutTickets: Bool {
        removed + restored > 0 || removedArticles.isEmpty && restoredArticles.isEmpty && keptArticles.isEmpty
    }
}

extension Store {
    /// Undoes an import: what it made and nobody has touched since is set aside, what it changed is put back.
    /// A rehearsal only tells what it would do.
    package func undoImport(_ label: String, _ context: CommandContext) throws -> BatchUndoOutcome {
        try inTurn(context, needs: .importing) { try $0.undoImport(label) }
    }
}

extension WriteTurn {
    func undoImport(_ label: String) throws -> BatchUndoOutcome {
        guard let row = try db.row("SELECT id, undone_by FROM batch WHERE label = $1", [.text(label)]) else {
            throw StorageError.noSuchBatch(label)
        }
        guard row.isNull(1) else { throw StorageError.batchUndone(label) }
        let batch = try row.integer(0)
        try ImportedTwice.requireLast(label, batch, in: db)
        var undo = try BatchUndo(batch: batch, in: self)
        return try undo.write()
    }
}

/// The undo of one import inside its transaction.
private struct BatchUndo {
    private let batch: Int64
    private let db: any Transaction
    private var operation: Operation
    private var outcome: BatchUndoOutcome

    init(batch: Int64, in turn: WriteTurn) throws {
        self.batch = batch
        db = turn.db
        let last = try db.row("SELECT MAX(id) FROM operation WHERE batch_id = $1", [.integer(batch)])
        operation = try Operation.begin(turn, undoing: try last?.optionalInteger(0))
        outcome = BatchUndoOutcome(operation: operation.reported)
    }

    mutating func write() throws -> BatchUndoOutcome {
        let touched = try tickets(Self.touchedSince)
        outcome.kept = touched.sorted()
        for ticket in try tickets(Self.created) where !touched.contains(ticket) {
            try operation.change(.ticket, of: ticket, to: .integer(Removal.undone.rawValue))
            outcome.removed += 1
        }
        for ticket in try tickets(Self.revised) where !touched.contains(ticket) {
            let batch = batch
            try operation.reindexing(ticket) { try Self.putBack(ticket, batch: batch, &$0) }
            outcome.restored += 1
        }
        try putBackArticles()
        try db.run(
            "UPDATE batch SET undone_by = $1 WHERE id = $2", [.integer(operation.number), .integer(batch)])
        try SourceRow.pointToNewest(batch: batch, in: db)
        outcome.names = try BatchNames.setAside(of: batch, &operation)
        return outcome
    }

    /// Articles that nobody has changed since are set aside or put back.
    private mutating func putBackArticles() throws {
        let rows = try db.rows(
            """
            SELECT event.field, event.subject, event.before, event.after FROM event
            JOIN operation ON operation.id = event.operation_id
            WHERE operation.batch_id = $1 AND event.ticket_id IS NULL AND event.field LIKE 'article%'
            ORDER BY event.operation_id DESC, event.sequence DESC
            """, [.integer(batch)])
        let events = try rows.map { row in
            Event(
                .change, EventField(rawValue: try row.text(0)), of: nil, subject: try row.optionalInteger(1),
                before: try row.optionalText(2), after: try row.optionalText(3))
        }
        let touched = Set(try db.rows(Self.articlesTouchedSince, [.integer(batch)]).map { try $0.integer(0) })
        outcome.keptArticles = touched.sorted().map(Article.Number.init)
        var restored: Set<Int64> = []
        for event in events where !touched.contains(event.subject ?? 0) {
            try operation.reverse(event)
            guard let subject = event.subject else { continue }
            if event.field == .articleRemoval { outcome.removedArticles.append(Article.Number(subject)) }
            if event.field == .articleVersion { restored.insert(subject) }
        }
        outcome.removedArticles.sort { $0.rawValue < $1.rawValue }
        let removed = Set(outcome.removedArticles.map(\.rawValue))
        outcome.restoredArticles = try restored.subtracting(removed).sorted().map {
            try Articles.find(Article.Number($0), in: db)
        }
    }

    private static let articlesTouchedSince = """
        SELECT DISTINCT event.subject FROM event JOIN operation ON operation.id = event.operation_id
        WHERE operation.batch_id = $1 AND event.field LIKE 'article%' AND EXISTS (
            SELECT 1 FROM event AS later JOIN operation AS later_operation ON later_operation.id = later.operation_id
            LEFT JOIN batch AS later_batch ON later_batch.id = later_operation.batch_id
            WHERE later.subject = event.subject AND later.field LIKE 'article%' AND later.operation_id > event.operation_id
                AND (later_operation.batch_id IS NULL OR later_operation.batch_id <> $1)
                AND COALESCE(later_operation.undoes, 0) <= event.operation_id AND later_batch.undone_by IS NULL
                AND NOT EXISTS (SELECT 1 FROM operation AS undo WHERE undo.undoes = later_operation.id AND NOT EXISTS (
                    SELECT 1 FROM operation AS redo WHERE redo.undoes = undo.id)))
        """

    private func tickets(_ sql: String) throws -> Set<Ticket.Number> {
        Set(try db.rows(sql, [.integer(batch)]).map { Ticket.Number(try $0.integer(0)) })
    }

    private static let created = """
        SELECT DISTINCT event.ticket_id FROM event JOIN operation ON operation.id = event.operation_id
        WHERE operation.batch_id = $1 AND event.kind = 'create' AND event.ticket_id IS NOT NULL
        """

    private static let revised = """
        SELECT DISTINCT event.ticket_id FROM event JOIN operation ON operation.id = event.operation_id
        WHERE operation.batch_id = $1 AND event.ticket_id IS NOT NULL AND event.ticket_id NOT IN (
            SELECT made.ticket_id FROM event AS made JOIN operation AS making ON making.id = made.operation_id
            WHERE making.batch_id = $1 AND made.kind = 'create' AND made.ticket_id IS NOT NULL)
        """

    // Changed by somebody or something that is not undone.
    private static let touchedSince = """
        SELECT DISTINCT event.ticket_id FROM event JOIN operation ON operation.id = event.operation_id
        WHERE operation.batch_id = $1 AND event.ticket_id IS NOT NULL AND EXISTS (
            SELECT 1 FROM event AS later
            JOIN operation AS later_operation ON later_operation.id = later.operation_id
            LEFT JOIN batch AS later_batch ON later_batch.id = later_operation.batch_id
            WHERE later.ticket_id = event.ticket_id AND later.operation_id > event.operation_id
                AND (later_operation.batch_id IS NULL OR later_operation.batch_id <> $1)
                AND COALESCE(later_operation.undoes, 0) <= event.operation_id AND later_batch.undone_by IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM operation AS undo WHERE undo.undoes = later_operation.id AND NOT EXISTS (
                        SELECT 1 FROM operation AS redo WHERE redo.undoes = undo.id)))
        """

    // Newest first, so that a value changed twice ends as it began.
    private static func putBack(_ ticket: Ticket.Number, batch: Int64, _ operation: inout Operation) throws {
        let rows = try operation.db.rows(
            """
            SELECT event.kind, event.field, event.subject, event.before, event.after
            FROM event JOIN operation ON operation.id = event.operation_id
            WHERE operation.batch_id = $1 AND event.ticket_id = $2
            ORDER BY event.operation_id DESC, event.sequence DESC
            """, [.integer(batch), .integer(ticket.rawValue)])
        for row in rows {
            guard let kind = Event.Kind(rawValue: try row.text(0)),
                let field = EventField(rawValue: try row.optionalText(1) ?? "")
            else { throw StorageError.wrongValue(column: "kind", expected: "a known event") }
            let event = Event(
                kind, field, of: ticket, subject: try row.optionalInteger(2), before: try row.optionalText(3),
                after: try row.optionalText(4))
            try operation.reverse(event)
        }
    }
}

extension SourceRow {
    /// Lets each ticket that stands in several files stand where the newest says that is not undone.
    static func pointWhereSeveral(in db: any Transaction) throws {
        try db.run(
            """
            UPDATE ticket SET (source_file_id, source_position) = (
                SELECT place.source_file_id, place.position FROM ticket_source AS place
                JOIN source_file AS file ON file.id = place.source_file_id
                JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NULL
                WHERE place.ticket_id = ticket.id ORDER BY place.source_file_id DESC LIMIT 1)
            WHERE ticket.id IN (SELECT ticket_id FROM ticket_source GROUP BY ticket_id HAVING COUNT(*) > 1)
                AND EXISTS (
                    SELECT 1 FROM ticket_source AS place JOIN source_file AS file ON file.id = place.source_file_id
                    JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NULL
                    WHERE place.ticket_id = ticket.id)
            """)
    }

    /// Lets each ticket of a batch stand where its newest file that is not undone says; one that has no such file stays where
    /// it stands.
    static func pointToNewest(batch: Int64, in db: any Transaction) throws {
        try db.run(
            """
            UPDATE ticket SET (source_file_id, source_position) = (
                SELECT place.source_file_id, place.position FROM ticket_source AS place
                JOIN source_file AS file ON file.id = place.source_file_id
                JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NULL
                WHERE place.ticket_id = ticket.id ORDER BY place.source_file_id DESC LIMIT 1)
            WHERE ticket.removal <> 2
                AND ticket.id IN (
                    SELECT place.ticket_id FROM ticket_source AS place
                    JOIN source_file AS file ON file.id = place.source_file_id WHERE file.batch_id = $1)
                AND EXISTS (
                    SELECT 1 FROM ticket_source AS place JOIN source_file AS file ON file.id = place.source_file_id
                    JOIN batch ON batch.id = file.batch_id AND batch.undone_by IS NULL
                    WHERE place.ticket_id = ticket.id)
            """, [.integer(batch)])
    }
}
