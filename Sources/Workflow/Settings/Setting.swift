/// What can be set on a desk, or by a person for themselves.
package enum Setting: String, CaseIterable, Sendable {
    /// A resolved ticket closes after so long without an answer.
    case autoclose = "resolved.autoclose"
    /// What a customer's message on a closed ticket does.
    case lateReply = "late.reply"
    /// What a ticket must have before it can be resolved.
    case resolveRequires = "resolve.requires"
    /// The calendar that business days and hours are counted by.
    case defaultCalendar = "calendar.default"
    /// Tickets that came before that day are not measured.
    case slaFrom = "sla.enforce_from"
    /// Whether a text for a customer is looked at before it goes out.
    case replyGuard = "reply.guard"
    /// How long "--then pend" and "--then hold" wait.
    case waitLength = "wait.length"
    /// The provider's own names, in one of which the CNAME of a customer's site should end.
    case diagnosisCNAME = "diagnose.cname"
    /// The authorities of the provider's certificates, as CAA records name them.
    case diagnosisIssuers = "diagnose.issuers"
    /// More tickets than this are not changed without a yes.
    case confirmAbove = "confirm.above"
    /// Who you are.
    case userName = "user.name"
    case language
    case colour = "color"

    package var name: String { rawValue }

    /// Where it is kept: with the desk, for all who work there, or with the person, for all desks.
    package enum Scope: String, CaseIterable, Sendable {
        case desk = "db"
        case user
    }

    package var scope: Scope {
        switch self {
        case .autoclose, .lateReply, .resolveRequires, .defaultCalendar, .replyGuard, .waitLength, .slaFrom,
            .diagnosisCNAME,
            .diagnosisIssuers:
            .desk
        case .confirmAbove, .userName, .language, .colour: .user
        }
    }

    /// What its values are.
    package enum Kind: Equatable, Sendable {
        case text
        case number(ClosedRange<Int>)
        case choice([String])
        /// A length of time, `4bd`; or `off`.
        case length(canBeOff: Bool)
        case lateReply
        case requirements
        /// A day, `2026-01-01`.
        case day
    }

    package var kind: Kind {
        switch self {
        case .autoclose: .length(canBeOff: true)
        case .lateReply: .lateReply
        case .resolveRequires: .requirements
        case .defaultCalendar, .userName, .diagnosisCNAME, .diagnosisIssuers: .text
        case .slaFrom: .day
        case .replyGuard: .choice(["on", Self.off])
        case .waitLength: .length(canBeOff: false)
        case .confirmAbove: .number(1...1_000_000)
        case .language: .choice(["en", "zh"])
        case .colour: .choice(["auto", "always", "never"])
        }
    }

    /// What holds where nothing is set; empty for nothing.
    package var standard: String {
        switch self {
        case .autoclose: "4bd"
        case .lateReply: "7d"
        case .resolveRequires, .defaultCalendar, .userName, .language, .slaFrom, .diagnosisCNAME, .diagnosisIssuers: ""
        case .replyGuard: "on"
        case .waitLength: "2bd"
        case .confirmAbove: "10"
        case .colour: "auto"
        }
    }

    /// The value that turns a setting off.
    package static let off = "off"
}

/// Why something cannot be set.
package enum SettingError: Error, Equatable, Sendable, CustomStringConvertible {
    case unknown(String, nearest: String?)
    case badValue(Setting, String)
    /// It is kept in another place.
    case wrongScope(Setting, Setting.Scope)
    /// A file of settings has a line that is none.
    case badLine(String, line: Int)

    package var description: String {
        switch self {
        case .unknown(let name, _): "no setting \(name)"
        case .badValue(let setting, let text): "\(setting.name) cannot be \(text)"
        case .wrongScope(let setting, _): "\(setting.name) is not kept there"
        case .badLine(let path, let line): "\(path):\(line) is no setting"
        }
    }
}

extension Setting {
    /// The setting of a name, however it is written.
    package init(named name: String) throws(SettingError) {
        let plain = folded(name)
        guard let setting = Setting.allCases.first(where: { $0.name == plain }) else {
            throw .unknown(name, nearest: Nearest(to: plain).among(Setting.allCases.map(\.name)))
        }
        self = setting
    }
}

extension SettingError {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .unknown: ErrorIdentity("setting", .unknownValue)
        case .badValue, .wrongScope, .badLine: ErrorIdentity("setting", .usage)
        }
    }
}
