import Reporting
import Workflow

extension ReportFault {
    /// The same, as something that was asked for.
    var misuse: ReportMisuse {
        switch self {
        case .tooManyPeriods(let count, let most): .tooManyPeriods(count, most: most)
        case .tooManyColumns(let count, let most): .tooManyColumns(count, most: most)
        }
    }
}
