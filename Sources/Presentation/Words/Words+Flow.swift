import Workflow

extension Words {
    /// Going through an article step by step.
    package struct Flow: Sendable {
        package let answer: @Sendable (Workflow.Flow.Answer) -> String
        package let ask: @Sendable (_ answers: [String]) -> String
        /// The heading over an end.
        package let end: String
        /// Nobody knew.
        package let open: String
        package let category: @Sendable (_ path: String) -> String
        package let again: @Sendable (_ command: String) -> String
        /// The title of a ticket.
        package let title: @Sendable (_ flow: String, _ end: String) -> String
        package let error: @Sendable (FlowError) -> [String]
    }
}
