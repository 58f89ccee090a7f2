import Workflow

/// What happened to a ticket, told as a person would. Monday is 2026-03-02, in UTC; the desk works Monday to Friday from
/// 09:00 to 12:00 and from 13:30 to 18:00.
struct SLAStory {
    static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    var created = "Mon 09:00"
    var now = "Fri 18:00"
    var priority = Priority.normal
    /// `Mon 10:00 pending`, `Mon 10:00 customer`, `Mon 10:00 agent`, `Mon 10:00 urgent`
    var events: [String] = []
    var opening: Int?
    var isCall = false

    /// `Mon 10:00`, `Mon2 10:00` a week later, `Mon 10:00:05`.
    static func at(_ text: String) -> Instant {
        let parts = text.split(separator: " ")
        let day = days.firstIndex { parts[0].hasPrefix($0) } ?? 0
        let week = (Int(parts[0].drop { !$0.isNumber }) ?? 1) - 1
        let clock = parts[1].split(separator: ":").map { Int64($0) ?? 0 }
        let seconds = clock[0] * 3600 + clock[1] * 60 + (clock.count > 2 ? clock[2] : 0)
        return Instant(milliseconds: 1_772_409_600_000 + (Int64(week * 7 + day) * 86_400 + seconds) * 1000)
    }

    var timeline: SLATimeline {
        let start = Self.at(created)
        var stays = [SLATimeline.Stay(from: start, status: .new)]
        var ranks = [SLATimeline.Rank(from: start, priority: priority)]
        var messages = [SLATimeline.Message(at: start, sequence: 1, isAgents: opening == 1)]
        for event in events {
            let words = event.split(separator: " ").map { String($0) }
            let at = Self.at(words[0] + " " + words[1])
            if let status = Status(name: words[2]) { stays.append(SLATimeline.Stay(from: at, status: status)) }
            if let rank = Priority.allCases.first(where: { $0.name == words[2] }) {
                ranks.append(SLATimeline.Rank(from: at, priority: rank))
            }
            if words[2] == "customer" || words[2] == "agent" {
                let sequence = messages.count + 1
                messages.append(SLATimeline.Message(at: at, sequence: sequence, isAgents: words[2] == "agent"))
            }
        }
        var timeline = SLATimeline(
            created: start, now: Self.at(now), stays: stays, ranks: ranks, messages: messages, opening: opening)
        timeline.wasAnsweredAtOnce = isCall
        return timeline
    }

    func measures(_ terms: String) throws -> [SLAMeasure] {
        SLAClock(terms: try SLATerms(text: terms), calendar: WorkCalendar(zone: .utc), timeline: timeline).measures
    }

    /// `first met 20m due Mon 10:00`
    func told(_ terms: String) throws -> [String] {
        try measures(terms).map { measure in
            let due = measure.due.map { " due \(Self.text($0))" } ?? ""
            return "\(measure.goal.rawValue) \(measure.verdict.rawValue) \(measure.used / 60_000)m\(due)"
        }
    }

    static func text(_ instant: Instant) -> String {
        let minutes = (instant.milliseconds - 1_772_409_600_000) / 60_000
        let (day, rest) = (Int(minutes / 1440), minutes % 1440)
        let week = day >= 7 ? "\(day / 7 + 1)" : ""
        let two: (Int64) -> String = { ($0 < 10 ? "0" : "") + String($0) }
        return "\(days[day % 7])\(week) \(two(rest / 60)):\(two(rest % 60))"
    }
}
