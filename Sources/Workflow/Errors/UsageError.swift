/// A command line that makes no sense: exit code 64.
package enum UsageError: Error, Equatable {
    case badClock(String)
    case badNumber(String)
    case badNumbers(String)
    case noNumbers
    /// Of tickets that are to be changed.
    case emptyQuery
    case numbersBesideQuery
    /// Two things are to be read from standard input.
    case standardInputTwice
    case oneTicket
    case noWords
    case unknownCommand(String, nearest: String?, among: [String])
    case badCategory(String, nearest: String?)
    case ambiguousCategory(String, [String])
    case badPriority(String)
    case badStatus(String)
    case formatNotHere(String)
    /// JSON was asked of a command that writes bytes as they are.
    case onlyBytes
    case outNeedsFolder
    /// This build has no library for them.
    case noWorkbooks
    /// A terminal cannot show them.
    case workbookOnTerminal
    case badTime(String)
    case timeHasPassed(String)
    case timeToCome(String)
    case badResolution(String)
    case badField(String)
    case badRole(String)
    case badPermission(String, nearest: String?)
    case badRule(String)
    case badName(String)
    case badContact(String)
    /// An organisation is a customer's.
    case orgNeedsCustomer
    case noAssignee
    case nothingToChange
    case badView(String)
    case retiredCategory(String)
    case badMoment(String)
    case badTag(String, nearest: String?)
    case badCause(String, nearest: String?)
    case badFieldName(String, nearest: String?)
    case badFieldKind(String)
    /// Something that an option does not know.
    case badChoice(String, of: String, nearest: String?)
    case badFolds
    /// An answer that was not among those found.
    case noSuchAnswer(Int, of: Int)
    case noName
    /// A saved query gets another name or another text, not both at once.
    case nameOrQuery
    /// `--as-of` where something would be written.
    case asOfOnlyLooks
    /// Two ways of saying which operation.
    case undoWhich
    case relation(RelationMisuse)
    case report(ReportMisuse)
}

extension UsageError {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .badClock, .badNumber, .badNumbers, .noNumbers, .emptyQuery, .numbersBesideQuery, .standardInputTwice,
            .oneTicket, .noWords,
            .unknownCommand, .badFolds,
            .noWorkbooks, .workbookOnTerminal, .formatNotHere, .onlyBytes, .badTime, .timeHasPassed, .timeToCome,
            .badField,
            .badName, .badContact, .orgNeedsCustomer, .noAssignee, .noName, .nameOrQuery, .badMoment, .asOfOnlyLooks,
            .undoWhich, .nothingToChange, .outNeedsFolder:
            ErrorIdentity("usage", .usage)
        case .badCategory, .ambiguousCategory, .badChoice, .badPriority, .badStatus, .badResolution, .badRole,
            .badPermission, .badRule, .retiredCategory, .badTag, .badCause, .badFieldName, .badFieldKind, .badView:
            ErrorIdentity("usage", .unknownValue)
        case .noSuchAnswer: ErrorIdentity("usage", .unknownValue)
        case .relation(let misuse): misuse.identity
        case .report(let misuse): misuse.identity
        }
    }
}
