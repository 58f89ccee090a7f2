import Files
import Workflow

extension FileError {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .noSuchFile: ErrorIdentity("noFile", .notFound)
        case .cannotRead: ErrorIdentity("cannotRead", .unavailable)
        case .packed: ErrorIdentity("packed", .failed)
        case .notText, .unknownEncoding: ErrorIdentity("notText", .failed)
        case .tooLarge: ErrorIdentity("tooLarge", .failed)
        case .noDatasets: ErrorIdentity("noDatasets", .notFound)
        case .badLine: ErrorIdentity("badLine", .failed)
        case .notCalendar: ErrorIdentity("notCalendar", .failed)
        case .cutOff: ErrorIdentity("cutOff", .damaged)
        case .cannotWrite: ErrorIdentity("cannotWrite", .unavailable)
        }
    }
}
