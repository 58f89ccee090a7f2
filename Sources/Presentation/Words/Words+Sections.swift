import Files
import Import
import Reporting
import Storage
import Workflow

extension Words {
    /// What every command may have to say.
    package struct Session: Sendable {
        package let error: String
        /// Somebody the desk does not know reads.
        package let unknownReader: @Sendable (String) -> String
        /// A desk on a folder that another machine serves, by the kind of that.
        /// A file whose text is not in UTF-8, and the encoding it is in.
        package let readAs: @Sendable (_ path: String, _ encoding: String) -> String
        /// A command whose query looked like a term, as it should be said.
        package let corrected: @Sendable (_ command: String) -> String
        /// What was pasted into a search.
        package let takenForText: @Sendable (_ text: String) -> String
        /// Whose telephone number or address was searched, and the query that finds their tickets.
        package let contactOf: @Sendable (_ text: String, _ customer: String, _ query: String) -> String
        package let onNetwork: @Sendable (_ kind: String) -> String
        package let outputFailed: @Sendable (String) -> String
    }

    /// `init`
    package struct Start: Sendable {
        package let created: @Sendable (_ path: String, _ admin: String, _ zone: String, _ hours: String) -> String
        /// Below it, for people.
        package let whatNext: String
        package let askZone: String
        package let askLanguage: String
        package let askHours: String
        package let wouldCreate: @Sendable (_ path: String) -> String
    }

    /// `new`
    package struct Ticket: Sendable {
        package let filed: @Sendable (Written, NewTicket) -> String
        /// Asked for step by step.
        package let askTitle: String
        package let askCustomer: String
        package let askCategory: String
        package let askPriority: String
        package let askDescription: String
        package let wouldFile: @Sendable (NewTicket) -> String
    }

    /// `show`
    package struct Page: Sendable {
        package let customer: String
        package let assignee: String
        package let category: String
        package let created: String
        package let updated: String
        package let resolved: String
        let statusText: String
        package let causes: String
        package let tags: String
        package let source: String
        let mergedInto: String
        let inTrash: @Sendable (Workflow.Ticket.Number) -> String
        let closed: String
        let resolution: String
        let priority: String
        let waits: String
        /// In place of a time.
        let waitsForEver: String
        package let description: String
        let listedAnswer: String
        package let place: @Sendable (TicketSource, Workflow.Ticket.Number) -> String
        let causeState: @Sendable (TicketCause) -> String
        /// How often, and by whom the last time.
        package let edited: @Sendable (Int, _ editor: String?) -> String
        package let event: @Sendable (HistoryEntry) -> String
    }

    /// `import`, `export`, `roundtrip`
    package struct Importing: Sendable {
        package let label: String
        package let head: @Sendable (DatasetFile) -> String
        let contents: @Sendable (FileTally, FileOutcome) -> String
        let derived: @Sendable (FileTally) -> String
        package let attachments: @Sendable (Int) -> String
        package let times: String
        package let nothing: String
        package let known: @Sendable (FileOutcome) -> String
        package let sameAs: @Sendable (String, FileOutcome) -> String
        let otherDataset: @Sendable (String) -> String
        package let outcome: @Sendable (FileOutcome, _ isDryRun: Bool) -> String
        /// From which other files the tickets come that are here already; nil where from none.
        let recognised: @Sendable (_ name: String, FileOutcome) -> String?
        /// All of a file in one line, for imports of many.
        let oneLine: @Sendable (DatasetFile, FileOutcome, _ isDryRun: Bool) -> String
        package let conflict: @Sendable (String, ImportConflict) -> String
        let exchange: @Sendable (String, RestoreOutcome) -> String
        package let total: @Sendable (ImportTotals, _ isDryRun: Bool) -> String
        let warning: @Sendable (DatasetWarning) -> String
        /// A warning that a file deserves several times.
        package let repeated: @Sendable (_ warning: String, _ times: Int) -> String
        package let interrupted: @Sendable (ImportTotals) -> [String]
        package let undone: @Sendable (String, BatchUndoOutcome, _ isDryRun: Bool) -> String
        package let written: @Sendable (_ path: String, _ isDryRun: Bool) -> String
        package let writtenEach: @Sendable (_ files: Int, _ folder: String, _ isDryRun: Bool) -> String
        package let writtenOriginals:
            @Sendable (_ files: Int, _ bytes: Int, _ folder: String, _ isDryRun: Bool) -> String
        package let roundtrip: @Sendable (String, Roundtrip) -> String
        package let reading: Reading
    }

    /// `doctor`
    package struct Doctor: Sendable {
        package let examining: String
        package let rebuilding: String
        package let lines: @Sendable (Health) -> [String]
    }

    /// Verbs that change tickets.
    package struct Verbs: Sendable {
        package let askMany: @Sendable (Int) -> String
        /// What looks unfinished in a text for a customer.
        package let askUnfinished: @Sendable ([String]) -> String
        /// What was done to a ticket.
        package let changed: @Sendable (TicketCommand, CommandResult.Change, ChangeFacts) -> String
        package let agentAdded: @Sendable (Agent) -> String
        /// The most urgent ticket, and why it is that.
        package let next: @Sendable (Urgent) -> String
        package let nothingNext: String
        package let categoryAdded: @Sendable (_ path: String, _ isNew: Bool) -> String
        package let categoryRenamed: @Sendable (_ before: String, _ after: String) -> String
        package let categoryAliased: @Sendable (_ alias: String, _ path: String) -> String
        package let categoryRetired: @Sendable (_ path: String, _ isRetired: Bool) -> String
        package let viewSaved: @Sendable (_ name: String, _ query: String) -> String
        package let viewRemoved: @Sendable (_ name: String) -> String
    }

    /// Why a command ended: what, why, and what to do.
    package struct Errors: Sendable {
        package let storage: @Sendable (StorageError) -> [String]
        package let importing: @Sendable (FileError) -> [String]
        package let query: @Sendable (QueryFault) -> [String]
        package let refusal: @Sendable (Refusal) -> [String]
        package let workflow: @Sendable (WorkflowError) -> [String]
        package let usage: @Sendable (UsageError) -> [String]
        package let field: @Sendable (FieldError) -> [String]
    }
}
