import ArgumentParser
import Storage
import Workflow

/// `desk reply`: tells the customer something.
struct Reply: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "reply", abstract: "Answer the customer: a PUBLIC message.")
    @OptionGroup var targets: Targets
    @OptionGroup var text: TextOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ deed: Deed) throws -> TicketVerb {
        .reply(try text.needed(session))
    }
}

/// `desk note`: tells the other agents something.
struct Note: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write an INTERNAL note, which only agents see.")
    @OptionGroup var targets: Targets
    @OptionGroup var text: TextOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ deed: Deed) throws -> TicketVerb {
        .note(try text.needed(session))
    }
}

/// `desk receive`: writes down what the customer said.
struct Receive: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "receive", abstract: "Write down what the customer said.",
        discussion: "A waiting or resolved ticket is open again.")
    @OptionGroup var targets: Targets
    @OptionGroup var text: TextOptions

    @Option(help: ArgumentHelp("When it was said, when not now: 2026-03-02T09:12:00+08:00.", valueName: "time"))
    var at: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ deed: Deed) throws -> TicketVerb {
        let at = try self.at.map { text in
            guard let milliseconds = TimeText.instant(rfc3339: text) else { throw UsageError.badTime(text) }
            return Instant(milliseconds: milliseconds)
        }
        return .receive(try text.needed(session), at: at)
    }
}

extension TextOptions {
    /// The text that a message cannot do without; on a terminal the editor is asked for it.
    func needed(_ session: Session) throws -> String {
        if let text = try read(session) {
            guard !text.isEmpty else { throw Refusal.emptyText }
            return text
        }
        guard session.canAsk else { throw Refusal.emptyText }
        return try session.compose()
    }
}
