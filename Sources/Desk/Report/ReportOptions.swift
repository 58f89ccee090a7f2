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

    @Option(help: "A row for each of them. author, resolver and owner-then: who did it, not who has it now.")
    var by: ReportRowsBy?

    @Option(help: "A row for each period of that length.")
    var bucket: Bucket.Unit?

    @Flag(help: "Only time in which the desk works.")
    var business = false

    @Flag(help: "Only time by the clock.")
    var wall = false

    @Option(help: "What changed since the period of the same length before, or since the same one a year before.")
    var compare: ReportComparison?

    @Flag(help: "With --compare: what grew most comes first, each category by itself.")
    var growing = false

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

    mutating func validate() throws {
        if leastForMean < 1 { throw ValidationError("--min-n takes 1 or more.") }
    }

    /// - Throws: `UsageError` where the report does not take what was asked.
    func request(_ kind: ReportKind, _ query: Query, _ queryContext: QueryContext) throws -> ReportRequest {
        var request = ReportRequest(kind, query, queryContext)
        request.period = try PeriodWords(from: from, to: to).period(queryContext)
        request.leastForMean = leastForMean
        request.comparison = compare ?? .previous
        if business != wall { request.clock = business ? .business : .wall }
        if compare != nil && request.period == nil { throw UsageError.report(.needsPeriod("--compare")) }
        if let fact = by?.fact {
            guard kind.facts.contains(fact) else { throw UsageError.report(.noGroup(report: kind.rawValue)) }
            request.fact = fact
            request.bucket = nil
            if bucket != nil { throw UsageError.report(.noBucket(report: kind.rawValue)) }
            return request
        }
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
        if kind == .cause && by?.group == .category && bucket == nil { return }
        if by != nil && !kind.takesGroup && !kind.takesBoth {
            throw UsageError.report(.noGroup(report: kind.rawValue))
        }
        if bucket != nil && !kind.takesBoth {
            if !kind.takesGroup || by != nil { throw UsageError.report(.noBucket(report: kind.rawValue)) }
            if request.period == nil { throw UsageError.report(.needsPeriod("--bucket")) }
        }
        request.group = by?.group
        request.bucket = bucket
    }

    /// A report that tells tickets apart by one thing tells them apart by another beside it.
    private func cross(_ group: TicketGroup, in request: inout ReportRequest) throws {
        guard by == nil || bucket == nil else { throw UsageError.report(.noBucket(report: request.kind.rawValue)) }
        guard by?.group != group else { throw UsageError.report(.sameAxis) }
        request.shape.rows = .group(group)
        request.shape.columns = bucket.map(TicketAxis.time) ?? by?.group.map(TicketAxis.group)
        request.kind = .custom
    }
}

/// What `--by` names: what tickets have now, or who did something.
struct ReportRowsBy: ExpressibleByArgument {
    let group: TicketGroup?
    let fact: FactGroup?

    init?(argument: String) {
        group = TicketGroup(rawValue: argument)
        fact = FactGroup(rawValue: argument)
        if group == nil && fact == nil { return nil }
    }

    static var allValueStrings: [String] { TicketGroup.allCases.map(\.rawValue) + FactGroup.allCases.map(\.rawValue) }
}

extension Bucket.Unit: ExpressibleByArgument {}
extension ReportComparison: ExpressibleByArgument {}
