/// What a report cannot be asked.
package enum ReportMisuse: Equatable {
    case noGroup(report: String)
    /// Of what a ticket may have several.
    case severalEach(report: String, group: String)
    case noBucket(report: String)
    /// An option that makes no sense without a period.
    case needsPeriod(String)
    case backwards(String)
    case noRow(String, nearest: String?)
    /// Rows and columns that say the same, or are both times.
    case sameAxis
    case tooManyPeriods(Int, most: Int)
    case tooManyColumns(Int, most: Int)
    /// Of a schedule: what it is called, when it comes, and what it writes.
    case badName(String)
    case badRecurrence(String)
    case notScheduled([String])
    case noFolder(String)
}

extension ReportMisuse {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .noGroup, .severalEach, .noBucket, .needsPeriod, .backwards, .sameAxis, .tooManyPeriods, .tooManyColumns,
            .noRow,
            .badName, .badRecurrence,
            .notScheduled, .noFolder:
            ErrorIdentity("report", .usage)
        }
    }
}
