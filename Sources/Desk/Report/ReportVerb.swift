import ArgumentParser
import Reporting
import Storage
import Workflow

/// A report over the tickets of a query. All are asked, printed and drilled into alike.
protocol ReportVerb: Verb {
    static var kind: ReportKind { get }
    var query: QueryWords { get }
    var options: ReportOptions { get }
}

extension ReportVerb {
    static func about(_ abstract: String, _ discussion: String = "") -> CommandConfiguration {
        CommandConfiguration(commandName: kind.rawValue, abstract: abstract, discussion: discussion)
    }

    static var writesPages: Bool { true }

    /// The layout for people on a terminal, in a pipe, and as a table; a page as HTML; rows in every other format.
    func run(_ session: Session) throws {
        let store = try session.openForReading()
        let (parsed, report, zone, asOf) = try store.read { db in
            let parsed = try query.parse(in: db)
            let scene = try session.scene(in: db)
            var request = try options.request(Self.kind, parsed, scene)
            request.calendar = try Calendars.standard({ try ZoneFile.rules(named: $0) }, in: db)
            return (parsed, try query.check { try made(request, in: db) }, try session.zone(in: db), scene.now)
        }
        if let row = options.drill {
            try session.show(ReportDrill(words: session.words).rows(of: row, in: report), zone: zone)
        } else if globals.askedFormat == .html {
            let document = ReportDocument(words: session.words, zone: zone, now: session.now, asOf: asOf)
            try session.write(Array(document.html(of: report, query: parsed).utf8))
        } else if let format = globals.askedFormat, format != .table {
            try session.show(
                ReportRows(words: session.words).rows(of: report, query: parsed, for: format), zone: zone)
        } else {
            let page = ReportPage(words: session.words, terminal: session.terminal, zone: zone)
            let lines = page.lines(of: report, query: parsed, isDrawn: options.chart)
            try session.page(lines.map { $0 + "\n" }.joined())
        }
    }

    private func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        let isCut = request.bucket != nil && !Self.kind.isBucketed
        func report(_ request: ReportRequest) throws -> Report {
            try isCut ? Report.bucketed(request, in: db) : Self.kind.made(request, in: db)
        }
        var made = try report(request)
        if options.compare != nil, let before = request.before { made.compare(with: try report(before)) }
        return made
    }
}
