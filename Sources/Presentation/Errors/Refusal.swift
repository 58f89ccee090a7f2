import Workflow

/// What a person asked for and may not have. Each ends with its own exit code (`spec` of exit codes: `ExitCode`).
package enum Refusal: Error, Equatable {
    /// The system tells neither the words of the command nor the variables.
    case noEnvironment
    case noText
    /// There is no desk here or above, nor in the person's own folder.
    case noDesk(besides: String)
    /// A desk that nobody named, in a folder of somebody else.
    case deskOfOthers(String)
    case noEditor
    case editorFailed(status: Int32)
    case noDraft(String)
    /// Somebody else can read or write where drafts would be.
    case draftsNotPrivate(folder: String)
    /// Nobody wrote down what the text was for.
    case draftOfNothing(path: String)
    case formConflict(Ticket.Number, [FormConflict])
    case cancelled
    case noOriginal(Ticket.Number)
    /// Another file stands where one was to be written.
    case fileExists(String)
    case differs(count: Int)
    case partlyDone(failed: Int, of: Int)
    /// Files of which nothing was kept, because too little of them is understood.
    case notUnderstood(count: Int, of: Int)
    case unhealthy(problems: Int)
    case needsYes(Int)
    /// A draft that nobody can look at before its command is said again.
    case draftNeedsYes(String, command: String)
    /// Nobody said yes to a diagnosis, and nobody can be asked.
    case needsConsent
    /// The person stopped a diagnosis; what was found stays.
    case diagnosisStopped(String)
    case emptyText
    case partlyChanged(refused: Int, changed: Int)
    /// Lines of a file that could not be read; the others were answered.
    case partlyRead(bad: Int, answered: Int)
    case versionChanged(VersionConflict)
    /// What cannot be undone is confirmed by typing this number.
    case needsNumber(String)
}

extension Refusal {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .noEnvironment: ErrorIdentity("environment", .unavailable)
        case .noText: ErrorIdentity("noText", .usage)
        case .noDesk: ErrorIdentity("noDesk", .notFound)
        case .deskOfOthers: ErrorIdentity("deskOfOthers", .notAllowed)
        case .noEditor: ErrorIdentity("editor", .usage)
        case .editorFailed: ErrorIdentity("editor", .cancelled)
        case .noDraft: ErrorIdentity("draft", .notFound)
        case .draftsNotPrivate: ErrorIdentity("draft", .notAllowed)
        case .draftOfNothing: ErrorIdentity("draft", .failed)
        case .formConflict: ErrorIdentity("conflict", .conflict)
        case .cancelled: ErrorIdentity("cancelled", .cancelled)
        case .noOriginal: ErrorIdentity("noOriginal", .notFound)
        case .fileExists: ErrorIdentity("fileExists", .failed)
        case .differs: ErrorIdentity("differs", .failed)
        case .notUnderstood: ErrorIdentity("notUnderstood", .partlyDone)
        case .partlyDone, .partlyChanged, .partlyRead: ErrorIdentity("partlyDone", .partlyDone)
        case .needsYes, .draftNeedsYes: ErrorIdentity("needsYes", .usage)
        case .needsConsent: ErrorIdentity("consent", .refused)
        case .diagnosisStopped: ErrorIdentity("stopped", .cancelled)
        case .emptyText: ErrorIdentity("emptyText", .usage)
        case .versionChanged: ErrorIdentity("version", .conflict)
        case .needsNumber: ErrorIdentity("needsNumber", .refused)
        case .unhealthy: ErrorIdentity("unhealthy", .failed)
        }
    }
}
