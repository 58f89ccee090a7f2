import Reporting
import Storage
import Workflow

/// The queries behind the counts of one row.
package struct ReportDrill {
    package let words: Words

    package init(words: Words) {
        self.words = words
    }

    /// - Parameter isTable: people read the command in the place of the query; programs get both.
    /// - Throws: `UsageError` when there is no such row.
    package func rows(of name: String, in report: Report, isTable: Bool) throws -> Rows {
        let row = try found(name, in: report)
        let drills = row.drills.filter { drill in
            report.kind == .custom || report.measuresForPeople.contains(drill.measure)
                || report.measuresForPrograms.contains(drill.measure)
        }
        var rows = Rows(
            .drill,
            fields: [
                RowField("figure", .text, column: Column(heading: words.headings.what)),
                RowField("count", .number, column: Column(heading: words.headings.tickets, alignment: .right)),
                RowField("query", .text, column: Column(heading: words.headings.query)),
                RowField("command", .text, column: Column(heading: words.headings.command)),
            ].filter { !isTable || $0.name != "query" },
            entries: drills.map { drill in
                let figure = RowEntry(.text(drill.measure.name), shown: words.heading(drill.measure, report.kind))
                let count = RowEntry(.number(Int64(drill.tickets)))
                let query = RowEntry(.text(drill.query.spelledOut.description))
                let command = RowEntry(.text(Self.command(drill.query, report.reading)))
                return isTable ? [figure, count, command] : [figure, count, query, command]
            })
        rows.isWhole = true
        return rows
    }

    private func found(_ name: String, in report: Report) throws -> Report.Row {
        let wanted = folded(name)
        let rows = report.rows + [report.total]
        if let row = rows.first(where: { names($0.label).contains(wanted) }) { return row }
        let known = rows.flatMap { names($0.label) }
        throw UsageError.report(.noRow(name, nearest: Nearest(to: wanted).among(known)))
    }

    private func names(_ label: Label) -> [String] {
        var names = [folded(words.text(of: label))]
        if case .text(let plain) = label.plain { names.append(folded(plain)) }
        if case .null = label.plain { names.append("none") }
        if label == .path([]) { names.append("none") }
        if label == .unknownTime { names.append("unknown") }
        return names
    }

    /// The command that lists the tickets of a count.
    package static func command(_ query: Query, _ reading: ReportReading) -> String {
        "desk ls" + options(reading) + " " + ShellWord.quoted(query.spelledOut.description)
    }

    /// The options behind a verb with which the desk is read as it was for the report.
    static func options(_ reading: ReportReading) -> String {
        (reading.zone.map { " --tz " + ShellWord.plain($0) } ?? "")
            + (reading.asOf.map { " --as-of " + ShellWord.plain($0) } ?? "")
    }
}
