import Reporting
import Storage
import Testing
import Workflow

/// A row that cannot be read makes a report fail: a figure from which it was left out would be wrong, and look right.
struct WrongRowTests {
    private func expect(
        _ kind: ReportKind, refuses column: String, after damage: String,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        var desk = try ReportDesk(seed: 3)
        try desk.live(200)
        _ = try desk.report(kind)
        let changed = try desk.store.database.write { try $0.run(damage) }
        #expect(changed > 0, sourceLocation: location)
        #expect(sourceLocation: location) {
            try desk.report(kind)
        } throws: { error in
            guard case .wrongValue(column, expected: _) = error as? StorageError else { return false }
            return true
        }
    }

    @Test(arguments: [ReportKind.backlog, .timeInStatus])
    func `a status that a move left and nobody knows`(kind: ReportKind) throws {
        try expect(kind, refuses: "before", after: "UPDATE event SET before = 'x' WHERE field = 'status'")
    }

    @Test func `a status that a move led to and nobody knows`() throws {
        try expect(.backlog, refuses: "after", after: "UPDATE event SET after = '9' WHERE field = 'status'")
    }

    @Test(arguments: [ReportKind.backlog, .timeInStatus])
    func `a move without a time`(kind: ReportKind) throws {
        try expect(kind, refuses: "at", after: "UPDATE event SET at = NULL WHERE field = 'status'")
    }

    @Test func `a promise that nobody knows`() throws {
        try expect(.sla, refuses: "goal", after: "UPDATE sla_verdict SET goal = 'second' WHERE goal = 'first'")
    }
}
