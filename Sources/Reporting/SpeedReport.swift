import Storage
import Workflow

/// How long customers waited for the first answer, and for the end.
enum SpeedReport {
    /// What is known of a ticket.
    fileprivate enum Length {
        case unknown
        /// Milliseconds by the clock and of work.
        case known(wall: Int64, work: Int64?)
        /// A call: nobody waited.
        case atOnce
    }

    private typealias Reading = (any RowInPlace, Int64) throws -> Length

    private static let call = Query.asking(.channel, anyOf: [.text("phone"), .text("电话")])

    static func response(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        let worked = request.worked
        let people = request.fact == .author ? try TicketPeople.authors(in: db) : nil
        let measured = Query.asking(.replyTime, .any).narrowed(by: call.negated)
        return try made(request, request.asked, people, measured: measured, in: db) { row, _ in
            if let channel = try row.optionalText(4), ["phone", "电话"].contains(channel) { return .atOnce }
            // Unknown where one end is, and where the answer is older than the ticket.
            guard let start = try row.optionalInteger(2), let end = try row.optionalInteger(3), end >= start else {
                return .unknown
            }
            let work = worked?.elapsed(from: Instant(milliseconds: start), to: Instant(milliseconds: end))
            return .known(wall: end - start, work: work)
        }
    }

    /// Of what was resolved in the period.
    static func resolution(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        let found = try Resolutions(request, in: db)
        let field: Query.Field = request.resolution == .first ? .firstResolved : .wasResolved
        let asked = request.query.narrowed(by: request.period?.asking(field) ?? .asking(field, .any))
        let people = request.fact == .resolver ? try found.people(in: db) : nil
        return try made(request, asked, people, measured: .asking(.created, .any), in: db) { _, ticket in
            let (wall, work) = (found.wall[ticket], found.work[ticket])
            return wall == Resolutions.unknown ? .unknown : .known(wall: wall, work: work)
        }
    }

    fileprivate struct Lengths {
        var tickets = 0
        var atOnce = 0
        var wall: [Int64] = []
        var business: [Int64] = []
    }

    private static func made(
        _ request: ReportRequest, _ asked: Query, _ people: TicketPeople?, measured: Query, in db: any Transaction,
        _ read: Reading
    ) throws -> Report {
        var report = Report(
            request.kind, of: request, keys: [request.key],
            columns: [.tickets, .measured] + (request.kind == .response ? [.atOnce] : []) + request.lengthColumns + request.withinColumns, main: request.mainLength)
        var tally = try GroupTally(request, startingWith: Lengths(), people: people, in: db)
        let end = request.kind == .response ? Timeline.firstReply : "NULL"
        try request.eachTicket(
            of: asked, telling: "ticket.created_at", end, "ticket.channel", inOrder: true, in: db
        ) { row, ticket in
            let length = try read(row, ticket)
            try tally.count(row, ticket: ticket) { $0.add(length) }
        }
        for (label, lengths) in try tally.sorted(by: \.tickets, { $0.add($1) }) {
            let group = asked.narrowed(by: tally.asking(label, request))
            report.add(row(label, lengths, group, measured, request))
        }
        report.total = row(.all, tally.all, asked, measured, request)
        report.isPartition = request.group?.isMany != true
        report.remarks = [.measured(tally.all.wall.count, of: tally.all.tickets)]
        if request.group?.isMany == true { report.remarks.append(.severalEach) }
        return report
    }

    private static func row(
        _ label: Label, _ lengths: Lengths, _ asked: Query, _ measured: Query, _ request: ReportRequest
    ) -> Report.Row {
        var row = Report.Row(label)
        row.count(.tickets, lengths.tickets, asked)
        row.count(.measured, lengths.wall.count, asked.narrowed(by: measured))
        if request.kind == .response { row.count(.atOnce, lengths.atOnce, asked.narrowed(by: call)) }
        row.set(lengths.wall, business: request.calendar == nil ? nil : lengths.business, request)
        for (measure, hours) in Measure.within where request.withinColumns.contains(measure) {
            let isWork = request.clock == .business
            let all = isWork ? lengths.business : lengths.wall
            let most = hours * 3_600_000
            row.set(measure, to: .share(all.lazy.filter { $0 <= most }.count, all.count))
        }
        return row
    }
}

extension ReportRequest {
    /// Shares that are told of first answers.
    var withinColumns: [Measure] { kind == .response ? Measure.within.map(\.measure) : [] }
}

extension SpeedReport.Lengths {
    fileprivate mutating func add(_ length: SpeedReport.Length) {
        tickets += 1
        switch length {
        case .unknown: break
        case .atOnce: atOnce += 1
        case .known(let wall, let work):
            self.wall.append(wall)
            if let work { business.append(work) }
        }
    }

    fileprivate mutating func add(_ other: SpeedReport.Lengths) {
        tickets += other.tickets
        atOnce += other.atOnce
        wall += other.wall
        business += other.business
    }
}
