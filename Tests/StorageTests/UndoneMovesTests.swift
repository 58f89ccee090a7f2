import Testing
import Workflow
@testable import Storage

/// What was undone, as reports read it.
struct UndoneMovesTests {
    /// What followed from an operation names it as its cause. Somebody who writes into the file may let two name one another.
    @Test(.timeLimit(.minutes(1)))
    func `causes that name one another keep nobody waiting`() throws {
        let desk = try SearchedDesk()
        for title in ["a", "b", "c"] { try desk.ticket(title) }
        let taken = try desk.store.perform(.take, on: [Ticket.Number(1)], .ofTests)
        let number = try #require(taken.operation)
        _ = try desk.store.undo(number, .ofTests)
        try desk.store.maintain { db in
            for (operation, cause) in [(number - 1, number - 2), (number - 2, number - 1)] {
                try db.run(
                    "UPDATE operation SET cause_id = $1 WHERE id = $2", [.integer(cause), .integer(operation)])
            }
        }
        let undone = try desk.store.read { try UndoneMoves(in: $0) }
        #expect(undone.operations.contains(number) && !undone.operations.contains(number - 1))
    }
}
