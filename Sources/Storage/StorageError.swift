import Workflow

/// What can go wrong below the commands. Cases carry values; the command line puts them into words.
package enum StorageError: Error, Equatable, CustomStringConvertible {
    case noDesk(path: String)
    case deskExists(path: String)
    case notADesk(path: String)
    case damaged(detail: String)
    case newerSchema(found: Int, known: Int)
    case olderSchemaReadOnly(found: Int, known: Int)
    case readOnly(path: String)
    /// The file that was opened is no longer at its path.
    case moved(path: String)
    case busy(seconds: Int)
    case diskFull
    case cannotOpen(path: String, detail: String)
    /// The schema refused a value: the name of the rule that did.
    case refused(rule: String)
    case wrongValue(column: String, expected: String)
    case failed(detail: String)
    case noSuchTicket(Int64)
    /// A value that both the source of a ticket and the desk changed, where that shall not be.
    case importConflict(Int64, EventField)
    /// A saved query that would ask itself.
    case viewInCircle(String)
    case noSuchVersion(Int, of: Int64, newest: Int)
    /// Words for tickets that mean none that is there.
    case noTickets(String)
    case noSuchBatch(String)
    case noSuchDiagnosis(String)
    case domain(DomainFault)
    case batchUndone(String)
    /// An import that was undone cannot come back: another has brought its tickets again.
    case importedAgain(String, by: String)
    /// An import whose tickets later ones tell too, the newest first.
    case importFollowed(String, by: [String])
    case unknownActor(String)
    /// Who gives a command is no agent of the desk, or works here no more.
    case unknownAuthor(String), retiredAuthor(String)
    /// What an operation changed takes a permission that the agent's role does not have.
    case roleTooLow(agent: String, has: AgentRole, needs: AgentRole)
    /// A newer program changed something for which this one knows no permission.
    case unknownChange
    case versionChanged(ticket: Int64, read: Int, now: Int)
    case noSuchOperation(Int64)
    /// The same command was stored before, as this operation.
    case alreadyDone(operation: Int64)
    case categoryExists(String)
    /// A category cannot go below itself.
    case intoItself(String)
    case noSuchMessage(ticket: Int64, sequence: Int)
    /// A declared field takes something else; its choices, when it has some.
    case badFieldValue(String, field: String, FieldKind, choices: [String])
    case retiredField(String)
    case alreadyUndone(Int64)
    /// The agent has done nothing that is in force, or undone nothing.
    case nothingDone, nothingUndone
    /// The operation changed nothing that could go back.
    case nothingToUndo(Int64)
    case cannotUndo([UndoConflict])
    /// Nothing of that kind is called so.
    case noSuchName(NamedTable, String, nearest: String?)
    case nameTaken(String)
    /// It keeps its history and is not offered any more.
    case retired(NamedTable, String)
    /// A telephone number or address that several have.
    case severalCustomers(String, [String])
    case mergedIntoItself
    /// Open tickets that nobody would look after.
    case stillHasTickets(NamedTable, String, Int)
    /// Nobody would be left who may say what others may.
    case lastAdmin
    /// A customer is needed, because an organisation is the customer's.
    case noCustomer(ticket: Int64)

    package var description: String {
        switch self {
        case .noDesk(let path): "no desk at \(path)"
        case .deskExists(let path): "a desk is already at \(path)"
        case .notADesk(let path): "not a desk: \(path)"
        case .damaged(let detail): "damaged: \(detail)"
        case .newerSchema(let found, let known): "schema \(found) is newer than \(known)"
        case .olderSchemaReadOnly(let found, let known): "schema \(found) is older than \(known) and read-only"
        case .readOnly(let path): "read-only: \(path)"
        case .moved(let path): "no longer at its path: \(path)"
        case .busy(let seconds): "busy for \(seconds) s"
        case .diskFull: "disk full"
        case .cannotOpen(let path, let detail): "cannot open \(path): \(detail)"
        case .refused(let rule): "refused by \(rule)"
        case .wrongValue(let column, let expected): "column \(column) does not hold \(expected)"
        case .failed(let detail): "failed: \(detail)"
        case .noSuchTicket(let number): "no ticket \(number)"
        case .importConflict(let number, let field): "\(field.rawValue) of ticket \(number) was changed here"
        case .viewInCircle(let name): "view \(name) asks itself"
        case .noSuchVersion(let version, let number, _): "no version \(version) of ticket \(number)"
        case .noTickets(let text): "no ticket in \(text)"
        case .noSuchBatch(let label): "no batch \(label)"
        case .noSuchDiagnosis(let label): "no diagnosis \(label)"
        case .domain(let fault): "\(fault)"
        case .batchUndone(let label): "batch \(label) is undone"
        case .importedAgain(let label, let other): "batch \(other) has brought the tickets of \(label) again"
        case .importFollowed(let label, let others): "\(others.joined(by: ", ")) stands on \(label)"
        case .unknownActor(let name): "unknown agent \(name)"
        case .unknownAuthor(let name): "\(name) is no agent"
        case .retiredAuthor(let name): "\(name) works here no more"
        case .nothingDone: "nothing done"
        case .nothingUndone: "nothing undone"
        case .roleTooLow(let name, let has, let needs): "\(name) is \(has) and this takes \(needs)"
        case .unknownChange: "a change of an unknown kind"
        case .versionChanged(let ticket, let read, let now): "ticket \(ticket) is at version \(now), not \(read)"
        case .categoryExists(let name): "a category \(name) is there"
        case .intoItself(let path): "\(path) into itself"
        case .noSuchMessage(let ticket, let sequence): "ticket \(ticket) has no message \(sequence)"
        case .badFieldValue(let text, let field, let kind, _): "\(field) is a \(kind.name) and cannot be \(text)"
        case .retiredField(let name): "field \(name) is retired"
        case .alreadyDone(let number): "stored before as operation \(number)"
        case .noSuchOperation(let number): "no operation \(number)"
        case .alreadyUndone(let number): "operation \(number) is undone"
        case .nothingToUndo(let number): "operation \(number) has no events"
        case .cannotUndo(let conflicts): "\(conflicts.count) values were changed since"
        case .noSuchName(let table, let name, _): "no \(table) \(name)"
        case .nameTaken(let name): "\(name) is there"
        case .retired(let table, let name): "\(table) \(name) is retired"
        case .severalCustomers(let text, let names): "\(text) may be any of \(names)"
        case .mergedIntoItself: "merged into itself"
        case .stillHasTickets(let table, let name, let count): "\(table) \(name) has \(count) open tickets"
        case .lastAdmin: "the last admin"
        case .noCustomer(let number): "ticket \(number) has no customer"
        }
    }
}

extension StorageError {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .noDesk: ErrorIdentity("noDesk", .notFound)
        case .deskExists: ErrorIdentity("deskExists", .failed)
        case .notADesk: ErrorIdentity("notADesk", .failed)
        case .damaged, .wrongValue: ErrorIdentity("damaged", .damaged)
        case .newerSchema: ErrorIdentity("newerSchema", .unavailable)
        case .olderSchemaReadOnly: ErrorIdentity("olderSchema", .unavailable)
        case .readOnly: ErrorIdentity("readOnly", .unavailable)
        case .moved: ErrorIdentity("moved", .unavailable)
        case .busy: ErrorIdentity("busy", .busy)
        case .diskFull: ErrorIdentity("diskFull", .full)
        case .cannotOpen: ErrorIdentity("cannotOpen", .unavailable)
        case .refused: ErrorIdentity("refused", .refused)
        case .failed: ErrorIdentity("failed", .failed)
        case .noSuchTicket, .noTickets, .noSuchVersion: ErrorIdentity("noTicket", .notFound)
        case .importConflict: ErrorIdentity("conflict", .conflict)
        case .viewInCircle: ErrorIdentity("view", .refused)
        case .noSuchBatch: ErrorIdentity("noBatch", .notFound)
        case .noSuchDiagnosis: ErrorIdentity("noDiagnosis", .notFound)
        case .domain(let fault): fault.identity
        case .batchUndone: ErrorIdentity("batchUndone", .failed)
        case .versionChanged: ErrorIdentity("version", .conflict)
        case .categoryExists: ErrorIdentity("categoryExists", .refused)
        case .intoItself: ErrorIdentity("intoItself", .refused)
        case .noSuchMessage: ErrorIdentity("noMessage", .notFound)
        case .badFieldValue: ErrorIdentity("fieldValue", .refused)
        case .retiredField: ErrorIdentity("fieldRetired", .refused)
        case .noSuchOperation: ErrorIdentity("noOperation", .notFound)
        case .alreadyUndone: ErrorIdentity("undone", .failed)
        case .nothingToUndo, .nothingDone, .nothingUndone: ErrorIdentity("nothingToUndo", .failed)
        case .cannotUndo, .importedAgain, .importFollowed, .alreadyDone: ErrorIdentity("conflict", .conflict)
        case .unknownAuthor, .unknownActor: ErrorIdentity("unknownAgent", .notAllowed)
        case .retiredAuthor: ErrorIdentity("retired", .notAllowed)
        case .roleTooLow, .unknownChange: ErrorIdentity("role", .notAllowed)
        case .noSuchName: ErrorIdentity("noName", .notFound)
        case .nameTaken: ErrorIdentity("nameTaken", .refused)
        case .retired: ErrorIdentity("retired", .refused)
        case .severalCustomers: ErrorIdentity("ambiguous", .failed)
        case .mergedIntoItself: ErrorIdentity("merge", .refused)
        case .stillHasTickets: ErrorIdentity("hasTickets", .refused)
        case .lastAdmin: ErrorIdentity("lastAdmin", .refused)
        case .noCustomer: ErrorIdentity("noCustomer", .refused)
        }
    }
}
