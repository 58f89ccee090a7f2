import Import
import Storage
import Workflow

extension Words {
    /// Articles: their words, and what is said of them.
    package struct Articles: Sendable {
        package let article: String
        package let state: String
        package let language: String
        package let entries: String
        package let lines: String
        package let uses: String
        package let review: String
        package let signatures: String
        package let signature: String
        package let sample: String
        package let links: String
        package let role: String
        package let line: String
        package let entry: String
        package let problem: String
        package let query: String
        package let phrases: String
        package let stateName: @Sendable (Article.State) -> String
        package let kindName: @Sendable (Article.Kind) -> String
        package let entryKind: @Sendable (ArticleEntry.Kind) -> String
        package let roleName: @Sendable (ArticleEntry.Role) -> String
        package let sideName: @Sendable (ArticleEntry.Side) -> String
        /// `KB-3 · published · zh faq · v2 · 101 lines`
        package let head: @Sendable (ArticleRow) -> String
        package let evidence: @Sendable (FileJudgement.Evidence) -> String
        package let readAs:
            @Sendable (FileJudgement.Form, _ evidence: [String], _ isAsked: Bool, _ hasOther: Bool) -> String
        package let imported: @Sendable (ArticleFile, ArticleOutcome, _ isDryRun: Bool) -> [String]
        package let fault: @Sendable (ArticleFault) -> String
        package let error: @Sendable (ArticleError) -> [String]
        package let stored: @Sendable (Article.Number, Article.State, _ version: Int) -> String
        package let dangling: @Sendable (_ label: String) -> String
        package let noSample: @Sendable (_ signature: String) -> String
        package let shared: @Sendable (_ signature: String, _ others: [String]) -> String
        package let inside: @Sendable (_ signature: String, _ other: String) -> String
        package let imageOnly: String
        package let reviewDue: @Sendable (_ day: String) -> String
        package let noFaults: @Sendable (_ articles: Int) -> String
        package let used: @Sendable (_ use: ArticleUse, _ last: String?) -> String
        package let linkedFrom: @Sendable (Article.Number, _ title: String) -> String
        package let usedBy: @Sendable (_ tickets: String) -> String
        package let toolError: @Sendable (ToolError) -> [String]
        package let toolLeads: @Sendable (Tool, _ command: String) -> String
        package let askPriority: String
        package let askURL: String
        package let askDomain: String
        package let askNewOwner: String
        package let handedOver: @Sendable (Workflow.Ticket.Number, _ priority: String) -> String
        /// What a new article starts with.
        package let skeleton: @Sendable (_ title: String) -> String
        package let translation: @Sendable (Article.Number) -> String
    }
}
