import Foundation
import Reporting
import Testing
import Workflow

@testable import Storage

/// A figure of a past period never changes by what happens later, and is what a simple model says: random histories with merges,
/// trash, purges, undo, redo, tickets from elsewhere, what is entered with an earlier time, and changing policies. `FUZZ=1000` tries so many.
struct PastFiguresTests {
    private static let effort = ProcessInfo.processInfo.environment["FUZZ"].flatMap { Int($0) } ?? 20
    private static let zone = ZoneOffsets.utc
    private static let first = 20_514

    /// All figures of the days that are over, by day and measure.
    private struct Figures: Equatable {
        var rows: [String: [String: Figure]] = [:]
    }

    private func report(_ desk: PastDesk, _ kind: ReportKind, _ bucket: Bucket.Unit, days: Int) throws -> Report {
        try desk.store.read { db in
            var request = ReportRequest(kind, try Query.parse(""), try desk.queryContext(in: db))
            request.period = ReportPeriod(first: Self.first, last: Self.first + days - 1)
            request.bucket = bucket
            return try Report.made(request, in: db)
        }
    }

    /// Breaches and kept promises, not what runs: that is of now.
    private static let lasting: [ReportKind: [Measure]] = [
        .volume: [.created, .solved, .reopened, .merged, .net], .backlog: [.count, .new, .opened, .pending, .hold],
        .resolution: [.tickets, .measured, .median, .p90, .longest], .sla: [.breached, .met, .unanswered],
    ]

    private func figures(_ desk: PastDesk) throws -> Figures {
        let days = Int((desk.now - PastDesk.start) / PastDesk.day)
        var figures = Figures()
        guard days > 0 else { return figures }
        for (kind, measures) in Self.lasting {
            for row in try report(desk, kind, .day, days: days).rows {
                guard case .bucket(let name) = row.label else { continue }
                for measure in measures {
                    figures.rows["\(kind) \(name)", default: [:]][measure.rawValue] = row[measure]
                }
            }
        }
        return figures
    }

    @Test(arguments: 1...effort)
    func `a figure of a day that is over never changes by what happens later`(seed: Int) throws {
        var desk = try PastDesk(seed: seed)
        var known = Figures()
        for step in 1...60 {
            let isEarlier = try desk.live()
            guard isEarlier || step % 6 == 0 else { continue }
            let present = try figures(desk)
            for (place, row) in known.rows where !isEarlier {
                #expect(present.rows[place] == row, "seed \(seed), step \(step): \(place)")
                if present.rows[place] != row {
                    return print(desk.log.map { "seed \(seed): \($0)" }.joined(separator: "\n"))
                }
            }
            known = present
        }
        #expect(known.rows.count > 4)
        try expectModel(desk, seed)
        try expectTotals(desk, seed)
        try expectStates(desk, seed)
    }

    private static let states = [
        "sla:breached", "sla:running", "sla:paused", "sla:met", "sla:unanswered", "sla:unmeasured", "sla.first:running",
        "sla.resolve:breached", "sla.next:met", "is:overdue", "due:any", "due:none", "sla:<12h", "-(sla:running)",
        "sla.breached:any", "sla.met:2026-03-04", "sla.next.met:any",
    ]

    /// What is written down says of every ticket what measuring all of them says.
    private func expectStates(_ desk: PastDesk, _ seed: Int) throws {
        func found() throws -> [[Ticket.Number]] {
            try Self.states.map { text in
                try desk.store.read { db in
                    try TicketList(try Query.parse("is:any " + text), try desk.queryContext(in: db), in: db).numbers()
                }
            }
        }
        try desk.store.writeSLAVerdicts(try desk.slaContext())
        let written = try found()
        // A name that a policy may go by has changed: nothing that runs is believed any more.
        _ = try desk.store.set([(.autoclose, "30d")], desk.context)
        let measured = try found()
        for (place, text) in Self.states.enumerated() {
            #expect(written[place] == measured[place], "seed \(seed): \(text)")
        }
    }

    private func expectModel(_ desk: PastDesk, _ seed: Int) throws {
        let days = Int((desk.now - PastDesk.start) / PastDesk.day)
        let volume = try report(desk, .volume, .day, days: days)
        let backlog = try report(desk, .backlog, .day, days: days)
        for day in 0..<days {
            let start = PastDesk.start + Int64(day) * PastDesk.day
            let span = start..<(start + PastDesk.day)
            let row = volume.rows[day]
            let model = desk.model
            #expect(row[.created] == .count(model.created(in: span)), "seed \(seed), day \(day): created")
            #expect(row[.solved] == .count(model.moved(true, in: span)), "seed \(seed), day \(day): resolved")
            #expect(row[.reopened] == .count(model.moved(false, in: span)), "seed \(seed), day \(day): reopened")
            let net = model.open(before: span.upperBound) - model.open(before: span.lowerBound)
            #expect(row[.net] == .count(net), "seed \(seed), day \(day): net")
            #expect(
                backlog.rows[day][.count] == .count(model.open(before: span.upperBound)), "seed \(seed), day \(day)")
        }
    }

    /// The same total by any bucket, and every count as many as its query finds.
    private func expectTotals(_ desk: PastDesk, _ seed: Int) throws {
        let days = Int((desk.now - PastDesk.start) / PastDesk.day)
        for kind in [ReportKind.volume, .resolution, .sla] {
            let totals = try Bucket.Unit.allCases.map { try report(desk, kind, $0, days: days) }
            for total in totals {
                for measure in Self.lasting[kind] ?? [] {
                    #expect(total.total[measure] == totals[0].total[measure], "seed \(seed): \(kind) \(measure)")
                }
            }
        }
        for kind in Self.lasting.keys {
            let made = try report(desk, kind, .week, days: days)
            for row in made.rows + [made.total] {
                for drill in row.drills {
                    let found = try desk.store.read { db in
                        let typed = try Query.parse(drill.query.spelledOut.description)
                        return try TicketList(try typed.listed(in: db), try desk.queryContext(in: db), in: db).total()
                    }
                    #expect(
                        drill.tickets == found, "seed \(seed): \(kind) \(row.label) \(drill.measure) \(drill.query)")
                }
            }
        }
    }
}
