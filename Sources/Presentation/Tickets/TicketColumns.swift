import Storage
import Workflow

/// The columns of a list of tickets.
package struct TicketColumns {
    package let words: Words
    package let zone: TimeZoneRules
    package let now: Instant
    /// Those that were chosen by name; nil: the usual ones.
    private let chosen: [TicketColumn]?

    /// - Parameter names: fields as `--fields` takes them, or `help` for all there are; nil: the usual ones.
    /// - Parameter fields: the desk's custom fields.
    /// - Throws: `FieldError.unknown`
    package init(
        words: Words, zone: TimeZoneRules, now: Instant, names: String?, fields: () throws -> [TicketFact]
    ) throws {
        self.words = words
        self.zone = zone
        self.now = now
        guard let names else {
            chosen = nil
            return
        }
        let all = Self.all(words) + Self.told(TicketFact.common + (try fields()), words)
        chosen = names == "help" ? all : try Self.selected(names, among: all)
    }

    private static func selected(_ names: String, among all: [TicketColumn]) throws(FieldError) -> [TicketColumn] {
        var columns: [TicketColumn] = []
        for name in names.split(separator: ",").map({ String($0) }) {
            let current = Rows.currentName(name)
            guard let column = all.first(where: { $0.field.name == current || $0.field.name == name }) else {
                throw .unknown(name, nearest: Nearest(to: name).among(all.map(\.field.name)))
            }
            columns.append(column)
        }
        return columns
    }

    /// Names of the fields that every desk has, but for `TicketFact`.
    package static var names: [String] { all(.english).map(\.field.name) }

    /// What has to be read of the tickets beside their rows.
    package var facts: [TicketFact] { chosen?.compactMap(\.fact) ?? [] }

    package func rows(
        _ tickets: [Ticket], total: Int, query: Query, _ categories: CategoryTree, _ promises: TicketPromises? = nil,
        _ facts: TicketFacts? = nil
    ) -> Rows {
        // A desk without policies promises nothing.
        let usual = Self.usual(words).filter { $0.isUsual && (promises != nil || $0.field.name != "dueAt") }
        let columns = chosen ?? usual
        let scene = Scene(
            categories: categories, promises: promises, facts: facts, words: words, zone: zone, now: now)
        // The number is there to be found by, also where it is no column.
        let isNumbered = columns.contains { $0.field.name == "number" }
        let written = isNumbered ? columns : columns + usual.filter { $0.field.name == "number" }
        var rows = Rows(
            .tickets, query: query.description, total: total, fields: written.map(\.field),
            entries: tickets.map { ticket in written.map { $0.entry(ticket, scene) } }, written: columns.count)
        rows.isChosen = chosen != nil
        return rows
    }

    /// What a cell may need besides the ticket.
    package struct Scene {
        package let categories: CategoryTree
        package let promises: TicketPromises?
        package let facts: TicketFacts?
        package let words: Words
        package let zone: TimeZoneRules
        package let now: Instant
    }

    struct TicketColumn {
        package var field: RowField
        var isUsual = false
        /// What has to be read for it beside the ticket.
        var fact: TicketFact?
        package var entry: (Ticket, Scene) -> RowEntry
    }

    private static func all(_ words: Words) -> [TicketColumn] {
        usual(words) + times(words) + origins(words) + standing(words)
    }

    private static func usual(_ words: Words) -> [TicketColumn] {
        let headings = words.headings
        return [
            TicketColumn(
                field: RowField("number", .number, column: Column(heading: headings.id, alignment: .right)),
                isUsual: true
            ) {
                ticket, _ in RowEntry(.number(ticket.number.rawValue))
            },
            TicketColumn(field: RowField("priority", .text, column: Column(heading: headings.priority)), isUsual: true)
            {
                Self.priority($0, $1)
            },
            TicketColumn(field: RowField("status", .text, column: Column(heading: headings.status)), isUsual: true) {
                ticket, queryContext in
                RowEntry(.text(ticket.status.name), shown: queryContext.words.status(ticket.status))
            },
            TicketColumn(field: RowField("dueAt", .time, column: column(headings.due, 4, 6)), isUsual: true) {
                ticket, queryContext in
                queryContext.promises?.entry(ticket, queryContext.words, queryContext.now) ?? RowEntry(.null)
            },
            TicketColumn(field: RowField("createdAt", .time, column: column(headings.created, 2, 10)), isUsual: true) {
                ticket, queryContext in
                let shown = ticket.createdAt.map {
                    TimeText.brief(
                        $0.milliseconds, now: queryContext.now.milliseconds,
                        offset: queryContext.zone.offset(at: $0.milliseconds))
                }
                return RowEntry(.instant(ticket.createdAt), shown: shown)
            },
            TicketColumn(field: RowField("category", .text, column: column(headings.category, 3, 8)), isUsual: true) {
                ticket, queryContext in .optional(queryContext.categories.printedPath(of: ticket.category))
            },
            TicketColumn(field: RowField("customer", .text, column: column(headings.customer, 1, 6)), isUsual: true) {
                ticket, _ in .optional(ticket.customer)
            },
            TicketColumn(field: RowField("assignee", .text, column: column(headings.assignee, 1, 6)), isUsual: true) {
                ticket, _ in .optional(ticket.assignee)
            },
            TicketColumn(
                field: RowField(
                    "title", .text, column: Column(heading: headings.title, flexibility: .rest(minimum: 20))),
                isUsual: true
            ) { ticket, _ in RowEntry(.text(ticket.title)) },
        ]
    }

    private static func priority(_ ticket: Ticket, _ queryContext: Scene) -> RowEntry {
        let style: Style? = ticket.priority == .urgent ? .boldRed : ticket.priority == .high ? .bold : nil
        return RowEntry(
            .text(ticket.priority.name), shown: ticket.priorityText ?? queryContext.words.priority(ticket.priority),
            style: style)
    }

    private static func times(_ words: Words) -> [TicketColumn] {
        [
            time("updatedAt", words.headings.updated) { $0.updatedAt },
            time("resolvedAt", words.headings.resolved) { $0.resolvedAt },
            time("closedAt", words.headings.closed) { $0.closedAt },
            time("wakeAt", words.headings.wakes) { $0.wakeAt },
        ]
    }

    private static func time(
        _ name: String, _ heading: String, _ instant: @escaping (Ticket) -> Instant?
    ) -> TicketColumn {
        TicketColumn(field: RowField(name, .time, column: column(heading, 2, 16))) { ticket, _ in
            RowEntry(.instant(instant(ticket)))
        }
    }

    private static func origins(_ words: Words) -> [TicketColumn] {
        let headings = words.headings
        return [
            text("priorityText", headings.priorityText) { $0.priorityText },
            text("statusText", headings.statusText) { $0.statusText },
            text("team", headings.team) { $0.team },
            text("channel", headings.channel) { $0.channel },
            text("source", headings.source) { $0.source?.file },
            TicketColumn(
                field: RowField("ordinal", .number, column: Column(heading: headings.ordinal, alignment: .right))
            ) {
                ticket, _ in RowEntry(ticket.source.map { .number(Int64($0.ordinal)) } ?? .null)
            },
            text("batch", headings.batch) { $0.source?.batch },
            text("uuid", "UUID") { $0.uuid.text },
            TicketColumn(
                field: RowField("version", .number, column: Column(heading: headings.version, alignment: .right))
            ) {
                ticket, _ in RowEntry(.number(Int64(ticket.version)))
            },
        ]
    }

    private static func text(
        _ name: String, _ heading: String, _ text: @escaping (Ticket) -> String?
    ) -> TicketColumn {
        TicketColumn(field: RowField(name, .text, column: column(heading, 1, 6))) { ticket, _ in .optional(text(ticket))
        }
    }

    static func column(_ heading: String, _ rank: Int, _ minimum: Int) -> Column {
        Column(heading: heading, flexibility: .yields(rank: rank, minimum: minimum))
    }
}

extension RowEntry {
    package static func optional(_ text: String?) -> RowEntry { RowEntry(text.map { .text($0) } ?? .null) }
}

extension RowValue {
    package static func instant(_ instant: Instant?) -> RowValue { instant.map { .time($0.milliseconds) } ?? .null }
}
