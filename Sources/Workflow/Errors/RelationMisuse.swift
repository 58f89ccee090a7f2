/// What makes no sense on a command line about links, messages, files and problems.
package enum RelationMisuse: Equatable {
    case badMessage(String)
    case badLink(String, nearest: String?)
    /// One name for several files.
    case oneName
    case badProblem(String)
    /// What was typed to confirm, and what should have been.
    case wrongNumber(String, wanted: String)
}

extension UsageError {
    package static func badMessage(_ word: String) -> UsageError { .relation(.badMessage(word)) }
    package static func badLink(_ word: String, nearest: String?) -> UsageError {
        .relation(.badLink(word, nearest: nearest))
    }
    package static var oneName: UsageError { .relation(.oneName) }
    package static func badProblem(_ word: String) -> UsageError { .relation(.badProblem(word)) }
    package static func wrongNumber(_ word: String, wanted: String) -> UsageError {
        .relation(.wrongNumber(word, wanted: wanted))
    }
}

extension RelationMisuse {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .badMessage: ErrorIdentity("message", .unknownValue)
        case .badLink: ErrorIdentity("link", .unknownValue)
        case .oneName: ErrorIdentity("name", .usage)
        case .badProblem: ErrorIdentity("problem", .unknownValue)
        case .wrongNumber: ErrorIdentity("number", .usage)
        }
    }
}
