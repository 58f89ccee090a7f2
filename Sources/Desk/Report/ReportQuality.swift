import ArgumentParser
import Reporting
import Storage
import Workflow

/// `desk report quality`
struct ReportQuality: QueryReport {
    static let configuration = CommandConfiguration(
        commandName: "quality", abstract: "What the data lacks.")

    @OptionGroup var query: QueryWords
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func result(_ query: Query, _ scene: QueryScene, in db: any Transaction) throws -> QualityReport {
        try QualityReport(query, scene, in: db)
    }

    func page(_ report: QualityReport, _ session: Session) -> [String] {
        let words = session.words
        var table = Table(columns: [
            Column(heading: words.report.lack, flexibility: .rest(minimum: 16)),
            Column(heading: words.headings.tickets, alignment: .right),
            Column(heading: words.report.share, alignment: .right),
        ])
        for line in report.lines {
            let share = Share.of(line.tickets, report.tickets)
            table.add([Cell(words.report.lackName(line.lack)), Cell(String(line.tickets)), Cell(share)])
        }
        return [words.report.qualityTitle(report.tickets)]
            + table.lines(width: session.terminal.width, colour: session.terminal.usesColour).lines
    }

    func rows(_ report: QualityReport, _ query: Query, _ session: Session) -> Rows {
        let words = session.words
        return Rows(
            schema: "desk.report.quality/1", query: query.description,
            fields: [
                Field("lack", .text, column: Column(heading: words.report.lack)),
                Field("count", .number, column: Column(heading: words.headings.tickets, alignment: .right)),
                Field("total", .number, column: Column(heading: words.report.total, alignment: .right)),
            ],
            entries: report.lines.map { line in
                [
                    Entry(.text(line.lack.rawValue)), Entry(.number(Int64(line.tickets))),
                    Entry(.number(Int64(report.tickets))),
                ]
            })
    }
}
