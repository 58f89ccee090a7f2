import Workflow

extension TicketRecord {
    /// Whether the desk's ticket tells all that the export's does.
    func says(the other: TicketRecord) -> Bool {
        var (a, b) = (ticket, other.ticket)
        a.number = b.number
        a.category = b.category
        a.version = b.version
        a.source = b.source
        b.mergedInto = a.mergedInto
        return a == b && texts == other.texts && comparableCauses == other.comparableCauses && fields == other.fields
            && messages.map(\.comparable) == other.messages.map(\.comparable) && relations.says(the: other.relations)
    }
}

extension TicketRecord {
    // The place of the message that shows a cause is another in an export than on a desk that took messages off.
    private var comparableCauses: [TicketCause] {
        causes.map { cause in
            var cause = cause
            cause.evidence = nil
            return cause
        }
    }

    // Texts are the same when their bytes are.
    private var texts: [[ExactText]] {
        let named = [
            ticket.statusText, ticket.priorityText, ticket.customer, ticket.assignee, ticket.team, ticket.channel,
        ]
        return [[ticket.title] + named.compactMap { $0 }, categoryPath, tags].map { $0.map(ExactText.init) }
    }
}

extension Message {
    fileprivate var comparable: MessageDraft {
        var draft = draft
        draft.origin = isTurn ? .typed : origin
        draft.author = nil
        return draft
    }
}
