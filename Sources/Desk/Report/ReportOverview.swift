import App
import ArgumentParser
import Presentation
import Reporting
import Storage
import Workflow

/// `desk report overview`: all that a manager asks every week.
struct ReportOverview: Verb {
    static let configuration = CommandConfiguration(
        commandName: "overview", abstract: "Everything at a glance, beside the period before.",
        discussion: """
            Volume, backlog, age, categories, causes, promises and data quality: of the last 30 days unless --from says \
            otherwise, each compared with the days before. --format html writes it as one page, --format json as one document.
            """)
    static let documents: Set<Format> = [.html]

    @OptionGroup var query: QueryWords

    @Option(help: ArgumentHelp("From that day on, or in that period alone: 2026Q1, lastmonth.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Up to that day, which counts too.", valueName: "date"))
    var to: String?

    @Option(help: "Beside the period of the same length before, as always here, or beside the same one a year before.")
    var compare: ReportComparison?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let format = globals.askedFormat ?? .table
        guard [.table, .html, .json].contains(format) else { throw UsageError.formatNotHere(format.rawValue) }
        let store = try session.openForReading()
        let (overview, zone, asOf) = try store.read { db in
            let queryContext = try session.queryContext(in: db)
            var request = ReportRequest(.volume, try query.parse(in: db), queryContext)
            request.calendar = try Calendars.standard(Workspace.zones, in: db)
            request.comparison = compare ?? .previous
            request.reading = try session.reportReading(in: db)
            request.period = try PeriodWords(from: from, to: to).period(queryContext)
            return (
                try query.check { try OverviewReport(request, in: db) }, try session.zone(in: db), queryContext.now
            )
        }
        let texts = OverviewTexts(words: session.words)
        switch format {
        case .html:
            let document = ReportDocument(words: session.words, zone: zone, now: session.now, asOf: asOf)
            try session.write(Array(OverviewDocument(texts: texts, document: document).html(of: overview).utf8))
        case .json:
            let past = asOf == session.now ? nil : asOf
            try session.write(OverviewJSON(texts: texts, zone: zone).bytes(of: overview, asOf: past))
        default:
            let page = ReportPage(words: session.words, terminal: session.terminal, zone: zone)
            let lines = OverviewPage(texts: texts, page: page).lines(of: overview)
            try session.page(lines.map { $0 + "\n" }.joined(by: ""))
        }
    }
}
