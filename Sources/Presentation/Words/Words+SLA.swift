import Storage
import Workflow

extension Words {
    /// `sla`, and what lists and pages say of promises.
    package struct SLA: Sendable {
        package let due: String
        package let terms: String
        package let calendar: String
        package let from: String
        package let to: String
        package let message: String
        package let spoken: String
        package let promise: String
        package let real: String
        package let simulated: String
        package let noPolicy: String
        /// A policy is for the ticket, but its times are not known, or are from elsewhere or too long ago.
        package let unmeasured: String
        package let running: String
        package let paused: String
        /// The part of a piece in which nobody worked, and how long a piece was that does not count.
        package let closed: @Sendable (_ length: String) -> String
        package let wall: @Sendable (_ length: String) -> String
        /// A policy, and the operation; nil in a dry run.
        package let policyIs: @Sendable (SLAPolicy, Int64?) -> String
        package let policyGone: @Sendable (_ name: String, Int64?) -> String
        package let ordered: @Sendable (_ names: [String], Int64?) -> String
        /// Which policy, which others would have been, and its calendar.
        package let head: @Sendable (SLAPolicy, TicketSLA) -> String
        package let goal: @Sendable (SLAMeasure) -> String
        package let goalName: @Sendable (SLAGoal) -> String
        package let verdictName: @Sendable (SLAMeasure.Verdict) -> String
        package let verdict: @Sendable (SLAMeasure, _ time: (Instant) -> String) -> String
        package let fault: @Sendable (SLATimeline.Fault) -> String
        /// How a running promise stands: `in 12m`, `2h over`.
        package let standing: @Sendable (SLAMeasure, _ now: Instant) -> String
        package let notice: @Sendable (SLANotice, _ due: String) -> String
        package let told: @Sendable (SLANotice) -> String
        package let error: @Sendable (SLAError) -> [String]
    }
}

extension Words.SLA {
    package static let english = Words.SLA(
        due: "Due", terms: "TERMS", calendar: "CALENDAR", from: "FROM", to: "TO", message: "MESSAGE",
        spoken: "CUSTOMER SPOKE",
        promise: "PROMISE", real: "as it was", simulated: "as it would be",
        noPolicy: "No policy is for this ticket: desk sla list",
        unmeasured: "Not measured: its times are not known, or it came from elsewhere or before sla.enforce_from.",
        running: "running", paused: "paused",
        closed: { "and \($0) closed" }, wall: { "\($0) not counted" },
        policyIs: { "\($0.name): \($0.query.isEmpty ? "all tickets" : $0.query) · \($0.terms.text)" + operation($1) },
        policyGone: { "\($0) is no policy any more." + operation($1) },
        ordered: { "Asked first: \($0.joined(by: ", "))" + operation($1) },
        head: { policy, sla in
            let others = sla.others.isEmpty ? "" : " (before \(sla.others.joined(by: ", ")))"
            return "Policy \(policy.name)\(others) · calendar \(sla.calendarName) \(sla.calendar.zone.name)"
        },
        goal: { "\(englishGoal($0.goal)) within \($0.target.text)\(englishDays($0.target))" },
        goalName: { englishGoal($0) },
        verdictName: { $0.rawValue.uppercased() }, verdict: { englishVerdict($0, $1) },
        fault: { fault in
            switch fault {
            case .beforeCreation(let sequence):
                "m\(sequence) is older than the ticket: it counts as said when that came."
            case .afterNow(let sequence): "m\(sequence) lies in the future: it does not count yet."
            }
        },
        standing: { measure, now in
            switch measure.verdict {
            case .paused: return "paused"
            case .breached: return "\(Self.between(measure.due ?? now, now)) over !"
            default: return measure.due.map { "in \(Self.between(now, $0))" } ?? ""
            }
        },
        notice: { notice, due in
            notice.kind == .warning
                ? "SLA: \(englishGoal(notice.goal)) is due \(due)." : "SLA: \(englishGoal(notice.goal)) was due \(due)."
        },
        told: { notice in
            let what = notice.kind == .warning ? "is due soon" : "is overdue"
            return "#\(notice.ticket.rawValue) \(englishGoal(notice.goal)) \(what) · INTERNAL note"
        },
        error: { englishError($0) })

    private static func operation(_ number: Int64?) -> String { number.map { " · op \($0)" } ?? " · dry run" }

    /// What working days mean, which nobody can guess.
    private static func englishDays(_ target: SLALength) -> String {
        guard case .workDays(let days) = target else { return "" }
        return " (the same time \(counted(days, "working day")) later, or when work begins after it)"
    }

    private static func englishGoal(_ goal: SLAGoal) -> String {
        switch goal {
        case .first: "first answer"
        case .next: "next answer"
        case .resolve: "resolution"
        }
    }

    private static func englishVerdict(_ measure: SLAMeasure, _ time: (Instant) -> String) -> String {
        let used =
            measure.isOnlyTold
            ? "promised \(measure.target.text)"
            : "used \(SLAText.length(measure.used)) of \(SLAText.length(measure.length))"
        let due = measure.due.map { ", due \(time($0))" } ?? ""
        switch measure.verdict {
        case .met: return "met: \(used)\(due)"
        case .breached where measure.end != nil:
            return "breached: \(used)\(due), ended \(time(measure.end ?? measure.start))"
        case .breached: return "breached: \(used)\(due)"
        case .unanswered: return "nobody answered before it was done\(due)"
        case .paused: return "paused: \(used), left \(SLAText.length(measure.left ?? 0))"
        case .running: return "running: \(used), left \(SLAText.length(measure.left ?? 0))\(due)"
        }
    }

    /// The length between two moments, in its two largest units.
    package static func between(_ from: Instant, _ to: Instant) -> String {
        let minutes = max(0, to.milliseconds - from.milliseconds) / 60_000
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
        if days > 0 { return hours > 0 ? "\(days)d\(hours)h" : "\(days)d" }
        if hours > 0 { return rest > 0 ? "\(hours)h\(rest)m" : "\(hours)h" }
        return "\(rest)m"
    }

    private static func englishError(_ error: SLAError) -> [String] {
        let example = "Such as: first 1bh; first urgent 15m; next 4bh; resolve 2bd; pause pending; warn 30bm"
        switch error {
        case .badTerm(let text):
            return ["\"\(text)\" is no term of a policy.", example]
        case .badLength(let text):
            return ["\"\(text)\" is no length of time.", "15m, 4h, 1d by the clock; 30bm, 4bh, 2bd of work."]
        case .noTargets: return ["A policy needs terms: --terms.", example]
        case .unknown(let name, let nearest):
            return ["There is no policy \"\(name)\".", nearest.map { "Did you mean \"\($0)\"?" } ?? "desk sla list"]
        case .exists(let name):
            return ["There is a policy \"\(name)\" already.", "desk sla edit"]
        case .badOrder: return ["A policy was named twice."]
        }
    }
}
