import Storage
import Workflow

/// How late a promise was kept, or is by now.
package enum Lateness: Int, CaseIterable, Sendable {
    case hour, fourHours, day, longer

    init(_ milliseconds: Int64) {
        switch milliseconds {
        case ...3_600_000: self = .hour
        case ...14_400_000: self = .fourHours
        case ...86_400_000: self = .day
        default: self = .longer
        }
    }
}

/// Promises told apart by what each has of its own: its policy, whose ticket it was, how late it was.
struct PromiseFacts {
    private var parts: [Part] = []
    /// Where each label stands among them.
    private var places: [Label: Int] = [:]
    private var all = PromiseCounts()
    /// Of the ticket that is looked at, and which parts it has.
    private var whole = PromisesOfTicket()
    private var touched: [Int] = []

    /// What is told of one label. There are few of them and many tickets, so each is filled over and over.
    private struct Part {
        let label: Label
        var counts = PromiseCounts()
        var tickets: [Int64] = []
        var own = PromisesOfTicket()
    }

    static func report(_ request: ReportRequest, _ states: SLAStates, in db: any Transaction) throws -> Report {
        let facts = try PromiseFacts(request, states, in: db)
        var report = Report(
            .sla, of: request, keys: [request.key], columns: SLAReport.columns + [.running, .paused], main: .rate)
        report.isPartition = false
        let isOfBreaches = request.fact == .lateness
        if isOfBreaches { (report.columns, report.main) = ([.breached, .ofMerged, .ofTrashed, .share], .breached) }
        let order = facts.parts.map { ($0.label, $0.counts) }
        let sorted =
            isOfBreaches
            ? order.sorted { Label.precedes($0.0, $1.0) }.map { (label: $0.0, count: $0.1) }
            : Label.mostFirst(order.map { (label: $0.0, count: $0.1) }) { $0.broken + $0.kept }
        for (label, count) in sorted {
            var part = request
            let own = facts.places[label].map { facts.parts[$0].tickets } ?? []
            part.query = request.query.narrowed(by: .asking(.id, anyOf: own.map { .number($0) }))
            var row = SLAReport.row(label, count, SLAGoal.allCases, part)
            row.forget(.unmeasured)
            if isOfBreaches { row.set(.share, to: .share(count.broken, facts.all.broken)) }
            report.add(row)
        }
        report.total = SLAReport.row(.all, facts.all, SLAGoal.allCases, request)
        report.total.forget(.unmeasured)
        if isOfBreaches { report.total.set(.share, to: .share(facts.all.broken, facts.all.broken)) }
        if facts.all.changed > 0 { report.remarks.append(.changedAfterDue(facts.all.changed)) }
        return report
    }

    private init(_ request: ReportRequest, _ states: SLAStates, in db: any Transaction) throws {
        let span = request.promiseSpan
        var asked = try PerTicket<AskedTicket?>(nil, in: db)
        var (measured, runs): ([Int64], [Int64]) = ([], [])
        try request.eachTicket(
            of: request.query.narrowed(by: .asking(.is, .flag(.ever))), telling: "ticket.created_at", "ticket.removal",
            "ticket.merged_into", in: db
        ) { row, ticket in
            let isTrashed = try row.integer(3) != 0
            let came = try row.optionalInteger(2).map(span.contains) ?? (request.period == nil)
            asked[ticket] = AskedTicket(
                came: came && !isTrashed, isMerged: try !isTrashed && row.optionalInteger(4) != nil,
                isTrashed: isTrashed)
            if states.measures(of: ticket) != nil { measured.append(ticket) }
            if !states.running(of: ticket).isEmpty { runs.append(ticket) }
        }
        let label = try PromiseLabels(request, in: db)
        // Whose a ticket was is looked up where that is not written down yet.
        func outcomes(_ measures: [SLAMeasure], of ticket: Int64) throws -> [PromiseOutcome] {
            try measures.map { measure in
                var outcome = PromiseOutcome(measure)
                if label.needsOwner, outcome.owner == nil {
                    let time = outcome.cameAt ?? request.queryContext.now
                    outcome.owner = try TicketOwner.owner(of: Ticket.Number(ticket), at: time, in: db)
                }
                return outcome
            }
        }
        for ticket in measured {
            guard let found = asked[ticket] else { continue }
            try add(ticket, found, try outcomes(states.measures(of: ticket) ?? [], of: ticket), span, label)
            asked[ticket] = nil
        }
        var running: [Int64: [PromiseOutcome]] = [:]
        for ticket in runs { running[ticket] = try outcomes(states.running(of: ticket).map(\.measure), of: ticket) }
        try readTold(asked, running, span, label, in: db)
    }

    /// What is written down of all other tickets, as it is read, and what runs of them.
    private mutating func readTold(
        _ asked: PerTicket<AskedTicket?>, _ running: [Int64: [PromiseOutcome]], _ span: Range<Int64>,
        _ label: PromiseLabels,
        in db: any Transaction
    ) throws {
        var running = running
        var ticket: Int64 = 0
        var outcomes: [PromiseOutcome] = []
        func finish() throws {
            guard let found = asked[ticket] else { return }
            try add(ticket, found, outcomes + (running.removeValue(forKey: ticket) ?? []), span, label)
        }
        try db.eachInPlace(PromiseOutcome.select, []) { row in
            let next = try row.integer(0)
            if next != ticket {
                try finish()
                outcomes.removeAll(keepingCapacity: true)
                ticket = next
            }
            guard asked[next] != nil else { return }
            outcomes.append(try PromiseOutcome(row, needsPolicy: label.needsPolicy))
        }
        try finish()
        outcomes = []
        // Those of which nothing has come out yet.
        for number in running.keys.sorted() {
            ticket = number
            try finish()
        }
    }

    /// What is asked about a ticket that has promises.
    private struct AskedTicket {
        var came: Bool
        var isMerged: Bool
        var isTrashed: Bool

        func begin(_ promises: inout PromisesOfTicket) {
            promises.begin(came: came, isMerged: isMerged, isTrashed: isTrashed)
        }
    }

    private mutating func add(
        _ ticket: Int64, _ found: AskedTicket, _ outcomes: [PromiseOutcome], _ span: Range<Int64>,
        _ label: PromiseLabels
    ) throws {
        found.begin(&whole)
        for outcome in outcomes where outcome.counts(in: span, ofTicketThatCame: found.came) {
            guard let label = try label(outcome) else { continue }
            let place = place(of: label)
            if !touched.contains(place) {
                touched.append(place)
                found.begin(&parts[place].own)
            }
            whole.add(outcome.goal, outcome.verdict, isChanged: outcome.isChanged)
            parts[place].own.add(outcome.goal, outcome.verdict, isChanged: outcome.isChanged)
        }
        guard !touched.isEmpty else { return }
        all.add(whole)
        for place in touched {
            parts[place].counts.add(parts[place].own)
            parts[place].tickets.append(ticket)
        }
        touched.removeAll(keepingCapacity: true)
    }

    private mutating func place(of label: Label) -> Int {
        // Mostly that of the promise before.
        if let last = touched.last, parts[last].label == label { return last }
        if let place = places[label] { return place }
        places[label] = parts.count
        parts.append(Part(label: label))
        return parts.count - 1
    }
}

extension PromiseCounts {
    fileprivate var kept: Int { count(.met, SLAGoal.allCases).promises }
}
