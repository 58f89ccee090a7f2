import ArgumentParser
import Presentation
import Reporting
import Workflow

/// `desk report custom --rows category --cols month --value 'count,p90(resolution)'`
struct ReportCustom: ReportVerb {
    static let kind = ReportKind.custom
    static let configuration = about(
        "Rows, columns and figures of your own choice.",
        """
        Rows and columns: category, customer, org, agent, team, tag, channel, priority, status, resolution, cause, \
        field.NAME, or day, week, month, quarter, year of the creation. Figures: count, share, and n, median, p90, mean or max of response or resolution: \
        --value 'count,p90(resolution)'. Business time with --business.
        """)
    @OptionGroup var query: QueryWords

    @Option(
        help: ArgumentHelp("A row for each of them.", valueName: "what"), completion: Completions.axes)
    var rows = "category"

    @Option(
        name: .customLong("cols"), help: ArgumentHelp("A column for each of them.", valueName: "what"),
        completion: Completions.axes)
    var columns: String?

    @Option(
        name: .customLong("value"),
        help: ArgumentHelp("What is told of them, separated by commas.", valueName: "figures"),
        completion: .list(CustomValue.names))
    var values = "count"

    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func ask(_ request: inout ReportRequest) throws {
        var shape = CustomShape()
        shape.rows = try axis(rows, "--rows")
        shape.columns = try columns.map { try axis($0, "--cols") }
        shape.values = try values.split(separator: ",").map { try value(String($0)) }
        guard !shape.values.isEmpty else { throw UsageError.badChoice(values, of: "--value", nearest: "count") }
        if let columns = shape.columns, columns == shape.rows || (columns.unit != nil && shape.rows.unit != nil) {
            throw UsageError.report(.sameAxis)
        }
        request.shape = shape
    }

    private func axis(_ text: String, _ option: String) throws -> TicketAxis {
        let name = folded(text)
        // The name of a field is what somebody called it.
        guard let axis = TicketAxis(name.contains(".") ? text.trimmed : name) else {
            throw UsageError.badChoice(text, of: option, nearest: Nearest(to: name).among(TicketAxis.names))
        }
        return axis
    }

    private func value(_ text: String) throws -> CustomValue {
        let name = folded(text).replacing(" ", with: "")
        guard let value = CustomValue(name) else {
            throw UsageError.badChoice(text, of: "--value", nearest: Nearest(to: name).among(CustomValue.names))
        }
        return value
    }
}
