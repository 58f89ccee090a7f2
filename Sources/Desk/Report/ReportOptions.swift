import ArgumentParser
import Presentation
import Reporting
import Storage
import Workflow

/// What every report takes beside its query.
struct ReportOptions: ParsableArguments {
    @Option(help: ArgumentHelp("From that day on, or in that period alone: 2026Q1, lastmonth.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Up to that day, which counts too.", valueName: "date"))
    var to: String?

    @Option(help: "A row for each of them.")
    var by: TicketGroup?

    @Option(help: "A row for each period of that length.")
    var bucket: Bucket.Unit?

    @Flag(help: "Only time in which the desk works.")
    var business = false

    @Flag(help: "Only time by the clock.")
    var wall = false

    @Option(help: "What changed since the period of the same length before.")
    var compare: Comparison?

    @Option(name: .customLong("min-n"), help: ArgumentHelp("Tell no mean of fewer.", valueName: "n"))
    var leastForMean = 5

    @Option(help: ArgumentHelp("Print the query behind each count of that row; all is the total.", valueName: "row"))
    var drill: String?

    @Option(
        help: ArgumentHelp("Write into that file; its ending names the format.", valueName: "file"), completion: .file()
    )
    var out: String?

    @Flag(help: "Draw the main figure.")
    var chart = false

    enum Comparison: String, CaseIterable, ExpressibleByArgument {
        case previous
    }

    mutating func validate() throws {
        if leastForMean < 1 { throw ValidationError("--min-n takes 1 or more.") }
    }

    /// - Throws: `UsageError` where the report does not take what was asked.
    func request(_ kind: ReportKind, _ query: Query, _ queryContext: QueryContext) throws -> ReportRequest {
        var request = ReportRequest(kind, query, queryContext)
        request.period = try PeriodWords(from: from, to: to).period(queryContext)
        request.leastForMean = leastForMean
        if business != wall { request.clock = business ? .business : .wall }
        if compare != nil && request.period == nil { throw UsageError.report(.needsPeriod("--compare")) }
        if let group = kind.group, by != nil || bucket != nil {
            try cross(group, in: &request)
        } else {
            try divide(&request)
        }
        return request
    }

    /// Rows, or a row for each period, of a report that has none of its own.
    private func divide(_ request: inout ReportRequest) throws {
        let kind = request.kind
        // Every row of causes names the category in which most are.
        if kind == .cause && by == .category && bucket == nil { return }
        if by != nil && !kind.takesGroup { throw UsageError.report(.noGroup(report: kind.rawValue)) }
        if bucket != nil && !kind.isBucketed {
            if !kind.takesGroup || by != nil { throw UsageError.report(.noBucket(report: kind.rawValue)) }
            if request.period == nil { throw UsageError.report(.needsPeriod("--bucket")) }
        }
        request.group = by
        request.bucket = bucket
    }

    /// A report that tells tickets apart by one thing tells them apart by another beside it.
    private func cross(_ group: TicketGroup, in request: inout ReportRequest) throws {
        guard by == nil || bucket == nil else { throw UsageError.report(.noBucket(report: request.kind.rawValue)) }
        guard by != group else { throw UsageError.report(.sameAxis) }
        request.shape.rows = .group(group)
        request.shape.columns = bucket.map(TicketAxis.time) ?? by.map(TicketAxis.group)
        request.kind = .custom
    }
}

extension TicketGroup: ExpressibleByArgument {}
extension Bucket.Unit: ExpressibleByArgument {}
