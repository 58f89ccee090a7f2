import Workflow

/// Whether a desk is as it should be.
package struct Health: Equatable, Sendable {
    /// What SQLite finds wrong with the file; empty when all is well.
    package var damage: [String] = []
    /// Rows that name others which are not there.
    package var orphans = 0
    package var tickets = 0
    /// Tickets whose search text is not their text.
    package var unindexed: [Ticket.Number] = []
    /// Kept blocks of shingles that are not what their tickets say.
    package var unlikeBlocks: [Int64] = []
    /// Stored files whose bytes no longer have their hash, where the caller can tell.
    package var sources = 0
    package var alteredSources: [String] = []

    package var problems: Int {
        damage.count + (orphans > 0 ? 1 : 0) + (unindexed.isEmpty ? 0 : 1) + (unlikeBlocks.isEmpty ? 0 : 1)
            + (alteredSources.isEmpty ? 0 : 1)
    }
}

extension Store {
    /// Looks the whole desk over. `hash` makes the SHA-256 of stored files; `progress` hears of each ticket.
    package func examine(
        hash: ([UInt8]) -> [UInt8], progress: (_ done: Int, _ total: Int) throws -> Void
    ) throws -> Health {
        let index = IndexReading(try database.maintenance.twin())
        return try read { db in
            var health = Health()
            health.damage = try db.upkeep.integrityFaults()
            health.orphans = try db.upkeep.orphanCount()
            try examineSources(&health, hash, in: db)
            health.tickets = try db.row("SELECT COUNT(*) FROM ticket")?.int(0) ?? 0
            var texts = try TextExamination(in: db)
            try texts.run { try progress($0, health.tickets) }
            health.unindexed = texts.unindexed(try index.rows(in: db))
            health.unlikeBlocks = texts.unlikeBlocks
            return health
        }
    }

    private func examineSources(
        _ health: inout Health, _ hash: ([UInt8]) -> [UInt8], in db: any Transaction
    ) throws {
        for row in try db.rows("SELECT sha256 FROM source_content ORDER BY sha256") {
            let key = try row.blob(0)
            guard let content = try db.row("SELECT content FROM source_content WHERE sha256 = $1", [.blob(key)]) else {
                continue
            }
            health.sources += 1
            if hash(try content.blob(0)) != key {
                let names = try db.rows("SELECT name FROM source_file WHERE sha256 = $1 ORDER BY id", [.blob(key)])
                health.alteredSources.append(try names.first?.text(0) ?? "?")
            }
        }
    }

    /// Makes the search index anew from the tickets' texts, and what finds near tickets.
    package func rebuildSearch(
        _ context: CommandContext, progress: (_ done: Int, _ total: Int) throws -> Void
    ) throws {
        try inTurn(context, needs: .repair) { turn in
            let db = turn.db
            try db.upkeep.clearIndex()
            try db.run("DELETE FROM likeness")
            try SimilarityBlock.keep(in: db)
            let numbers = try db.rows("SELECT id FROM ticket ORDER BY id").map { Ticket.Number(try $0.integer(0)) }
            for (index, number) in numbers.enumerated() {
                try TicketText(of: number, in: db).index(of: number, in: db)
                try progress(index + 1, numbers.count)
            }
        }
    }
}
