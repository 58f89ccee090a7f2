import App
import ArgumentParser
import Presentation
import Reporting
import Storage
import Workflow

/// A report over the tickets of a query. All are asked, printed and drilled into alike.
protocol ReportVerb: Verb {
    static var kind: ReportKind { get }
    var query: QueryWords { get }
    var options: ReportOptions { get }
    /// What it asks beyond the options of all reports.
    /// - Throws: `UsageError`
    func ask(_ request: inout ReportRequest) throws
}

extension ReportVerb {
    static func about(_ abstract: String, _ discussion: String = "") -> CommandConfiguration {
        CommandConfiguration(commandName: kind.rawValue, abstract: abstract, discussion: discussion)
    }

    static var documents: Set<Format> { [.html, .xlsx] }

    func ask(_ request: inout ReportRequest) throws {}

    /// The layout for people on a terminal, in a pipe, and as a table; a page as HTML, a workbook as XLSX; rows in every
    /// other format.
    func run(_ session: Session) throws {
        let store = try session.openForReading()
        let (parsed, report, zone, asOf) = try store.read { db in
            let parsed = try query.parse(in: db)
            let queryContext = try session.queryContext(in: db)
            var request = try options.request(Self.kind, parsed, queryContext)
            request.reading = try session.reportReading(in: db)
            try ask(&request)
            request.calendar = try Calendars.standard({ try ZoneFile.rules(named: $0) }, in: db)
            return (parsed, try query.check { try made(request, in: db) }, try session.zone(in: db), queryContext.now)
        }
        let format = format
        try session.writing(to: options.out) {
            let telling = ReportTelling(session: session, query: parsed, zone: zone, asOf: asOf)
            if let row = options.drill {
                let isTable = format.map { $0 == .table } ?? session.isTable
                let drill = try ReportDrill(words: session.words).rows(of: row, in: report, isTable: isTable)
                try session.show(drill, as: format, zone: zone)
            } else {
                try telling.tell(report, format: format, isDrawn: options.chart)
            }
        }
    }

    /// A file's ending says what is in it, unless an option does.
    private var format: Format? {
        globals.askedFormat ?? options.out.flatMap { Format(rawValue: String($0.split(separator: ".").last ?? "")) }
    }

    private func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        guard options.compare != nil, let before = request.before else { return try Report.made(request, in: db) }
        var (now, then) = try Report.pair(request, before, in: db)
        now.compare(with: then)
        if options.growing { now.sortByGrowth() }
        return now
    }
}

/// Prints a report.
struct ReportTelling {
    let session: Session
    let query: Query
    let zone: TimeZoneRules
    /// The time that the report is about.
    let asOf: Instant

    func tell(_ report: Report, format: Format?, isDrawn: Bool) throws {
        let words = session.words
        switch format {
        case nil, .table:
            let page = ReportPage(words: words, terminal: session.terminal, zone: zone)
            let lines = page.lines(of: report, query: query, isDrawn: isDrawn)
            try session.page(lines.map { $0 + "\n" }.joined(by: ""))
        case .html:
            let document = ReportDocument(words: words, zone: zone, now: session.now, asOf: asOf)
            try session.write(Array(document.html(of: report, query: query).utf8))
        case .xlsx:
            let workbook = ReportWorkbook(words: words, zone: zone, now: session.now, asOf: asOf)
            try session.write(workbook.workbook(of: report, query: query))
        case .md: try session.write(Array(ReportSheet(report, words: words).markdown.utf8))
        case .tsv, .csv, .json, .jsonl, .ids, .count:
            try session.show(
                ReportRows(words: words, zone: zone.name).rows(of: report, query: query, for: format ?? .tsv),
                as: format, zone: zone)
        }
    }
}

extension Session {
    /// The options that a command of a printed drill needs to find the same. A time that goes by the clock of now is named.
    func reportReading(in db: any Transaction) throws -> ReportReading {
        var reading = ReportReading(zone: globals.zone, asOf: globals.asOf)
        guard let typed = globals.asOf, let asOf, !typed.hasPrefix("op:"),
            typed.utf8.first.map({ !(48...57 ~= $0) }) ?? true
        else { return reading }
        let offset = try zone(in: db).offset(at: asOf.milliseconds)
        reading.asOf = TimeText.rfc3339(asOf.milliseconds, offset: offset)
        return reading
    }
}
