import Import
import Reporting
import Storage
import Workflow

extension Words {
    /// What every command may have to say.
    struct Session: Sendable {
        let error: String
        /// Somebody the desk does not know reads.
        let unknownReader: @Sendable (String) -> String
        /// A desk on a folder that another machine serves, by the kind of that.
        let onNetwork: @Sendable (_ kind: String) -> String
        let outputFailed: @Sendable (String) -> String
    }

    /// `init`
    struct Start: Sendable {
        let created: @Sendable (_ path: String, _ admin: String, _ zone: String) -> String
        let wouldCreate: @Sendable (_ path: String) -> String
    }

    /// `new`
    struct Ticket: Sendable {
        let filed: @Sendable (Written, NewTicket) -> String
        let wouldFile: @Sendable (NewTicket) -> String
    }

    /// `show`
    struct Page: Sendable {
        let customer: String
        let assignee: String
        let category: String
        let created: String
        let updated: String
        let resolved: String
        let statusText: String
        let causes: String
        let tags: String
        let source: String
        let mergedInto: String
        let inTrash: String
        let description: String
        let listedAnswer: String
        let place: @Sendable (TicketSource, Workflow.Ticket.Number) -> String
        let causeState: @Sendable (TicketCause) -> String
        let edited: @Sendable (Int) -> String
        let event: @Sendable (HistoryEntry) -> String
    }

    /// `import`, `export`, `roundtrip`
    struct Importing: Sendable {
        let label: String
        let head: @Sendable (DatasetFile) -> String
        let contents: @Sendable (FileTally, FileOutcome) -> String
        let derived: @Sendable (FileTally) -> String
        let attachments: @Sendable (Int) -> String
        let times: String
        let nothing: String
        let known: @Sendable (FileOutcome) -> String
        let sameAs: @Sendable (String, FileOutcome) -> String
        let otherDataset: @Sendable (String) -> String
        let outcome: @Sendable (FileOutcome, _ isDryRun: Bool) -> String
        /// All of a file in one line, for imports of many.
        let oneLine: @Sendable (DatasetFile, FileOutcome, _ isDryRun: Bool) -> String
        let conflict: @Sendable (String, ImportConflict) -> String
        let exchange: @Sendable (String, RestoreOutcome) -> String
        let total: @Sendable (ImportTotals, _ isDryRun: Bool) -> String
        let warning: @Sendable (DatasetWarning) -> String
        /// A warning that a file deserves several times.
        let repeated: @Sendable (_ warning: String, _ times: Int) -> String
        let interrupted: @Sendable (ImportTotals) -> [String]
        let undone: @Sendable (String, BatchUndoOutcome, _ isDryRun: Bool) -> String
        let written: @Sendable (_ path: String, _ isDryRun: Bool) -> String
        let writtenOriginals: @Sendable (_ files: Int, _ bytes: Int, _ folder: String, _ isDryRun: Bool) -> String
        let roundtrip: @Sendable (String, Roundtrip) -> String
    }

    /// `doctor`
    struct Doctor: Sendable {
        let examining: String
        let rebuilding: String
        let lines: @Sendable (Health) -> [String]
    }

    /// Verbs that change tickets.
    struct Verbs: Sendable {
        let askMany: @Sendable (Int) -> String
        /// What was done to a ticket.
        let changed: @Sendable (TicketVerb, Performed.Change, ChangeFacts) -> String
        let agentAdded: @Sendable (Agent) -> String
        /// The most urgent ticket, and why it is that.
        let next: @Sendable (Urgent) -> String
        let nothingNext: String
        let categoryAdded: @Sendable (_ path: String, _ isNew: Bool) -> String
        let categoryRenamed: @Sendable (_ before: String, _ after: String) -> String
        let categoryAliased: @Sendable (_ alias: String, _ path: String) -> String
        let categoryRetired: @Sendable (_ path: String, _ isRetired: Bool) -> String
        let viewSaved: @Sendable (_ name: String, _ query: String) -> String
        let viewRemoved: @Sendable (_ name: String) -> String
    }

    /// Why a command ended: what, why, and what to do.
    struct Errors: Sendable {
        let storage: @Sendable (StorageError) -> [String]
        let importing: @Sendable (ImportError) -> [String]
        let query: @Sendable (QueryFault) -> [String]
        let refusal: @Sendable (Refusal) -> [String]
        let workflow: @Sendable (WorkflowError) -> [String]
        let usage: @Sendable (UsageError) -> [String]
        let field: @Sendable (FieldError) -> [String]
    }
}
