/// What an error means to who gave the command. How a program ends and what a server answers follow from it, here alone.
package enum ErrorKind: String, CaseIterable, Sendable {
    /// What was asked for makes no sense.
    case usage
    /// It makes sense, but for a value that is not known.
    case unknownValue
    case notFound
    case notAllowed
    /// A rule of the desk forbids it.
    case refused
    /// Somebody else was faster.
    case conflict
    case busy
    /// There is no room left.
    case full
    case damaged
    /// What the desk needs cannot be reached.
    case unavailable
    /// It was tried and came to nothing.
    case failed
    /// The person said no.
    case cancelled
    /// Some of it was done, and some was refused.
    case partlyDone

    /// How the command line ends.
    package var exitCode: Int32 {
        switch self {
        case .usage, .unknownValue: 64
        case .notFound, .full, .damaged, .unavailable, .failed: 1
        case .cancelled: 3
        case .notAllowed: 4
        case .conflict: 5
        case .refused: 6
        case .partlyDone: 7
        case .busy: 8
        }
    }

    /// What a server answers; where some of it was done, the answer says what.
    package var httpStatus: Int {
        switch self {
        case .usage: 400
        case .unknownValue: 422
        case .notFound: 404
        case .notAllowed: 403
        case .refused, .cancelled: 409
        case .conflict: 412
        case .busy, .unavailable: 503
        case .full: 507
        case .damaged, .failed: 500
        case .partlyDone: 200
        }
    }
}

/// What programs know an error by: a short name that never changes, and what it means. Sentences are the languages' business.
package struct ErrorIdentity: Equatable, Sendable {
    package var code: String
    package var kind: ErrorKind

    package init(_ code: String, _ kind: ErrorKind) {
        self.code = code
        self.kind = kind
    }
}
