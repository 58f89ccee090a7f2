import ArgumentParser
import Reporting
import Storage
import Workflow

/// `desk report category`
struct ReportCategory: QueryReport {
    static let configuration = CommandConfiguration(
        commandName: "category", abstract: "Tickets by category and status.")

    @OptionGroup var query: QueryWords
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func result(_ query: Query, _ scene: QueryScene, in db: any Transaction) throws -> CategoryReport {
        try CategoryReport(query, scene, in: db)
    }

    func page(_ report: CategoryReport, _ session: Session) -> [String] {
        let words = session.words
        let total = report.total
        guard total.all > 0 else { return [words.list.empty] }
        var table = Table(columns: Self.columns(words))
        for node in report.tree { table.add(cells(node, of: total.all, words)) }
        table.add([
            Cell(words.report.total, style: .bold), Cell(""), Cell(String(total.all), style: .bold),
            Cell("100.0 %"), Cell(String(total.open)), Cell(String(total.done)),
        ])
        return [words.report.categoryTitle(total.all)]
            + table.lines(width: session.terminal.width, colour: session.terminal.usesColour).lines
    }

    private static func columns(_ words: Words) -> [Column] {
        let report = words.report
        let numbers = [report.own, report.total, report.share, report.open, report.done]
        return [Column(heading: words.headings.category, flexibility: .rest(minimum: 16))]
            + numbers.map { Column(heading: $0, alignment: .right) }
    }

    private func cells(_ node: CategoryReport.Node, of all: Int, _ words: Words) -> [Cell] {
        let name = node.path.last ?? words.report.noCategory
        return [
            Cell(String(repeating: "  ", count: node.depth) + name, style: node.depth == 0 ? .bold : nil),
            Cell(node.own.all == 0 ? "" : String(node.own.all)), Cell(String(node.total.all)),
            Cell(Share.of(node.total.all, all)), Cell(String(node.total.open)), Cell(String(node.total.done)),
        ]
    }

    func rows(_ report: CategoryReport, _ query: Query, _ session: Session) -> Rows {
        let words = session.words
        let statuses = Status.allCases.map { status in
            Field(status.name, .number, column: Column(heading: words.status(status), alignment: .right))
        }
        return Rows(
            schema: "desk.report.category/1", query: query.description,
            fields: [
                Field("category", .text, column: Column(heading: words.headings.category)),
                Field("count", .number, column: Column(heading: words.report.own, alignment: .right)),
            ] + statuses,
            entries: report.lines.map { line in
                [
                    Entry(.text(line.path.joined(separator: CategoryTree.separator))),
                    Entry(.number(Int64(line.counts.all))),
                ] + Status.allCases.map { Entry(.number(Int64(line.counts[$0]))) }
            })
    }
}
