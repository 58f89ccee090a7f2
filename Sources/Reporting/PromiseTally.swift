import Storage
import Workflow

/// The promises for the tickets of a request: how many came out how in its period, how many still run of the tickets that came
/// in it, and for how many of these nothing was promised. What came out stays, also of what was merged or thrown away since.
struct PromiseTally {
    let all: PromiseCounts
    let groups: [(label: Label, count: PromiseCounts)]

    init(_ request: ReportRequest, _ states: SLAStates, _ told: ToldPromises, in db: any Transaction) throws {
        let span = request.promiseSpan
        var tally = try GroupTally(request, startingWith: PromiseCounts(), in: db)
        var promises = PromisesOfTicket()
        try request.eachTicket(
            of: request.query.narrowed(by: .asking(.is, .flag(.ever))), telling: "ticket.created_at", "ticket.removal",
            "ticket.merged_into", in: db
        ) { row, ticket in
            let isTrashed = try row.integer(3) != 0
            let isMerged = try !isTrashed && row.optionalInteger(4) != nil
            let came = try row.optionalInteger(2).map(span.contains) ?? (request.period == nil)
            promises.begin(came: came && !isTrashed, isMerged: isMerged, isTrashed: isTrashed)
            if let measures = states.measures(of: ticket) {
                for measure in measures { promises.add(measure, span) }
            } else {
                told.add(ticket, to: &promises)
                for run in states.running(of: ticket) { promises.add(run.measure, span) }
            }
            guard promises.hasAny || !isTrashed else { return }
            try tally.count(row, ticket: ticket) { $0.add(promises) }
        }
        all = tally.all
        groups = try tally.sorted(by: { $0.count(.met, SLAGoal.allCases).promises + $0.broken }, { $0.add($1) })
            .filter { $0.count.isThere }
    }
}

extension ReportRequest {
    /// The time in which promises came out that it tells of.
    var promiseSpan: Range<Int64> { period?.instants(queryContext.zone) ?? .min..<(.max) }
}

/// The verdicts that are written down, by ticket, as they count in a time.
struct ToldPromises {
    /// By ticket the place of its first verdict; a ticket ends where the next one begins.
    private var starts: [Int32] = [0]
    private var codes: [UInt8] = []

    /// In the place of a verdict that was told at another time.
    private static let elsewhere: UInt8 = 15
    private static let changed: UInt8 = 128

    /// The place of a goal and of a verdict.
    static let goal = "CASE goal \(goals) END"
    static let verdict = "CASE verdict \(verdicts) END"
    private static let goals = SLAGoal.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.place)" }
        .joined(by: " ")
    private static let verdicts = SLAMeasure.Verdict.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.place)" }
        .joined(by: " ")

    /// For each of the times, of one reading.
    /// - Throws: `StorageError.wrongValue` where a goal or a verdict is none that is known.
    static func told(in spans: [Range<Int64>], _ db: any Transaction) throws -> [ToldPromises] {
        let sql = """
            SELECT ticket_id, \(goal), \(verdict), came_at, is_changed, undone_at FROM sla_verdict ORDER BY ticket_id
            """
        var told = spans.map { _ in ToldPromises() }
        try db.eachInPlace(sql, []) { row in
            let (ticket, goal, verdict) = (try row.integer(0), try row.integer(1), try row.integer(2))
            let (at, undone) = (try row.integer(3), try row.optionalInteger(5))
            let mark = (try row.flag(4) ? Self.changed : 0) | UInt8(goal) << 4
            for (place, span) in spans.enumerated() {
                let isInside = span.contains(at)
                while told[place].starts.count <= Int(ticket) {
                    told[place].starts.append(Int32(told[place].codes.count))
                }
                if let undone, !isInside || undone < span.upperBound { continue }
                told[place].codes.append(mark | (isInside ? UInt8(verdict) : Self.elsewhere))
            }
        }
        for place in told.indices { told[place].starts.append(Int32(told[place].codes.count)) }
        return told
    }

    func add(_ ticket: Int64, to promises: inout PromisesOfTicket) {
        let place = Int(ticket)
        guard place + 1 < starts.count else { return }
        for code in codes[Int(starts[place])..<Int(starts[place + 1])] {
            let verdict = code & 15
            promises.add(
                Int(code >> 4 & 7), verdict == Self.elsewhere ? nil : Int(verdict), isChanged: code & Self.changed != 0)
        }
    }
}
