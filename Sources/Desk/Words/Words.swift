import Workflow

/// All the words a person sees, in one language. A word that one language lacks does not compile: every property
/// is without default, and there is one value a language (`Words+English.swift`, `Words+Chinese.swift`).
///
/// A class, because there are hundreds of them, and each copy of a struct would count a reference to every one.
final class Words: Sendable {
    let headings: Headings
    let list: List
    let message: Message
    let progress: Progress
    let session: Session
    let start: Start
    let ticket: Ticket
    let page: Page
    let importing: Importing
    let report: Report
    let doctor: Doctor
    let verbs: Verbs
    let past: Past
    let people: People
    let settings: Settings
    let drafts: Drafts
    let texts: Texts
    let taxonomy: Taxonomy
    let relations: Relations
    let sla: SLA
    let knowledge: Knowledge
    let errors: Errors
    let status: @Sendable (Status) -> String
    let priority: @Sendable (Priority) -> String
    let role: @Sendable (Role) -> String

    init(
        headings: Headings, list: List, message: Message, progress: Progress, session: Session, start: Start,
        ticket: Ticket, page: Page, importing: Importing, report: Report, doctor: Doctor, verbs: Verbs, past: Past,
        people: People, settings: Settings, drafts: Drafts, texts: Texts, taxonomy: Taxonomy, relations: Relations,
        sla: SLA, knowledge: Knowledge, errors: Errors, status: @escaping @Sendable (Status) -> String,
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
        self.errors = errors
        self.status = status
        self.priority = priority
        self.role = role
    }

    /// The same words, but for statuses that the desk calls otherwise.
    func calling(_ status: @escaping @Sendable (Status) -> String) -> Words {
        Words(
            headings: headings, list: list, message: message, progress: progress, session: session, start: start,
            ticket: ticket, page: page, importing: importing, report: report, doctor: doctor, verbs: verbs,
            past: past, people: people, settings: settings, drafts: drafts, texts: texts, taxonomy: taxonomy,
            relations: relations, sla: sla, knowledge: knowledge, errors: errors, status: status, priority: priority,
            role: role)
    }

    /// Headings of tables.
    struct Headings: Sendable {
        let id: String
        let priority: String
        let status: String
        let due: String
        let category: String
        let customer: String
        let assignee: String
        let title: String
        let created: String
        let updated: String
        let tags: String
        let field: String
        let kind: String
        let resolved: String
        let closed: String
        let priorityText: String
        let statusText: String
        let team: String
        let channel: String
        let source: String
        let ordinal: String
        let batch: String
        let version: String
        let snippet: String
        let imported: String
        let agent: String
        let files: String
        let tickets: String
        let undone: String
        let file: String
        let declared: String
        let found: String
        let bytes: String
        let sameAs: String
        let path: String
        let operation: String
        let time: String
        let command: String
        let what: String
        let role: String
        let actions: String
        let name: String
        let query: String
        let retired: String
    }

    /// What stands around and in lists.
    struct List: Sendable {
        /// Shown, of all: the last line of a list that a limit cut.
        let limited: @Sendable (Int, Int) -> String
        /// Shown, of all: at the right of the line above a list.
        let count: @Sendable (Int, Int) -> String
        /// Headings of the columns for which a narrow terminal has no room.
        let hiddenColumns: @Sendable ([String]) -> String
        /// Nothing was found.
        let empty: String
        /// Nothing was found, but only open tickets were looked at.
        let onlyOpen: String
        /// A value that nobody knows; never 0.
        let unknown: String
        /// Something that has not happened.
        let never: String
        /// No value, in the cell of a table.
        let none: String
        let yes: String
        let no: String
        /// An unknown field and the nearest known one.
        let unknownField: @Sendable (String, String?) -> String
    }

    /// Who can read a text.
    struct Message: Sendable {
        let isPublic: String
        let isInternal: String
    }

    /// The line of a long piece of work.
    struct Progress: Sendable {
        /// Done, of all.
        let files: @Sendable (String, String) -> String
        let tickets: @Sendable (String) -> String
    }
}
