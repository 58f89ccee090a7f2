import Reporting
import Storage
import Workflow

/// A report as programs read it.
package struct ReportRows {
    package let words: Words
    /// The name of the zone whose days are told.
    package let zone: String

    package init(words: Words, zone: String) {
        self.words = words
        self.zone = zone
    }

    package func rows(of report: Report, query: Query, for format: Format) -> Rows {
        let measures = report.measuresForPrograms
        let tellsDrill = format == .json || format == .jsonl
        var fields = zip(report.keys, words.report.headings(of: report)).map {
            RowField($0.rawValue, .text, column: Column(heading: $1))
        }
        fields += measures.map { measure in
            RowField(
                measure.name, measure.kind,
                column: Column(
                    heading: words.heading(measure, report.kind), alignment: measure.isText ? .left : .right))
        }
        if tellsDrill { fields.append(RowField("query", .text, column: Column(heading: words.headings.query))) }
        var rows = Rows(
            .report(report.kind), query: query.description, fields: fields,
            entries: report.rowsForPrograms.map { row in
                let drill = row.drills.first?.query.spelledOut.description
                return labels(row.label) + measures.map { RowEntry(value(row[$0])) }
                    + (tellsDrill ? [RowEntry.optional(drill)] : [])
            })
        rows.period = report.period?.text
        rows.zoneName = zone
        return rows
    }

    private func labels(_ label: Label) -> [RowEntry] {
        guard case .pair(let path, let cause) = label else { return [RowEntry(label.plain)] }
        return [RowEntry(.text(path.joined(by: CategoryTree.separator))), RowEntry(.text(cause))]
    }

    private func value(_ figure: Figure) -> RowValue {
        switch figure {
        case .unknown: .null
        case .count(let count): .number(Int64(count))
        case .share, .mean: figure.number.map { .decimal($0.toFourPlaces) } ?? .null
        case .length(let length), .work(let length): .number(length / 1000)
        case .change(let now, let before): now.change(since: before).map { .decimal($0.toFourPlaces) } ?? .null
        case .mark(let isSet): .truth(isSet)
        case .place(let path, _): .text(path.joined(by: CategoryTree.separator))
        }
    }
}

extension Measure {
    fileprivate var kind: RowField.Kind {
        switch self {
        case .topCategory: .text
        case .unlike: .truth
        default: .number
        }
    }
}

extension Label {
    fileprivate var plainText: String { if case .text(let text) = plain { text } else { "" } }

    /// The name of a row for programs, the same in both languages.
    package var plain: RowValue {
        switch self {
        case .all: .text("all")
        case .path(let path): .text(path.joined(by: CategoryTree.separator))
        case .named(let name): .text(name)
        case .promise(let goal): .text(goal.rawValue)
        case .pair(let path, let cause): .text((path + [cause]).joined(by: CategoryTree.separator))
        case .part(let part, let whole): .text("\(whole.plainText) \(part.plainText)")
        case .nobody, .unknownTime: .null
        case .bucket(let name): .text(name)
        case .status(let status): .text(status.name)
        case .priority(let priority): .text(priority.name)
        case .resolution(let resolution): .text(resolution.name)
        case .band(let band): .text(band.plain)
        case .late(let late): .text(late.plain)
        case .weekday(let day): .text(WeekText.names[day - 1])
        case .hour(let hour): .text((hour < 10 ? "0" : "") + String(hour))
        case .lack(let lack): .text(lack.rawValue)
        case .times(let times, let orMore): .text("\(times)\(orMore ? "+" : "")")
        }
    }
}

extension Lateness {
    /// `0-1h`, `24h+`
    package var plain: String {
        switch self {
        case .hour: "0-1h"
        case .fourHours: "1-4h"
        case .day: "4-24h"
        case .longer: "24h+"
        }
    }
}

extension AgeBand {
    /// `0-1d`, `30d+`
    package var plain: String {
        if self == .unknown { return "unknown" }
        return to.map { "\(from)-\($0)d" } ?? "\(from)d+"
    }
}
