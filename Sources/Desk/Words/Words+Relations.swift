import Storage
import Workflow

extension Words {
    /// What connects tickets, and what messages and files go through. Where an operation is asked for, nil is a dry run.
    struct Relations: Sendable {
        /// One ticket of a merge: title, customer, how much it holds.
        let mergePart: @Sendable (Merge.Part) -> String
        let mergeTarget: @Sendable (Workflow.Ticket) -> String
        let askMerge: @Sendable (_ count: Int, _ survivor: Workflow.Ticket.Number) -> String
        let merged: @Sendable (Merge.Part, _ into: Workflow.Ticket.Number, _ operation: Int64?) -> String
        let unmerged: @Sendable (Workflow.Ticket, _ from: Workflow.Ticket.Number, _ operation: Int64?) -> String
        let redirected: @Sendable (Performed.Redirected) -> String
        let split: @Sendable (Split) -> String
        /// `#1 blocks #2`
        let link: @Sendable (LinkDraft) -> String
        let linked: @Sendable (LinkDraft, _ operation: Int64?) -> String
        let linkedAlready: @Sendable (LinkDraft) -> String
        let unlinked: @Sendable (LinkDraft, _ operation: Int64?) -> String
        let askChildren: @Sendable (Workflow.Ticket.Number, [Workflow.Ticket.Number]) -> String
        let watched: @Sendable (Agent, _ isOn: Bool) -> String
        let edited: @Sendable (MessagePlace, Workflow.Message, _ operation: Int64?) -> String
        let same: @Sendable (MessagePlace) -> String
        let moved: @Sendable (MessageMove) -> String
        let version: @Sendable (_ number: Int, _ isPresent: Bool) -> String
        let attached: @Sendable (Attaching) -> String
        let detached: @Sendable (Attaching) -> String
        let wrote: @Sendable (_ path: String, _ bytes: Int) -> String
        let size: @Sendable (Int) -> String
        let missing: String
        let purged: @Sendable (Purged) -> [String]
        let askPurge: @Sendable ([Workflow.Ticket]) -> String
        let problem: @Sendable (Problem, _ incidents: Int) -> String
        let problemChanged: @Sendable (ProblemChange) -> String
        let problemResolved: @Sendable (ProblemChange) -> String
        let untouched: @Sendable ([Workflow.Ticket.Number]) -> String
        /// On a ticket's page.
        let page: Page
        /// What an event of this kind says; nil for all others.
        let event: @Sendable (HistoryEntry) -> String?

        struct Page: Sendable {
            let links: String
            let watchers: String
            let attachments: String
            let problems: String
            let workaround: String
            let incidents: String
            let resolved: String
            /// Above the messages of a ticket that lives on here.
            let merged: @Sendable (Workflow.Ticket) -> String
            /// How a link is called that a ticket sees.
            let link: @Sendable (Link) -> String
            let name: String
            let size: String
            let message: String
            let missing: String
            let by: String
            let visibility: String
        }
    }
}
