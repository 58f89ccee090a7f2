import Workflow

/// What connects a ticket with others, with people and with files.
package struct TicketRelations: Equatable, Sendable {
    package var links: [NamedLink] = []
    package var watchers: [String] = []
    package var attachments: [Attachment] = []
    package var problems: [Problem] = []

    package init() {}

    /// A link with what the other ticket is called here and elsewhere.
    package struct NamedLink: Equatable, Sendable {
        package var link: Link
        package var title: String
        package var uuid: UUIDBytes

        package init(link: Link, title: String, uuid: UUIDBytes) {
            self.link = link
            self.title = title
            self.uuid = uuid
        }
    }

    package var isEmpty: Bool { links.isEmpty && watchers.isEmpty && attachments.isEmpty && problems.isEmpty }
}

extension TicketRelations {
    static func read(of ticket: Ticket.Number, in db: any Transaction) throws -> TicketRelations {
        var relations = TicketRelations()
        relations.links = try TicketLinks.of(ticket, in: db).compactMap { link in
            let row = try db.row(
                "SELECT title, uuid FROM ticket WHERE id = $1 AND removal = 0", [.integer(link.other.rawValue)])
            guard let row, let uuid = UUIDBytes(try row.blob(1)) else { return nil }
            return NamedLink(link: link, title: try row.text(0), uuid: uuid)
        }
        relations.watchers = try Watchers.of(ticket, in: db)
        relations.attachments = try TicketAttachments.of(ticket, in: db)
        relations.problems = try Problems.of(ticket, in: db)
        return relations
    }

    /// Whether this desk holds what an export told.
    func says(the other: TicketRelations) -> Bool {
        let mine = links.filter { !$0.link.isInverse }.map { "\($0.link.name) \($0.uuid.text)" }
        let theirs = other.links.filter { !$0.link.isInverse }.map { "\($0.link.name) \($0.uuid.text)" }
        return Set(mine) == Set(theirs) && watchers.map(ExactText.init) == other.watchers.map(ExactText.init)
            && attachments.map(\.sha256) == other.attachments.map(\.sha256)
            && problems.map { ExactText($0.title) } == other.problems.map { ExactText($0.title) }
    }
}
