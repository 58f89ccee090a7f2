import Import
import Storage
import Testing
import Workflow
@testable import Files

/// What connects tickets goes with an export and comes back with it.
struct RelationExchangeTests {
    @Test(arguments: 1...6)
    func `an export of connected tickets comes back to an empty desk to the byte`(seed: Int) throws {
        var random = try RandomDesk(seed: seed, commands: RandomActions.inTurn)
        for _ in 1...60 { random.doSomething() }
        // An export leaves the trash out, and with it mergeTargets and linked tickets that are there.
        let desk = RelationDesk(store: random.store)
        let trashed = try desk.find("is:deleted").map { Ticket.Number($0) }
        if !trashed.isEmpty { _ = try desk.store.perform(.restore, on: trashed, random.context) }
        let text = try desk.export()
        let store = try Store.inMemory()
        let bytes = Array(text.utf8)
        let incoming = IncomingExport(
            name: "desk.jsonl", path: "desk.jsonl", sha256: SHA256.digest(bytes), bytes: bytes, hashFormula: 1)
        var run = ImportRun(context: random.context)
        _ = try store.takingIn(&run) { intake, run in
            try intake.restore(incoming, in: &run) { body in
                let hash = [UInt8](repeating: 0, count: 16)
                try Exchange.eachRecord(in: bytes, path: "desk.jsonl") { try body($0, hash) }
            }
        }
        let restored = RelationDesk(store: store)
        #expect(try restored.export() == text)
        try restored.requireIndexed()
    }
}
