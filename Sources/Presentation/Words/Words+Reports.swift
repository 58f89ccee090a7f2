import Reporting
import Storage
import Workflow

extension Words {
    /// `report`
    package struct Report: Sendable {
        package let total: String
        let noCategory: String
        package let nobody: String
        let unknownTime: String
        /// So many days of a period that has more.
        package let part: @Sendable (_ days: Int, _ of: Int) -> String
        package let key: @Sendable (ReportKey) -> String
        package let heading: @Sendable (Measure, ReportKind) -> String
        package let subject: @Sendable (Measure.Subject, _ heading: String) -> String
        package let title: @Sendable (Reporting.Report) -> String
        /// The period of a report, by its own date and in its zone.
        let during: @Sendable (Query.Field?, _ days: String, _ zone: String) -> String
        /// A title and the query it is about.
        package let of: @Sendable (_ title: String, _ query: String) -> String
        let moreRows: @Sendable (Int, Int) -> String
        /// Columns for which a narrow terminal has no room.
        let notShown: @Sendable ([String]) -> String
        /// A sentence below the table; nil for what the title says.
        package let remark: @Sendable (Remark) -> String?
        /// A length of time; of work there are no days.
        package let length: @Sendable (_ milliseconds: Int64, _ isWork: Bool) -> String
        /// What a line of values goes from and to.
        let between: @Sendable (_ least: String, _ most: String) -> String
        let band: @Sendable (AgeBand) -> String
        /// Monday first.
        let weekdays: [String]
        let late: @Sendable (Lateness) -> String
        let lackName: @Sendable (QualityReport.MissingData) -> String
        package let metrics: String
        package let pages: ReportPages
        package let workbook: WorkbookTexts
    }

    /// The heading of a column: what is measured, of which times and which tickets.
    package func heading(_ measure: Measure, _ kind: ReportKind) -> String {
        var heading = report.heading(measure.plain, kind)
        if let subject = measure.subject { heading = report.subject(subject, heading) }
        guard let column = measure.column else { return heading }
        return measure.isOnly ? text(of: column) : "\(text(of: column)) · \(heading)"
    }

    /// How many promises of a report were kept or broken.
    static func outcomes(_ report: Reporting.Report) -> Int {
        Int((report.total[.met].number ?? 0) + (report.total[.breached].number ?? 0))
    }

    /// What a row of a report is about.
    package func text(of label: Label) -> String {
        switch label {
        case .all: report.total
        case .path(let path):
            path.isEmpty ? report.noCategory : path.joined(by: CategoryTree.separator)
        case .named(let name): name
        case .promise(let goal): sla.goalName(goal)
        case .pair(let path, let cause): text(of: .path(path)) + " · " + cause
        case .part(let part, let whole): text(of: whole) + " · " + text(of: part)
        case .nobody: report.nobody
        case .bucket(let name): name
        case .unknownTime: report.unknownTime
        case .status(let status): self.status(status)
        case .priority(let priority): self.priority(priority)
        case .resolution(let resolution): resolution.name
        case .band(let band): report.band(band)
        case .late(let late): report.late(late)
        case .weekday(let day): report.weekdays[day - 1]
        case .hour(let hour): (hour < 10 ? "0" : "") + String(hour)
        case .lack(let lack): report.lackName(lack)
        case .times(let times, let orMore): "\(times)" + (orMore ? "+" : "")
        }
    }

}

/// The two largest units of a length of time.
package struct LengthText {
    /// Of a day, an hour, a minute, a second.
    let units: [String]
    let gap: String

    package func text(_ milliseconds: Int64, isWork: Bool) -> String {
        let seconds = milliseconds / 1000
        // A day of work is no 24 hours.
        let days = isWork ? 0 : seconds / 86_400
        let parts = [days, seconds / 3600 - days * 24, seconds / 60 % 60, seconds % 60]
        guard let first = parts.firstIndex(where: { $0 > 0 }) else { return "0" + units[3] }
        let second = first + 1 < parts.count && parts[first + 1] > 0 ? [first + 1] : []
        return ([first] + second).map { "\(parts[$0])\(units[$0])" }.joined(by: gap)
    }
}

extension Words.Report {
    /// The headings of what tells rows apart.
    package func headings(of report: Reporting.Report) -> [String] {
        Array(Words.names(report, key).prefix(report.keys.count))
    }
}

extension Words {
    /// What a report's keys are called, and what it tells apart across: fields by their own names.
    static func names(_ report: Reporting.Report, _ name: (ReportKey) -> String) -> [String] {
        var fields = report.fieldNames[...]
        return (report.keys + [report.across].compactMap { $0 }).map { key in
            key == .field ? SafeText.line(fields.popFirst() ?? name(key)) : name(key)
        }
    }
}
