import Storage
import Testing
import Workflow

/// What a file says that is damaged, or was made by somebody else: a sentence and never a crash.
struct DamagedFileTests {
    private func desk(_ statement: String) throws -> String {
        let folder = folder
        _ = try folder.desk().file(NewTicket(title: "t", description: "d"), .ofTests)
        let database = try SQLiteDatabase.openForWriting(folder.file("desk.sqlite"), timeoutSeconds: 1)
        try database.write { _ = try $0.run(statement, []) }
        try database.close()
        return folder.file("desk.sqlite")
    }

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [-5, 0, 3]) func `safety 14: a version that cannot be is damage`(version: Int) throws {
        let path = try desk("PRAGMA user_version = \(version)")
        let isDamage: (any Error) -> Bool = { error in
            if case StorageError.damaged = error { true } else { false }
        }
        #expect {
            let database = try SQLiteDatabase.openForWriting(path, timeoutSeconds: 1)
            _ = try Store(database: database).file(NewTicket(title: "t"), .ofTests)
        } throws: { isDamage($0) }
    }

    @Test(arguments: [Int64.max, .min, 253_402_300_800_000])
    func `safety 14: a time that no calendar has is told and reckoned with nowhere`(time: Int64) throws {
        let path = try desk("UPDATE ticket SET created_at = \(time)")
        let store = Store(database: try SQLiteDatabase.openForReading(path, timeoutSeconds: 1))
        #expect(throws: StorageError.self) { try store.read { try TicketRows.find(Ticket.Number(1), in: $0) } }
    }
}
