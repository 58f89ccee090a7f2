import Diagnosis

/// Who reads what a diagnosis says: customers are not shown what lies behind a site.
package enum DiagnosisReader: Sendable {
    case agent, customer
}

extension Words {
    /// `diagnose`
    package struct Diagnosis: Sendable {
        /// What somebody says yes to before a site is probed.
        package let consent: String
        package let consented: @Sendable (_ agent: String, _ time: String, _ isAnswered: Bool) -> String
        package let askConsent: String
        package let url: String
        package let verdict: String
        package let before: String
        package let after: String
        package let phase: @Sendable (Phase) -> String
        package let check: @Sendable (CheckID) -> String
        /// A check and what is to be said of it.
        package let about: @Sendable (_ check: String, _ sentence: String) -> String
        /// What is wrong, and below it what to do.
        package let finding: @Sendable (Finding, DiagnosisReader) -> [String]
        package let ok: String
        package let warnings: @Sendable (Int) -> String
        package let obstacle: @Sendable (Check.Obstacle) -> String
        package let end: @Sendable (Evidence.End) -> String
        /// The word of a state, in front of its check.
        package let state: @Sendable (Check.State) -> String
        package let notTested: @Sendable (Check.Cause) -> String
        /// The first line of what a customer reads.
        package let summary: @Sendable (_ host: String, _ time: String) -> String
        package let checked: @Sendable (_ phases: [String]) -> String
        /// The title of a ticket.
        package let title: @Sendable (_ host: String, _ verdict: String) -> String
        package let wouldDiagnose: @Sendable (_ url: String) -> String
        package let error: @Sendable (DiagnosisError) -> [String]
    }
}
