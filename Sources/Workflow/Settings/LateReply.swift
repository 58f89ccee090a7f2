/// What a customer's message on a closed ticket does.
package enum LateReply: Equatable, Sendable {
    case reopen
    /// It begins a new ticket, which says what it follows.
    case followUp
    /// Up to so many days after the closing the ticket is opened again; later it is a follow-up.
    case within(days: Int)

    package init?(text: String) {
        let plain = folded(text)
        switch plain {
        case "reopen", "重开": self = .reopen
        case "follow-up", "followup", "后续工单": self = .followUp
        default:
            let units = ["days", "day", "d", "天"]
            guard let unit = units.first(where: { plain.hasSuffix($0) }),
                let days = Int(plain.dropLast(unit.count)), 1...3650 ~= days
            else { return nil }
            self = .within(days: days)
        }
    }

    package var text: String {
        switch self {
        case .reopen: "reopen"
        case .followUp: "follow-up"
        case .within(let days): "\(days)d"
        }
    }

    /// Whether a ticket that was closed then is opened again by a message of now. Days are those of the zone, and the last
    /// of them counts. A closing nobody knows the time of may be any time ago.
    package func reopens(closedAt: Instant?, at now: Instant, in zone: TimeZoneRules) -> Bool {
        switch self {
        case .reopen: true
        case .followUp: false
        case .within(let days):
            closedAt.map { Self.days(from: $0, to: now, in: zone) <= days } ?? false
        }
    }

    /// How many midnights of the zone lie between.
    package static func days(from start: Instant, to end: Instant, in zone: TimeZoneRules) -> Int {
        day(of: end, in: zone) - day(of: start, in: zone)
    }

    private static func day(of instant: Instant, in zone: TimeZoneRules) -> Int {
        WorkCalendar.day(ofLocal: instant.milliseconds + Int64(zone.offset(at: instant.milliseconds)) * 1000)
    }
}
