import ArgumentParser
import Reporting
import Storage
import Workflow

/// `desk report`: counts.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Count tickets.",
        discussion: "All tickets unless the query says otherwise.",
        subcommands: [ReportCategory.self, ReportCause.self, ReportQuality.self])
}

/// A report over the tickets of a query.
protocol QueryReport: Verb {
    associatedtype Result
    var query: QueryWords { get }

    func result(_ query: Query, _ scene: QueryScene, in db: any Transaction) throws -> Result
    func page(_ result: Result, _ session: Session) -> [String]
    func rows(_ result: Result, _ query: Query, _ session: Session) -> Rows
}

extension QueryReport {
    /// The layout for people on a terminal, in a pipe, and as a table; rows in every other format.
    func run(_ session: Session) throws {
        let parsed = try query.parse()
        let store = try session.openForReading()
        let (counted, zone): (Result, TimeZoneRules) = try store.read { db in
            let scene = try session.scene(in: db)
            let counted = try query.check { try self.result(parsed, scene, in: db) }
            return (counted, try session.zone(in: db))
        }
        if let format = globals.askedFormat, format != .table {
            try session.show(rows(counted, parsed, session), zone: zone)
        } else {
            var lines = page(counted, session)
            let scope = parsed.description
            if !scope.isEmpty, let title = lines.first {
                lines[0] = session.words.report.of(title, SafeText.line(scope))
            }
            try session.page(lines.map { $0 + "\n" }.joined())
        }
    }
}

/// Numbers as people read them in reports.
enum Share {
    /// `12.3 %`; a dash of nothing.
    static func of(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "—" }
        let tenths = (part * 2000 + whole) / (whole * 2)
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
