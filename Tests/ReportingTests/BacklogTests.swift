import Reporting
import Storage
import Testing
import Workflow

struct BacklogTests {
    /// What is open on a desk.
    private func open(_ store: Store) throws -> Int {
        try store.read { db in
            try db.row("SELECT COUNT(*) FROM ticket WHERE removal = 0 AND status <= 4")?.int(0) ?? 0
        }
    }

    @Test(arguments: 1...6)
    func `RE-03 the backlog of a past day is what was counted in that night`(seed: Int) throws {
        var desk = try ReportDesk(seed: seed)
        var nights: [(day: Int, open: Int)] = []
        let zone = ZoneOffsets.fixed(secondsEast: 28_800)
        for _ in 1...25 {
            try desk.live(8)
            let today = WorkCalendar.day(ofLocal: zone.local(desk.now))
            let midnight = zone.utc(Int64(today + 1) * ReportDesk.day)
            // Nothing more happens on that day.
            desk.pass(midnight - desk.now)
            nights.append((today, try open(desk.store)))
        }
        let report = try desk.report(.backlog) { $0.bucket = .day }
        for night in nights {
            let name = TimeText.localDate(Int64(night.day) * ReportDesk.day, offset: 0)
            let row = try #require(report.rows.first { $0.label == .bucket(name) })
            #expect(row[.count] == .count(night.open), "\(name)")
            let past = try desk.store.past(
                .time(Instant(milliseconds: zone.utc(Int64(night.day + 1) * ReportDesk.day) - 1)))
            #expect(try open(past) == night.open, "\(name)")
        }
    }

    @Test func `RE-03 an undo changes the backlog from its own time on, not before`() throws {
        var desk = try ReportDesk(seed: 1)
        let filed = try desk.store.file(NewTicket(title: "t"), desk.context())
        desk.pass(ReportDesk.day)
        let ended = try desk.store.perform(.resolve(TicketEnd(resolution: .fixed)), on: [filed.ticket], desk.context())
        desk.pass(ReportDesk.day)
        _ = try desk.store.undo(try #require(ended.operation), desk.context())
        let report = try desk.report(.backlog) { $0.bucket = .day }
        #expect(report.rows.map { $0[.count] } == [.count(1), .count(0), .count(1)])
    }
}
