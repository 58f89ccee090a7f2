import Storage
import Workflow

/// How a promise came out, or stands: what is told apart by.
struct PromiseOutcome {
    let goal: Int
    let verdict: Int
    /// Nil while it runs.
    let cameAt: Instant?
    let due: Instant?
    let end: Instant?
    let isChanged: Bool
    let undoneAt: Instant?
    let policy: String
    var owner: Int64?

    init(_ measure: SLAMeasure) {
        (goal, verdict) = (measure.goal.place, measure.verdict.place)
        let isOver = measure.isFinished || measure.verdict == .breached
        cameAt = isOver ? measure.outcomeAt : nil
        (due, end, isChanged, undoneAt) = (measure.due, measure.end, measure.isChanged, measure.undoneAt)
        (policy, owner) = (measure.policy, measure.owner)
    }

    static let select = """
        SELECT ticket_id, \(ToldPromises.goal), \(ToldPromises.verdict), came_at, due_at, ended_at, is_changed, undone_at,
            policy, owner_id
        FROM sla_verdict ORDER BY ticket_id
        """

    /// - Parameter row: of `select`.
    /// - Throws: `StorageError.wrongValue` where a goal or a verdict is none that is known.
    init(_ row: any RowInPlace, needsPolicy: Bool) throws {
        (goal, verdict) = (Int(try row.integer(1)), Int(try row.integer(2)))
        cameAt = try row.instant(3)
        (due, end) = (try row.optionalInstant(4), try row.optionalInstant(5))
        (isChanged, undoneAt) = (try row.flag(6), try row.optionalInstant(7))
        policy = needsPolicy ? try row.text(8) : ""
        owner = try row.optionalInteger(9)
    }

    /// As `PromisesOfTicket.counts` of a measure.
    func counts(in span: Range<Int64>, ofTicketThatCame came: Bool) -> Bool {
        guard let cameAt else { return came && undoneAt == nil }
        guard span.contains(cameAt.milliseconds) else { return false }
        return undoneAt.map { $0.milliseconds >= span.upperBound } ?? true
    }
}

/// What a promise is told apart by.
struct PromiseLabels {
    private let fact: FactGroup?
    private let names: GroupLabels
    private let now: Instant
    private let agents: Set<Int64>

    init(_ request: ReportRequest, in db: any Transaction) throws {
        fact = request.fact
        now = request.queryContext.now
        names = try TicketGroup.agent.labels(request.queryContext, in: db)
        agents = Set(try db.rows("SELECT id FROM agent").map { try $0.integer(0) })
    }

    var needsPolicy: Bool { fact == .policy }
    var needsOwner: Bool { fact == .ownerThen }

    /// Nil for what is not told: of what was not late nobody asks how late.
    func callAsFunction(_ outcome: PromiseOutcome) throws -> Label? {
        switch fact {
        case .policy: return outcome.policy.isEmpty ? .nobody : .named(outcome.policy)
        case .lateness:
            guard outcome.verdict == SLAMeasure.Verdict.breached.place, let due = outcome.due else { return nil }
            return .late(Lateness((outcome.end ?? now).milliseconds - due.milliseconds))
        case .ownerThen, .author, .resolver, nil:
            guard let owner = outcome.owner, agents.contains(owner) else { return .nobody }
            return try names.label(owner)
        }
    }
}
