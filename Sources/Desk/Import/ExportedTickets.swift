import Import
import Presentation
import Storage
import Workflow

/// The tickets of an export, with what is to be told of them.
struct ExportedTickets {
    let query: Query
    let queryContext: QueryContext
    /// Only what the customer may see.
    let isPublic: Bool
    /// Personal data in texts is masked.
    let isMasked: Bool
    let hasMetrics: Bool

    /// Figures of each ticket.
    static let facts: [TicketFact] = [
        .firstReply, .lastCustomer, .lastAgent, .replyTime, .resolutionTime, .messages, .replies, .reopens, .handovers,
        .filedBy, .resolvedBy,
    ]

    /// One of them.
    struct Item {
        let record: TicketRecord
        /// Nil unless they were asked for.
        let metrics: JSONObject?

        var members: [JSONObject.Member] {
            record.members + (metrics.map { [JSONObject.Member(name: "metrics", value: .object($0))] } ?? [])
        }

        /// As a line that `desk import` reads back.
        var line: [UInt8] {
            guard metrics != nil else { return JSONWriter.bytes(of: record.json) + [0x0A] }
            return JSONWriter.bytes(of: Document.ticket.json(members)) + [0x0A]
        }
    }

    /// In the order of their numbers, unless the query says otherwise.
    func each(in db: any Transaction, _ body: (Item) throws -> Void) throws {
        guard hasMetrics else {
            return try Exporter.eachRecord(query, queryContext, in: db) {
                try body(Item(record: told($0), metrics: nil))
            }
        }
        var waiting: [TicketRecord] = []
        func tellWaiting() throws {
            let tickets = waiting.map(\.ticket)
            let facts = try TicketFacts(Self.facts, of: tickets.map(\.number), in: db)
            let promises = try TicketPromises(tickets, queryContext, in: db)
            for record in waiting {
                try body(Item(record: told(record), metrics: Self.metrics(of: record.ticket, facts, promises)))
            }
            waiting.removeAll(keepingCapacity: true)
        }
        try Exporter.eachRecord(query, queryContext, in: db) { record in
            waiting.append(record)
            if waiting.count == Self.atOnce { try tellWaiting() }
        }
        try tellWaiting()
    }

    /// Tickets whose figures are read together.
    private static let atOnce = 256

    private func told(_ record: TicketRecord) -> TicketRecord {
        var record = isPublic ? record.publicOnly : record
        guard isMasked else { return record }
        record.ticket.title = PersonalData.masked(record.ticket.title)
        record.ticket.customer = nil
        record.tags = record.tags.map { PersonalData.masked($0) }
        for index in record.causes.indices {
            record.causes[index].name = PersonalData.masked(record.causes[index].name)
        }
        for index in record.relations.attachments.indices {
            record.relations.attachments[index].name = Self.masked(fileName: record.relations.attachments[index].name)
        }
        record.messages = record.messages.map { message in
            var message = message
            message.body = PersonalData.masked(message.body)
            // The name of a customer who spoke.
            if message.role == .customer { message.author = nil }
            return message
        }
        record.fields = record.fields.map { NamedText(name: $0.name, text: PersonalData.masked($0.text)) }
        return record
    }

    // With its ending it would be one word.
    private static func masked(fileName name: String) -> String {
        guard let point = name.lastIndex(of: ".") else { return PersonalData.masked(name) }
        return PersonalData.masked(String(name[..<point])) + name[point...]
    }

    private static func metrics(
        of ticket: Ticket, _ facts: TicketFacts, _ promises: TicketPromises?
    ) -> JSONObject {
        var object = JSONObject([])
        for fact in Self.facts {
            let value: JSONValue =
                switch facts.value(fact, of: ticket.number) {
                case .unknown: .null
                case .text(let text): .string(text)
                case .number(let number) where fact.kind == .time:
                    .string(TimeText.rfc3339(number, offset: 0))
                case .number(let number): .integer(number)
                case .list(let items): .array(items.map { .string($0) })
                }
            object.set(fact.name, to: value)
        }
        for goal in SLAGoal.allCases {
            let verdict = promises?.sla(of: ticket)?.measures.last { $0.goal == goal }?.verdict
            object.set("sla." + goal.rawValue, to: .optional(verdict?.rawValue))
        }
        return object
    }
}

/// The columns of an export for spreadsheets.
extension ExportedTickets {
    func rows(in db: any Transaction) throws -> Rows {
        let names = [
            "number", "uuid", "title", "category", "status", "priority", "customer", "assignee", "tags", "rootCauses",
            "description", "answers", "messages", "createdAt", "resolvedAt", "sourceFile", "sourceOrdinal",
        ]
        let numeric: Set<String> = ["number", "messages", "sourceOrdinal"]
        let figures = hasMetrics ? Self.facts.filter { $0 != .messages } : []
        let fields =
            names.map { RowField($0, numeric.contains($0) ? .number : .text, column: Column(heading: $0)) }
            + figures.map { fact in
                let kind: RowField.Kind = fact.kind == .number ? .number : fact.kind == .time ? .time : .text
                return RowField(fact.name, kind, column: Column(heading: fact.name))
            }
            + (hasMetrics ? SLAGoal.allCases : []).map { goal in
                RowField("sla." + goal.rawValue, .text, column: Column(heading: "sla." + goal.rawValue))
            }
        var entries: [[RowEntry]] = []
        try each(in: db) { item in
            entries.append(Self.entries(item.record) + Self.figures(of: item))
        }
        return Rows(.export, query: query.description, fields: fields, entries: entries)
    }

    private static func figures(of item: Item) -> [RowEntry] {
        guard let metrics = item.metrics else { return [] }
        return metrics.members.filter { $0.name != TicketFact.messages.name }.map { member in
            switch member.value {
            case .integer(let number): RowEntry(.number(number))
            case .string(let text): RowEntry(TimeText.instant(rfc3339: text).map { .time($0) } ?? .text(text))
            default: RowEntry(.null)
            }
        }
    }

    private static func entries(_ record: TicketRecord) -> [RowEntry] {
        let ticket = record.ticket
        let replies = record.messages.filter { $0.role == .agent && !$0.isInternal }.map(\.body)
        return [
            RowEntry(.number(ticket.number.rawValue)), RowEntry(.text(ticket.uuid.text)), RowEntry(.text(ticket.title)),
            RowEntry(.text(record.categoryPath.joined(by: CategoryTree.separator))),
            RowEntry(.text(ticket.status.name)), RowEntry(.text(ticket.priority.name)), .optional(ticket.customer),
            .optional(ticket.assignee), RowEntry(.text(record.tags.joined(by: ", "))),
            RowEntry(.text(record.causes.map(\.name).joined(by: "\n"))), .optional(record.description?.body),
            RowEntry(.text(replies.joined(by: "\n"))), RowEntry(.number(Int64(record.messages.count))),
            RowEntry(.instant(ticket.createdAt)), RowEntry(.instant(ticket.resolvedAt)), .optional(ticket.source?.file),
            RowEntry(ticket.source.map { .number(Int64($0.ordinal)) } ?? .null),
        ]
    }
}
