import Storage
import Workflow

/// All the words a person sees, in one language. A word that one language lacks does not compile: every property
/// is without default, and there is one value a language (`Words+English.swift`, `Words+Chinese.swift`).
///
/// A class, because there are hundreds of them, and each copy of a struct would count a reference to every one.
package final class Words: Sendable {
    package let headings: Headings
    package let list: List
    package let message: Message
    package let progress: Progress
    package let session: Session
    package let start: Start
    package let ticket: Ticket
    package let page: Page
    package let importing: Importing
    package let report: Report
    package let doctor: Doctor
    package let verbs: Verbs
    package let past: Past
    package let people: People
    package let settings: Settings
    package let drafts: Drafts
    package let texts: Texts
    package let taxonomy: Taxonomy
    package let relations: Relations
    package let sla: SLA
    package let knowledge: Knowledge
    package let articles: Articles
    package let flow: Flow
    package let logs: Logs
    package let diagnosis: Diagnosis
    package let domains: Domains
    package let errors: Errors
    package let status: @Sendable (Status) -> String
    package let priority: @Sendable (Priority) -> String
    package let role: @Sendable (Role) -> String

    package init(
        headings: Headings, list: List, message: Message, progress: Progress, session: Session, start: Start,
        ticket: Ticket, page: Page, importing: Importing, report: Report, doctor: Doctor, verbs: Verbs, past: Past,
        people: People, settings: Settings, drafts: Drafts, texts: Texts, taxonomy: Taxonomy, relations: Relations,
        sla: SLA, knowledge: Knowledge, articles: Articles, flow: Flow, logs: Logs, diagnosis: Diagnosis,
        domains: Domains,
        errors: Errors,
        status: @escaping @Sendable (Status) -> String,
        priority: @escaping @Sendable (Priority) -> String, role: @escaping @Sendable (Role) -> String
    ) {
        self.headings = headings
        self.list = list
        self.message = message
        self.progress = progress
        self.session = session
        self.start = start
        self.ticket = ticket
        self.page = page
        self.importing = importing
        self.report = report
        self.doctor = doctor
        self.verbs = verbs
        self.past = past
        self.people = people
        self.settings = settings
        self.drafts = drafts
        self.texts = texts
        self.taxonomy = taxonomy
        self.relations = relations
        self.sla = sla
        self.knowledge = knowledge
        self.articles = articles
        self.flow = flow
        self.logs = logs
        self.diagnosis = diagnosis
        self.domains = domains
        self.errors = errors
        self.status = status
        self.priority = priority
        self.role = role
    }

    /// The same words, but for statuses that the desk calls otherwise.
    package func calling(_ status: @escaping @Sendable (Status) -> String) -> Words {
        Words(
            headings: headings, list: list, message: message, progress: progress, session: session, start: start,
            ticket: ticket, page: page, importing: importing, report: report, doctor: doctor, verbs: verbs,
            past: past, people: people, settings: settings, drafts: drafts, texts: texts, taxonomy: taxonomy,
            relations: relations, sla: sla, knowledge: knowledge, articles: articles, flow: flow, logs: logs,
            diagnosis: diagnosis, domains: domains,
            errors: errors, status: status,
            priority: priority,
            role: role)
    }

    /// Headings of tables.
    package struct Headings: Sendable {
        package let id: String
        package let priority: String
        package let status: String
        package let due: String
        package let category: String
        package let customer: String
        package let assignee: String
        package let title: String
        package let created: String
        package let updated: String
        package let tags: String
        package let field: String
        package let kind: String
        package let resolved: String
        package let closed: String
        package let priorityText: String
        let statusText: String
        package let team: String
        package let channel: String
        package let source: String
        package let ordinal: String
        package let batch: String
        package let version: String
        package let snippet: String
        package let imported: String
        package let agent: String
        package let files: String
        package let tickets: String
        package let undone: String
        package let file: String
        package let declared: String
        package let found: String
        package let bytes: String
        package let sameAs: String
        package let path: String
        package let operation: String
        package let time: String
        package let command: String
        package let what: String
        package let role: String
        package let actions: String
        package let name: String
        package let query: String
        package let retired: String
        package let wakes: String
        package let resolution: String
        package let mergedInto: String
        /// What is told of a ticket beside its row.
        package let fact: @Sendable (TicketFact) -> String
    }

    /// What stands around and in lists.
    package struct List: Sendable {
        /// Shown, of all: the last line of a list that a limit cut.
        let limited: @Sendable (Int, Int) -> String
        /// Shown, of all: at the right of the line above a list.
        package let count: @Sendable (Int, Int) -> String
        /// Headings of the columns for which a narrow terminal has no room.
        let hiddenColumns: @Sendable ([String]) -> String
        /// Nothing was found.
        package let empty: String
        /// What to do next then, by the name of the list's document.
        let emptyHint: @Sendable (String) -> String?
        /// Nothing was found, but only open tickets were looked at.
        package let onlyOpen: String
        /// A value that nobody knows; never 0.
        package let unknown: String
        /// Something that has not happened.
        package let never: String
        /// No value, in the cell of a table.
        package let none: String
        package let yes: String
        package let no: String
        /// An unknown field and the nearest known one.
        let unknownField: @Sendable (String, String?) -> String
    }

    /// Who can read a text.
    package struct Message: Sendable {
        package let isPublic: String
        package let isInternal: String
    }

    /// The line of a long piece of work.
    package struct Progress: Sendable {
        /// Done, of all.
        package let files: @Sendable (String, String) -> String
        package let tickets: @Sendable (String) -> String
    }
}
