/// What a policy promises: how soon somebody answers, answers again, and has it resolved.
package enum SLAGoal: String, CaseIterable, Sendable {
    case first, next, resolve
}

/// A length of time that a policy gives.
package enum SLALength: Hashable, Sendable {
    /// Milliseconds by the clock.
    case wall(Int64)
    /// Milliseconds in which the desk works.
    case work(Int64)
    /// So many working days.
    case workDays(Int)
}

/// The terms of a policy. Kept as their text, so that one event tells each change.
package struct SLATerms: Equatable, Sendable {
    package struct Target: Equatable, Sendable {
        package var goal: SLAGoal
        /// Nil: of every priority that has none of its own.
        package var priority: Priority?
        package var length: SLALength
    }

    /// What a new priority does to a clock that runs.
    package enum Raising: String, CaseIterable, Sendable {
        /// The new target counts from the change; what is raised never gets more time by it.
        case forward
        /// As if it had been so from the beginning.
        case retroactive
        /// The clock begins anew.
        case reset
    }

    /// What opening a ticket again does to the clock of its resolution.
    package enum Reopening: String, CaseIterable, Sendable {
        /// A clock of its own begins.
        case new
        /// Only the first resolution counts.
        case first
        /// One clock from the creation to the last resolution, with the time in between.
        case total
    }

    package var targets: [Target] = []
    /// Statuses in which no clock runs.
    package var pauses: [Status] = [.pending, .hold]
    package var raising = Raising.forward
    package var reopening = Reopening.new
    /// Whether the first answer is due from the earliest of the tickets that were merged into one.
    package var countsMerged = false
    /// So long before something is due somebody is told.
    package var warning: SLALength?

    package init() {}

    package func target(_ goal: SLAGoal, _ priority: Priority) -> SLALength? {
        let own = targets.first { $0.goal == goal && $0.priority == priority }
        return (own ?? targets.first { $0.goal == goal && $0.priority == nil })?.length
    }
}

/// What is wrong with the text of a policy.
package enum SLAError: Error, Equatable, Sendable, CustomStringConvertible {
    case badTerm(String)
    case badLength(String)
    case noTargets
    case unknown(String, nearest: String?)
    case exists(String)
    /// A list of policies for their order that is not all of them.
    case badOrder

    package var description: String {
        switch self {
        case .badTerm(let text): "\(text) is no term of a policy"
        case .badLength(let text): "\(text) is no length of time"
        case .noTargets: "a policy without targets"
        case .unknown(let name, _): "no policy \(name)"
        case .exists(let name): "there is a policy \(name)"
        case .badOrder: "the order names other policies than there are"
        }
    }
}

extension SLAError {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .badTerm, .badLength, .noTargets, .badOrder: ErrorIdentity("sla", .usage)
        case .unknown: ErrorIdentity("sla", .unknownValue)
        case .exists: ErrorIdentity("sla", .refused)
        }
    }
}
