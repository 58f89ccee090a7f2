import Storage
import Workflow

extension Words {
    /// `customer`, `org`, `agent`, `team`, `role`, `assign`
    package struct People: Sendable {
        package let headings: Headings
        /// What became of a context, at the end of the line that tells it.
        package let end: @Sendable (WriteResult) -> String
        package let customer: @Sendable (Customer) -> String
        package let customerPage: @Sendable (Customer, _ aliases: [String]) -> [String]
        /// A telephone number or an address, and who else has it.
        package let sharedContact: @Sendable (_ contact: String, _ others: String) -> String
        package let merged: @Sendable (_ names: [String], _ mergeTarget: String, _ tickets: Int) -> String
        package let orgPage: @Sendable (Organisation) -> [String]
        package let added: @Sendable (_ name: String) -> String
        package let renamed: @Sendable (_ before: String, _ after: String) -> String
        package let retired: @Sendable (_ name: String) -> String
        /// Somebody retired whose open tickets went to another.
        package let left: @Sendable (_ name: String, _ successor: String?, _ tickets: Int) -> String
        package let team: @Sendable (_ name: String, _ members: [String]) -> String
        package let teamHead: @Sendable (TeamLine) -> String
        package let agent: @Sendable (AgentLine) -> String
        package let agentPage: @Sendable (AgentLine, _ absence: String?) -> [String]
        /// Until when somebody is away.
        package let absence: @Sendable (Absence, TimeZoneRules) -> String
        package let isAbsent: @Sendable (_ name: String, _ absence: String, Redistribution) -> String
        package let isBack: @Sendable (_ name: String) -> String
        package let permission: @Sendable (Permission) -> String
        /// The least role that may do something now.
        package let permitted: @Sendable (Permission, AgentRole) -> String
        /// Whom a rule chose, and from whom.
        package let choice: @Sendable (AssignmentChoice) -> String

        /// Headings of tables.
        package struct Headings: Sendable {
            package let agent: String
            package let organisation: String
            package let customers: String
            package let phone: String
            package let email: String
            package let language: String
            package let vip: String
            package let open: String
            package let members: String
            package let skills: String
            package let absent: String
            package let until: String
            package let permission: String
            package let changedHere: String
        }
    }
}

extension Words.People {
    /// What is known of a customer, the name first.
    package static func facts(_ customer: Customer) -> String {
        [
            customer.name, customer.organisation, customer.phone, customer.email, customer.language,
            customer.isVIP ? "VIP" : nil,
        ].compactMap { $0 }.map { TextDirection.isolated(SafeText.line($0)) }.joined(by: " · ")
    }

    package static func names(_ names: [String], _ separator: String) -> String {
        names.map { TextDirection.isolated(SafeText.line($0)) }.joined(by: separator)
    }

    /// A day and time in a zone.
    package static func time(_ instant: Instant, _ zone: TimeZoneRules) -> String {
        TimeText.local(instant.milliseconds, offset: zone.offset(at: instant.milliseconds))
    }
}
