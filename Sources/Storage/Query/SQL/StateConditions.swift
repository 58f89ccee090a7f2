import Workflow

/// Conditions on where a ticket stands and what it has.
extension QueryConditions {
    mutating func statusCondition(_ value: Query.Value) throws -> String {
        guard case .status(let status) = value.content else { return "1 = 0" }
        return "ticket.status = \(bind(.integer(status.rawValue)))"
    }

    mutating func flagCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        switch value.content {
        case .status: return try statusCondition(value)
        case .flag(.open): return among("ticket.status", Status.allCases.filter(\.isOpen).map(\.rawValue))
        case .flag(.waiting): return among("ticket.status", [Status.pending.rawValue, Status.hold.rawValue])
        case .flag(.merged): return "ticket.merged_into IS NOT NULL"
        case .flag(.deleted): return "ticket.removal <> \(Removal.none.rawValue)"
        case .flag(.any), .flag(.ever): return "1 = 1"
        case .flag(.unread): return Timeline.isUnread
        case .flag(.overdue): return try overdueCondition(at: value.range)
        default: return "1 = 0"
        }
    }

    mutating func partCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        switch value.content {
        case .part(.note):
            """
            EXISTS (SELECT 1 FROM message WHERE message.ticket_id = ticket.id AND message.is_internal = 1
                AND message.removal = 0)
            """
        case .part(.cause): Self.hasCause
        case .part(.missingFile): missingFileCondition()
        case .part(.draft):
            try among("ticket.id", queryContext.drafts?().map(\.rawValue) ?? [])
        case .part(.attachment): "\(Self.attachmentCount) > 0"
        case .part(.description): MissingData.description
        case .part(.reply): MissingData.reply
        case .part(.placeholder): MissingData.placeholder
        case .part(.differingAnswers): MissingData.differingAnswers
        case .part(.article): "ticket.id IN \(ArticleUse.helped)"
        case .part(.history): MissingData.history
        case .part(.answer): "ticket.id IN \(AnswerUses.tickets)"
        default: throw QueryError.notSupported(term.field, at: value.range)
        }
    }

    /// A cause counts unless it was rejected or only says that none is known.
    static let hasCause = """
        EXISTS (SELECT 1 FROM ticket_cause JOIN cause ON cause.id = ticket_cause.cause_id
            WHERE ticket_cause.ticket_id = ticket.id
                AND ticket_cause.state <> \(CauseState.rejected.rawValue) AND cause.is_placeholder = 0)
        """

    mutating func causeStateCondition(_ value: Query.Value) throws -> String {
        guard case .causeState(let state) = value.content, let known = CauseState(name: state.rawValue) else {
            return "1 = 0"
        }
        return """
            EXISTS (SELECT 1 FROM ticket_cause JOIN cause ON cause.id = ticket_cause.cause_id
                WHERE ticket_cause.ticket_id = ticket.id AND cause.is_placeholder = 0
                    AND ticket_cause.state = \(bind(.integer(known.rawValue))))
            """
    }

    mutating func channelCondition(_ term: Query.Term, _ value: Query.Value) throws -> String {
        switch value.content {
        case .none: return "ticket.channel IS NULL"
        case .any: return "ticket.channel IS NOT NULL"
        default:
            let rows = try db.rows("SELECT DISTINCT channel FROM ticket WHERE channel IS NOT NULL")
            let channels = try rows.map { try $0.text(0) }.filter { term.admits($0, value) }
            return amongTexts("ticket.channel", channels)
        }
    }
}
