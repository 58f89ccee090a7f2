import Storage
import Testing
import Workflow

/// Looking back and taking back, where tickets are merged, split and linked.
struct RelationPastTests {
    @Test(arguments: 1...8)
    func `however tickets are connected, the past shows what was seen then`(seed: Int) throws {
        var desk = try RandomDesk(seed: seed, deeds: RandomDeeds.connectedAndUndone)
        var seen: [(operation: Int64, sight: Sight)] = []
        for _ in 1...30 {
            seen.append((try desk.newest, try Sight(desk.store)))
            desk.doSomething()
        }
        for (operation, sight) in seen {
            let past = try desk.store.past(.operation(operation))
            #expect(try Sight(past).lines(besides: sight) == [], "op \(operation)")
            #expect(try past.examine(hash: { $0 }, progress: { _, _ in }).unindexed.isEmpty)
        }
    }

    @Test(arguments: 1...12)
    func `LC-14 undo of merges, splits, moves, links, files and problems gives the same export, redo the one before`(
        seed: Int
    ) throws {
        var desk = try RandomDesk(seed: seed, deeds: RandomDeeds.connected)
        let first = try Sight(desk.store, besidesLog: true)
        let founded = try desk.newest
        for _ in 1...50 { desk.doSomething() }
        let last = try Sight(desk.store, besidesLog: true)
        var undone: [Int64] = []
        for operation in try desk.inForce() where operation > founded {
            undone.append(try #require(try desk.store.undo(operation, desk.deed).operation))
        }
        #expect(try Sight(desk.store, besidesLog: true).lines(besides: first) == [])
        #expect(try desk.store.examine(hash: { $0 }, progress: { _, _ in }).problems == 0)
        for operation in undone.reversed() { _ = try desk.store.undo(operation, desk.deed) }
        #expect(try Sight(desk.store, besidesLog: true).lines(besides: last) == [])
        #expect(try desk.store.examine(hash: { $0 }, progress: { _, _ in }).problems == 0)
    }
}
