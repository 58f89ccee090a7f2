import Storage
import Workflow

/// A ticket as a person reads it.
package struct TicketPage {
    package let words: Words
    package let zone: TimeZoneRules
    package let terminal: Terminal

    package init(words: Words, zone: TimeZoneRules, terminal: Terminal) {
        self.words = words
        self.zone = zone
        self.terminal = terminal
    }

    /// Where a customer belongs, and whether he must not wait.
    package typealias Standing = (organisation: String?, isVIP: Bool)

    /// - Parameter merged: tickets that live on in this one.
    package func text(
        _ record: TicketRecord, promises: TicketPromises? = nil, now: Instant, customer: Standing,
        references: TicketReferences = TicketReferences(), merged: [TicketRecord] = [], history: [HistoryEntry]
    ) -> String {
        var parts = [
            heading(record.ticket), facts(record, customer, references) + due(record.ticket, promises, now),
            record.messages.flatMap { message($0, editors: references.editors) },
        ]
        parts += merged.map { self.merged($0, beside: record, references.editors) } + [events(history)]
        return parts.filter { !$0.isEmpty }.map { $0.joined(by: "\n") }.joined(by: "\n\n") + "\n"
    }

    private func heading(_ ticket: Ticket) -> [String] {
        let left = "#\(ticket.number.rawValue)  \(SafeText.line(ticket.title))"
        let priority = ticket.priorityText ?? words.priority(ticket.priority)
        let right = "\(words.status(ticket.status)) · \(SafeText.line(priority)) · v\(ticket.version)"
        let natural = DisplayWidth.of(left) + DisplayWidth.of(right) + 2
        var lines = [Table.spread(left, right, width: terminal.width ?? natural)]
        if let width = terminal.width, natural > width {
            // The whole title, however long it is.
            lines = LineWrap.lines(of: left, width: width) + [Table.spread("", right, width: width)]
        }
        return lines.map { line in
            let line = TextDirection.isolated(line)
            return terminal.usesColour ? Style.bold.applied(to: line) : line
        }
    }

    private func facts(_ record: TicketRecord, _ standing: Standing, _ references: TicketReferences) -> [String] {
        let ticket = record.ticket
        var lines = [
            line([
                (words.page.customer, customer(ticket, standing)),
                (
                    words.page.assignee,
                    [ticket.assignee, ticket.team].compactMap { $0 }.joined(by: " / ").orNone(words)
                ),
                (words.page.category, record.categoryPath.joined(by: CategoryTree.separator).orNone(words)),
            ])
        ]
        lines.append(
            line(
                [
                    (words.page.created, time(ticket.createdAt)), (words.page.updated, time(ticket.updatedAt)),
                ] + ends(ticket)))
        lines += waiting(ticket, references.waitReason)
        if let status = ticket.statusText { lines.append(line([(words.page.statusText, status)])) }
        if !record.causes.isEmpty { lines.append(line([(words.page.causes, causes(record.causes))])) }
        lines += tags(record)
        if let source = ticket.source {
            lines.append(line([(words.page.source, words.page.place(source, ticket.number))]))
        }
        if let mergeTarget = ticket.mergedInto {
            lines.append(line([(words.page.mergedInto, "#\(mergeTarget.rawValue)")]))
        }
        lines += relations(record.relations) + self.references(references)
        if ticket.removal == .trash { lines.append(words.page.inTrash(ticket.number)) }
        return lines + record.fields.flatMap { field($0) }
    }

    /// How it ended, and when.
    private func ends(_ ticket: Ticket) -> [(String, String)] {
        var ends: [(String, String)] = []
        let resolution = ticket.resolution.map { " · \($0.name)" } ?? ""
        if let resolved = ticket.resolvedAt { ends.append((words.page.resolved, time(resolved) + resolution)) }
        if let closed = ticket.closedAt {
            ends.append((words.page.closed, time(closed) + (ticket.resolvedAt == nil ? resolution : "")))
        }
        if ends.isEmpty, let resolution = ticket.resolution { ends.append((words.page.resolution, resolution.name)) }
        return ends
    }

    /// Until when it waits, and what for.
    private func waiting(_ ticket: Ticket, _ reason: String?) -> [String] {
        guard ticket.status == .pending || ticket.status == .hold else { return [] }
        let until = ticket.wakeAt.map { time($0) } ?? words.page.waitsForEver
        return [line([(words.page.waits, until + (reason.map { " (\($0))" } ?? ""))])]
    }

    func tags(_ record: TicketRecord) -> [String] {
        record.tags.isEmpty ? [] : [line([(words.page.tags, record.tags.joined(by: ", "))])]
    }

    private func due(_ ticket: Ticket, _ promises: TicketPromises?, _ now: Instant) -> [String] {
        let measures = promises?.running(ticket) ?? []
        guard !measures.isEmpty else { return [] }
        let facts = measures.map { measure in
            let due = measure.due.map { " (\(time($0)))" } ?? ""
            return "\(words.sla.goalName(measure.goal)) \(words.sla.standing(measure, now))\(due)"
        }
        return [line([(words.sla.due, facts.joined(by: " · "))])]
    }

    private func customer(_ ticket: Ticket, _ standing: Standing) -> String {
        guard let name = ticket.customer else { return words.list.none }
        return name + (standing.organisation.map { " (\($0))" } ?? "") + (standing.isVIP ? " VIP" : "")
    }

    /// Facts side by side, on a terminal as many as fit; one that is longer than the line goes on below.
    package func line(_ facts: [(String, String)]) -> String {
        let gap = 3
        var (text, used) = ("", 0)
        for (label, value) in facts {
            let value = SafeText.line(value)
            let width = DisplayWidth.of(label) + 1 + DisplayWidth.of(value)
            if !text.isEmpty {
                let isFull = terminal.width.map { used + gap + width > $0 } ?? false
                text += isFull ? "\n" : String(repeating: " ", count: gap)
                used = isFull ? 0 : used + gap
            }
            text += terminal.usesColour ? Style.dim.applied(to: label) : label
            text += " " + told(value, behind: used + DisplayWidth.of(label) + 1)
            used += width
        }
        return text
    }

    private func told(_ value: String, behind start: Int) -> String {
        guard let width = terminal.width, start + DisplayWidth.of(value) > width, start + 20 < width else {
            return TextDirection.isolated(value)
        }
        let lines = LineWrap.lines(of: value, width: width - start)
        let indent = "\n" + String(repeating: " ", count: start)
        return lines.map { TextDirection.isolated($0) }.joined(by: indent)
    }

    private func causes(_ causes: [TicketCause]) -> String {
        causes.map { "\($0.name) \(words.page.causeState($0))" }.joined(by: "    ")
    }

    func field(_ field: NamedText) -> [String] {
        let name = SafeText.line(field.name)
        let body = SafeText.isolatedBlock(field.text).split(separator: "\n", omittingEmptySubsequences: false)
        guard body.count > 1 else { return [line([(name, field.text)])] }
        return [name + ":"] + body.map { "    " + $0 }
    }

    /// Continuation lines stand under the text, so that nothing said can look like the next message.
    package func message(
        _ message: Message, of ticket: Ticket.Number? = nil, editors: [(message: Message.ID, name: String)] = []
    ) -> [String] {
        let place = ticket.map { MessagePlace(ticket: $0, sequence: message.sequence).label }
        let head = [place ?? "m\(message.sequence)", speaker(message), label(message), message.at.map(time) ?? ""]
        let first = head.filter { !$0.isEmpty }.joined(by: "  ")
        let editor = editors.first { $0.message == message.id }.map { TextDirection.isolated(SafeText.line($0.name)) }
        let edited = message.version > 1 ? "  " + words.page.edited(message.version - 1, editor) : ""
        let body = SafeText.isolatedBlock(message.body).split(separator: "\n", omittingEmptySubsequences: false)
        let head2 = terminal.usesColour ? Style.bold.applied(to: first) : first
        return [head2 + edited] + body.flatMap { line in wrapped(line).map { $0.isEmpty ? "" : "    " + $0 } }
    }

    /// On a terminal long lines go on below their beginning.
    private func wrapped(_ line: Substring) -> [String] {
        guard let width = terminal.width else { return [String(line)] }
        return LineWrap.lines(of: String(line), width: max(20, width - 4))
    }

    private func speaker(_ message: Message) -> String {
        TextDirection.isolated(SafeText.line(message.author ?? words.role(message.role)))
    }

    private func label(_ message: Message) -> String {
        var labels: [String] = []
        if message.role == .agent {
            labels.append(message.isInternal ? words.message.isInternal : words.message.isPublic)
        }
        if message.isDescription { labels.append(words.page.description) }
        if message.origin == .answer { labels.append(words.page.listedAnswer) }
        return labels.joined(by: " · ")
    }

    private func events(_ history: [HistoryEntry]) -> [String] {
        history.filter { $0.event.field != .updatedAt }.map { entry in
            let what = words.page.event(EventValueWords(words, zone: zone).told(entry))
            return TextDirection.isolated(
                SafeText.line("⟲ \(time(entry.at))  \(entry.agent)  \(what)  (op \(entry.operation))"))
        }
    }

    private func time(_ instant: Instant?) -> String {
        guard let instant else { return words.list.unknown }
        return TimeText.local(instant.milliseconds, offset: zone.offset(at: instant.milliseconds))
    }
}

extension String {
    fileprivate func orNone(_ words: Words) -> String { isEmpty ? words.list.none : self }
}
