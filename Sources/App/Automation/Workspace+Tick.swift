import Storage
import Workflow

/// What time alone did.
package struct TickResult: Sendable {
    package var woken: [Ticket.Number]
    package var closed: [Ticket.Number]
    package var runs: [RuleRun]
    package var notices: [SLANotice]
}

/// What is written into the history and into notes while time does its work, in the desk's language.
package struct TickTexts: Sendable {
    /// Why a ticket is open again.
    package var waitingIsOver: String
    /// Why a ticket is closed, with the length of time.
    package var noAnswerFor: @Sendable (String) -> String
    /// A note on a promise, with the time at which it is due.
    package var notice: @Sendable (SLANotice, String) -> String

    package init(
        waitingIsOver: String, noAnswerFor: @escaping @Sendable (String) -> String,
        notice: @escaping @Sendable (SLANotice, String) -> String
    ) {
        self.waitingIsOver = waitingIsOver
        self.noAnswerFor = noAnswerFor
        self.notice = notice
    }
}

extension Workspace {
    /// Does what is due: ends waiting, closes what was resolved long ago, runs rules, warns of promises and writes down how they
    /// ended. Doing it again at the same time changes nothing.
    package func tick(_ texts: TickTexts, in store: Store) throws -> TickResult {
        let woken = try store.wakeWhatIsDue(context.because(texts.waitingIsOver))
        let closed = try close(texts, in: store)
        let runs = try store.runRules(context, zones: Self.zones) { try queryContext(in: $0) }
        let (slaContext, zone) = try store.read { (try self.slaContext(in: $0), try self.zone(in: $0)) }
        let notices = try store.noticeSLA(slaContext, context) { notice in
            let due = notice.due.milliseconds
            return texts.notice(notice, TimeText.local(due, offset: zone.offset(at: due)))
        }
        if !context.isRehearsal { try store.writeSLAVerdicts(slaContext) }
        return TickResult(woken: woken, closed: closed, runs: runs, notices: notices)
    }

    private func close(_ texts: TickTexts, in store: Store) throws -> [Ticket.Number] {
        guard let length = try store.read({ try Settings.length(of: .autoclose, in: $0) }) else { return [] }
        return try store.closeWhatIsResolved(
            for: length, in: try calendar(in: store), context.because(texts.noAnswerFor(length.description)))
    }
}

extension CommandContext {
    /// The same command, with a reason.
    package func because(_ reason: String?) -> CommandContext {
        var context = self
        context.reason = reason
        return context
    }
}
