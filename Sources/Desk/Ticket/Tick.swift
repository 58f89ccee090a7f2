import Presentation
import ArgumentParser
import Storage
import Workflow

/// `desk tick`: does what is due. To be run every few minutes; running it twice does nothing more.
struct Tick: Verb {
    static let configuration = CommandConfiguration(
        commandName: "tick",
        abstract: "Do what is due: end waiting, close what was resolved long ago, run rules, warn of promises.",
        discussion: "Run it from cron. desk config get resolved.autoclose says when resolved tickets close.")

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        var context = session.context
        let words = session.words.settings
        context.reason = words.waitingIsOver
        let woken = try store.wakeWhatIsDue(context)
        try session.print(words.woken(woken, globals.isDryRun))
        try close(session, store, context)
        context.reason = nil
        let runs = try store.runRules(context, zones: { try ZoneFile.rules(named: $0) }) {
            try session.scene(in: $0)
        }
        for run in runs { try session.print(session.told(run)) }
        try keepPromises(session, store, context)
    }

    private func keepPromises(_ session: Session, _ store: Store, _ context: CommandContext) throws {
        let (world, zone) = try store.read { (try session.slaWorld(in: $0), try session.zone(in: $0)) }
        let words = session.words.sla
        let notices = try store.noticeSLA(world, context) { notice in
            words.notice(
                notice, TimeText.local(notice.due.milliseconds, offset: zone.offset(at: notice.due.milliseconds)))
        }
        for notice in notices { try session.print(words.told(notice)) }
        if !globals.isDryRun { try store.settleSLA(world) }
    }

    private func close(_ session: Session, _ store: Store, _ context: CommandContext) throws {
        guard let length = try store.read({ try Settings.length(of: .autoclose, in: $0) }) else { return }
        let words = session.words.settings
        var context = context
        context.reason = words.noAnswerFor(length.description)
        let closed = try store.closeWhatIsResolved(
            for: length, in: try session.calendar(in: store), context)
        if !closed.isEmpty { try session.print(words.autoclosed(closed, globals.isDryRun)) }
    }
}
