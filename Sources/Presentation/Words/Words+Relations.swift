import Storage
import Workflow

extension Words {
    /// What connects tickets, and what messages and files go through. Where an operation is asked for, nil is a dry run.
    package struct Relations: Sendable {
        /// One ticket of a merge: title, customer, how much it holds.
        package let mergePart: @Sendable (Merge.Part) -> String
        package let mergeTarget: @Sendable (Workflow.Ticket) -> String
        package let askMerge: @Sendable (_ count: Int, _ mergeTarget: Workflow.Ticket.Number) -> String
        package let merged: @Sendable (Merge.Part, _ into: Workflow.Ticket.Number, _ operation: Int64?) -> String
        package let unmerged: @Sendable (Unmerging) -> String
        package let redirected: @Sendable (CommandResult.Redirected) -> String
        package let split: @Sendable (Split) -> String
        /// `#1 blocks #2`
        package let link: @Sendable (LinkDraft) -> String
        package let linked: @Sendable (LinkDraft, _ operation: Int64?) -> String
        package let linkedAlready: @Sendable (LinkDraft) -> String
        package let unlinked: @Sendable (LinkDraft, _ operation: Int64?) -> String
        package let askChildren: @Sendable (Workflow.Ticket.Number, [Workflow.Ticket.Number]) -> String
        let watched: @Sendable (Agent, _ isOn: Bool) -> String
        package let edited: @Sendable (MessagePlace, Workflow.Message, _ operation: Int64?) -> String
        package let same: @Sendable (MessagePlace) -> String
        package let moved: @Sendable (MessageMove) -> String
        package let version: @Sendable (_ number: Int, _ isPresent: Bool) -> String
        package let attached: @Sendable (Attaching) -> String
        package let detached: @Sendable (Attaching) -> String
        package let wrote: @Sendable (_ path: String, _ bytes: Int) -> String
        package let size: @Sendable (Int) -> String
        package let missing: String
        package let purged: @Sendable (Purged) -> [String]
        package let askPurge: @Sendable ([Workflow.Ticket]) -> String
        package let problem: @Sendable (Problem, _ incidents: Int) -> String
        package let problemChanged: @Sendable (ProblemChange) -> String
        package let problemResolved: @Sendable (ProblemChange) -> String
        package let untouched: @Sendable ([Workflow.Ticket.Number]) -> String
        /// On a ticket's page.
        package let page: Page
        /// What an event of this kind says; nil for all others.
        package let event: @Sendable (HistoryEntry) -> String?

        package struct Page: Sendable {
            let links: String
            let watchers: String
            let articles: String
            let resolvedWith: String
            let diagnoses: String
            package let attachments: String
            package let problems: String
            package let workaround: String
            package let incidents: String
            package let resolved: String
            /// Above the messages of a ticket that lives on here.
            package let merged: @Sendable (Workflow.Ticket) -> String
            /// How a link is called that a ticket sees.
            package let link: @Sendable (Link) -> String
            package let name: String
            package let size: String
            package let message: String
            package let missing: String
            package let by: String
            package let visibility: String
        }
    }
}
