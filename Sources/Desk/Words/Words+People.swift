import Storage
import Workflow

extension Words {
    /// `customer`, `org`, `agent`, `team`, `role`, `assign`
    struct People: Sendable {
        let headings: Headings
        /// What became of a context, at the end of the line that tells it.
        let end: @Sendable (WriteResult) -> String
        let customer: @Sendable (Customer) -> String
        let customerPage: @Sendable (Customer, _ aliases: [String]) -> [String]
        let merged: @Sendable (_ names: [String], _ survivor: String, _ tickets: Int) -> String
        let orgPage: @Sendable (Organisation) -> [String]
        let added: @Sendable (_ name: String) -> String
        let renamed: @Sendable (_ before: String, _ after: String) -> String
        let retired: @Sendable (_ name: String) -> String
        /// Somebody retired whose open tickets went to another.
        let left: @Sendable (_ name: String, _ successor: String?, _ tickets: Int) -> String
        let team: @Sendable (_ name: String, _ members: [String]) -> String
        let teamHead: @Sendable (TeamLine) -> String
        let agent: @Sendable (AgentLine) -> String
        let agentPage: @Sendable (AgentLine, _ absence: String?) -> [String]
        /// Until when somebody is away.
        let absence: @Sendable (Absence, TimeZoneRules) -> String
        let isAbsent: @Sendable (_ name: String, _ absence: String, Redistribution) -> String
        let isBack: @Sendable (_ name: String) -> String
        let permission: @Sendable (Permission) -> String
        /// The least role that may do something now.
        let permitted: @Sendable (Permission, AgentRole) -> String
        /// Whom a rule chose, and from whom.
        let choice: @Sendable (AssignmentChoice) -> String

        /// Headings of tables.
        struct Headings: Sendable {
            let agent: String
            let organisation: String
            let customers: String
            let phone: String
            let email: String
            let language: String
            let vip: String
            let open: String
            let members: String
            let skills: String
            let absent: String
            let until: String
            let permission: String
            let changedHere: String
        }
    }
}

extension Words.People {
    /// What is known of a customer, the name first.
    static func facts(_ customer: Customer) -> String {
        [
            customer.name, customer.organisation, customer.phone, customer.email, customer.language,
            customer.isVIP ? "VIP" : nil,
        ].compactMap { $0 }.map { SafeText.isolated(SafeText.line($0)) }.joined(separator: " · ")
    }

    static func names(_ names: [String], _ separator: String) -> String {
        names.map { SafeText.isolated(SafeText.line($0)) }.joined(separator: separator)
    }

    /// A day and time in a zone.
    static func time(_ instant: Instant, _ zone: TimeZoneRules) -> String {
        TimeText.local(instant.milliseconds, offset: zone.offset(at: instant.milliseconds))
    }
}
