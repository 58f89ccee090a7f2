import Storage
import Workflow

/// A report of one's own: tickets told apart by one or two things, and what is asked of each.
enum CustomReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        let shape = request.shape
        let cells = try CustomCells(request, in: db)
        var report = Report(.custom, of: request, keys: [shape.rows.key], columns: [])
        report.across = shape.columns?.key
        report.fieldNames = try [shape.rows, shape.columns].compactMap { $0?.field }.map {
            try FieldSpellings(named: $0, request.queryContext, in: db).name
        }
        report.isPartition = !shape.rows.isMany && !(shape.columns?.isMany ?? false)
        if !report.isPartition { report.remarks = [.severalEach] }
        let writer = CustomRow(request: request, cells: cells)
        report.columns = writer.measures
        report.main = shape.values[0].measure(isWork: request.clock == .business)
        for label in cells.rows { report.add(writer.row(label)) }
        report.total = writer.row(.all)
        return report
    }
}

/// Fills the rows of a report of one's own.
private struct CustomRow {
    let request: ReportRequest
    let cells: CustomCells

    private var shape: CustomShape { request.shape }
    private var isWork: Bool { request.clock == .business }

    /// Of each column what is asked for, and of all of them together last.
    var measures: [Measure] {
        let values = shape.values.map { $0.measure(isWork: isWork) }
        return cells.columns.flatMap { column in values.map { $0.at(column, isOnly: values.count == 1) } } + values
    }

    func row(_ label: Label) -> Report.Row {
        var row = Report.Row(label)
        let asked = request.asked.narrowed(by: cells.asking(label, shape.rows))
        // The whole row first: its query is the one that programs read.
        for value in shape.values { set(value, cells[label, .all], asked, nil, in: &row) }
        guard let axis = shape.columns else { return row }
        for column in cells.columns {
            let part = asked.narrowed(by: cells.asking(column, axis))
            for value in shape.values { set(value, cells[label, column], part, column, in: &row) }
        }
        return row
    }

    private func set(
        _ value: CustomValue, _ tally: CustomCells.Tally, _ asked: Query, _ column: Label?, in row: inout Report.Row
    ) {
        var measure = value.measure(isWork: isWork)
        if let column { measure = measure.at(column, isOnly: shape.values.count == 1) }
        switch value {
        case .count: row.count(measure, tally.count, asked)
        case .share:
            row.set(measure, to: .share(tally.count, cells[.all, .all].count))
        case .length(.n, let subject):
            row.count(measure, tally[subject].count, asked.narrowed(by: CustomCells.measured(subject)))
        case .length(let statistic, let subject):
            let length = length(statistic, Statistics(tally[subject]))
            row.set(measure, to: isWork ? .work(orUnknown: length) : .length(orUnknown: length))
        }
        // A row without a count tells its tickets all the same.
        if column == nil, row.drills.isEmpty, shape.values.last == value, !shape.values.contains(.count) {
            row.count(.tickets, tally.count, asked)
        }
    }

    private func length(_ statistic: CustomValue.Statistic, _ all: Statistics) -> Int64? {
        switch statistic {
        case .n: nil
        case .median: all.median
        case .p90: all.p90
        case .mean: all.mean(least: request.leastForMean)
        case .max: all.longest
        }
    }
}
