import Import
import Workflow

/// A text that was to be a dialect, and is none.
package struct DialectRefusal: Error {
    /// The file, or the name.
    package let path: String
    package let fault: DialectFault

    package init(path: String, fault: DialectFault) {
        self.path = path
        self.fault = fault
    }

    package var identity: ErrorIdentity { ErrorIdentity("dialect", .usage) }
}
