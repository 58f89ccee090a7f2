import App
import Presentation
import Storage
import Workflow

/// Who is going to read a text that is being written.
enum TextDestiny {
    case reply, note
    /// What the customer said, written down.
    case heard
}

/// Above a text in the editor: who is going to read it, on which ticket, and what was said last.
struct DestinyLines {
    let session: Session
    let destiny: TextDestiny
    let choice: TicketChoice

    /// Each line begins with #.
    func text(in store: Store) throws -> String {
        try store.read { db in
            let queryContext = try session.queryContext(in: db)
            let numbers = try choice.find(queryContext, in: db)
            let tickets = try numbers.compactMap { try TicketRows.find($0, in: db) }
            let words = session.words.drafts
            guard tickets.count == 1, let ticket = tickets.first else {
                let list = tickets.prefix(8).map { "#\($0.number.rawValue)" }.joined(by: ", ")
                return "# " + words.destiny(destiny.word, nil, list + (tickets.count > 8 ? " …" : "")) + hint
            }
            let subject = "#\(ticket.number.rawValue) " + short(ticket.title)
            var lines = "# " + words.destiny(destiny.word, ticket.customer.map(short), subject)
            if let last = try MergeTargets.messages(of: ticket.number, in: db).last {
                let zone = try session.zone(in: db)
                let time = last.at.map { TimeText.local($0.milliseconds, offset: zone.offset(at: $0.milliseconds)) }
                let speaker = last.author ?? session.words.role(last.role)
                lines += "\n# " + words.lastSaid(short(speaker), time ?? session.words.list.unknown, short(last.body))
            }
            return lines + hint
        }
    }

    private var hint: String { "\n# " + session.words.drafts.destinyHint }

    private func short(_ text: String) -> String { DisplayWidth.truncated(SafeText.line(text), to: 60) }
}

extension TextDestiny {
    fileprivate var word: Words.Drafts.Destiny {
        switch self {
        case .reply: .reply
        case .note: .note
        case .heard: .heard
        }
    }
}
