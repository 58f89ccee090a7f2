import ArgumentParser
import Storage
import Workflow

/// `desk pend`: the customer has to answer first.
struct Pend: ChangeVerb {
    static let configuration = CommandConfiguration(commandName: "pend", abstract: "Wait for the customer.")
    @OptionGroup var targets: Targets
    @OptionGroup var wait: WaitOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ deed: Deed) throws -> TicketVerb {
        .pend(until: try wait.end(session, in: store))
    }
}

/// `desk hold`: something else has to happen first.
struct Hold: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Wait for something else, such as a supplier.")
    @OptionGroup var targets: Targets
    @OptionGroup var wait: WaitOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ deed: Deed) throws -> TicketVerb {
        .hold(until: try wait.end(session, in: store))
    }
}

/// `desk wake`: the waiting is over.
struct Wake: ChangeVerb {
    static let configuration = CommandConfiguration(
        commandName: "wake", abstract: "Stop waiting: the tickets are open again.")
    @OptionGroup var targets: Targets
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func verb(_ session: Session, in store: Store, _ deed: Deed) throws -> TicketVerb { .wake }
}

/// Until when a ticket waits.
struct WaitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A day or time, such as 2026-12-01 or +3d; without it, until somebody acts.", valueName: "date"))
    var until: String?

    /// - Throws: `UsageError.badTime`, also for a time that has passed.
    func end(_ session: Session, in store: Store) throws -> Instant? {
        guard let until else { return nil }
        let zone = try store.read { ZoneOffsets(try session.zone(in: $0)) }
        let start = DateExpression(folded(until))?.interval(now: session.now.milliseconds, zone: zone)
        guard let start = start?.lowerBound, start > session.now.milliseconds else { throw UsageError.badTime(until) }
        return Instant(milliseconds: start)
    }
}
