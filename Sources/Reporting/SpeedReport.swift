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

    private static let call = Query.asking(.channel, anyOf: Ticket.callChannels.map(Query.Content.text))

    static func response(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        let worked = request.worked
        let people = request.fact == .author ? try TicketPeople.authors(in: db) : nil
        return try made(request, request.asked, people, measured: measured(request), in: db) { row, _ in
            try answered(row, worked)
        }
    }

    /// Until the first answer, of a row that tells when the ticket came, when it was answered and its channel.
    private static func answered(_ row: any RowInPlace, _ worked: WorkedTime?) throws -> Length {
        if let channel = try row.optionalText(4), Ticket.callChannels.contains(channel) { return .atOnce }
        // Unknown where one end is, and where the answer is older than the ticket.
        guard let start = try row.optionalInteger(2), let end = try row.optionalInteger(3), end >= start else {
            return .unknown
        }
        let work = worked?.elapsed(from: Instant(milliseconds: start), to: Instant(milliseconds: end))
        return .known(wall: end - start, work: work)
    }

    /// Of what was resolved in the period.
    static func resolution(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        let found = try Resolutions(request, in: db)
        let field = resolvedField(request)
        let asked = request.query.narrowed(by: request.period?.asking(field) ?? .asking(field, .any))
        let people = request.fact == .resolver ? try found.people(in: db) : nil
        return try made(request, asked, people, measured: measured(request), in: db) { _, ticket in
            let (wall, work) = (found.wall[ticket], found.work[ticket])
            return wall == Resolutions.unknown ? .unknown : .known(wall: wall, work: work)
        }
    }

    /// One for each of several periods, of one reading; nil where they are told apart by more.
    static func made(_ requests: [ReportRequest], in db: any Transaction) throws -> [Report]? {
        guard let any = requests.first, requests.count > 1, any.group == nil, any.fact == nil,
            requests.allSatisfy({ $0.period != nil })
        else { return nil }
        let lengths = try any.kind == .response ? responses(requests, in: db) : resolutions(requests, in: db)
        return zip(requests, lengths).map { request, lengths in
            let asked =
                request.kind == .response
                ? request.asked
                : request.query.narrowed(by: request.period?.asking(resolvedField(request)) ?? .everything)
            var report = empty(request)
            report.total = row(.all, lengths, asked, measured(request), request)
            report.remarks = [.measured(lengths.wall.count, of: lengths.tickets)]
            return report
        }
    }

    private static func responses(_ requests: [ReportRequest], in db: any Transaction) throws -> [Lengths] {
        let spans = requests.map { $0.period?.instants($0.queryContext.zone) ?? 0..<0 }
        var all = Array(repeating: Lengths(), count: requests.count)
        let worked = requests[0].worked
        let first = requests.compactMap { $0.period?.first }.min() ?? 0
        let last = requests.compactMap { $0.period?.last }.max() ?? 0
        let whole = ReportPeriod(first: first, last: last)?.asking(.created) ?? .everything
        try requests[0].eachTicket(
            of: requests[0].query.narrowed(by: whole), telling: "ticket.created_at", Timeline.firstReply,
            "ticket.channel", inOrder: true, in: db
        ) { row, _ in
            guard let created = try row.optionalInteger(2) else { return }
            let length = try answered(row, worked)
            for (place, span) in spans.enumerated() where span.contains(created) { all[place].add(length) }
        }
        return all
    }

    private static func resolutions(_ requests: [ReportRequest], in db: any Transaction) throws -> [Lengths] {
        var all = Array(repeating: Lengths(), count: requests.count)
        let worked = requests[0].worked
        let measures = requests.map { ResolutionMeasure($0, worked: worked) }
        try ReportHistory.of(requests[0], in: db).each(in: db) { life, moves in
            guard !moves.isEmpty else { return }
            for place in measures.indices {
                guard let found = measures[place].resolution(of: life, moves) else { continue }
                all[place].add(found.wall.map { .known(wall: $0, work: found.work) } ?? .unknown)
            }
        }
        return all
    }

    private static func resolvedField(_ request: ReportRequest) -> Query.Field {
        request.resolution == .first ? .firstResolved : .wasResolved
    }

    private static func measured(_ request: ReportRequest) -> Query {
        request.kind == .response
            ? Query.asking(.replyTime, .any).narrowed(by: call.negated) : .asking(.created, .any)
    }

    private static func empty(_ request: ReportRequest) -> Report {
        Report(
            request.kind, of: request, keys: [request.key],
            columns: [.tickets, .measured] + (request.kind == .response ? [.atOnce] : []) + request.lengthColumns
                + request.withinColumns, main: request.mainLength)
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
        var report = empty(request)
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
