import ArgumentParser
import Reporting
import Storage
import Workflow

/// `desk report cause`
struct ReportCause: QueryReport {
    static let configuration = CommandConfiguration(
        commandName: "cause", abstract: "Tickets by root cause: confirmed, unverified and none apart.",
        discussion:
            "A ticket with several causes counts for each. A text that only says that none is known is no cause.")

    @OptionGroup var query: QueryWords
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func result(_ query: Query, _ scene: QueryScene, in db: any Transaction) throws -> CauseReport {
        try CauseReport(query, scene, in: db)
    }

    func page(_ report: CauseReport, _ session: Session) -> [String] {
        let words = session.words
        let shown = session.terminal.isTerminal ? 50 : report.lines.count
        var table = Table(columns: [
            Column(heading: words.report.cause, flexibility: .rest(minimum: 16)),
            Column(heading: words.report.total, alignment: .right),
            Column(heading: words.report.confirmed, alignment: .right),
            Column(heading: words.report.unverified, alignment: .right),
        ])
        for line in report.lines.prefix(shown) {
            table.add([
                Cell(line.cause), Cell(String(line.all)), Cell(String(line.confirmed)), Cell(String(line.unverified)),
            ])
        }
        table.add([Cell(words.report.noCause), Cell(String(report.none)), Cell("–"), Cell("–")])
        var lines = [words.report.causeTitle(report)]
        lines += table.lines(width: session.terminal.width, colour: session.terminal.usesColour).lines
        if report.lines.count > shown { lines.append(words.report.moreCauses(shown, report.lines.count)) }
        return lines
    }

    func rows(_ report: CauseReport, _ query: Query, _ session: Session) -> Rows {
        let words = session.words
        let none = [Entry(.null), Entry(.number(Int64(report.none))), Entry(.number(0)), Entry(.number(0))]
        return Rows(
            schema: "desk.report.cause/1", query: query.description,
            fields: [
                Field("cause", .text, column: Column(heading: words.report.cause)),
                Field("count", .number, column: Column(heading: words.report.total, alignment: .right)),
                Field("confirmed", .number, column: Column(heading: words.report.confirmed, alignment: .right)),
                Field("unverified", .number, column: Column(heading: words.report.unverified, alignment: .right)),
            ],
            entries: report.lines.map { line in
                [
                    Entry(.text(line.cause)), Entry(.number(Int64(line.all))), Entry(.number(Int64(line.confirmed))),
                    Entry(.number(Int64(line.unverified))),
                ]
            } + (report.none > 0 ? [none] : []))
    }
}
