import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk tick`: does what is due. To be run every few minutes; running it twice does nothing more.
struct Tick: Verb {
    static let configuration = CommandConfiguration(
        commandName: "tick",
        abstract:
            "Do what is due: end waiting, close what was resolved long ago, run rules, warn of promises, write reports.",
        discussion: "Run it from cron. desk config get resolved.autoclose says when resolved tickets close.")

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let words = session.words
        let texts = TickTexts(
            waitingIsOver: words.settings.waitingIsOver, noAnswerFor: words.settings.noAnswerFor,
            notice: words.sla.notice)
        let done = try session.workspace.tick(texts, in: store)
        if !done.woken.isEmpty { try session.print(words.settings.woken(done.woken, globals.isDryRun)) }
        if !done.closed.isEmpty { try session.print(words.settings.autoclosed(done.closed, globals.isDryRun)) }
        for run in done.runs { try session.print(session.told(run)) }
        for notice in done.notices { try session.print(words.sla.told(notice)) }
        let reports = try ScheduledReport.writeDue(session, in: store)
        for report in reports { try session.print(report.message) }
        let isQuiet =
            done.woken.isEmpty && done.closed.isEmpty && done.runs.isEmpty && done.notices.isEmpty && reports.isEmpty
        // Where cron asks, nothing is worth no mail.
        if isQuiet && session.terminal.isTerminal { try session.print(words.settings.nothingDue) }
        guard session.answersInJSON else { return }
        let document = WorkDocuments.tick(
            woken: done.woken, closed: done.closed, runs: done.runs.map { ($0, session.told($0)) },
            notices: done.notices, reports: reports.map { ($0.name, $0.path, $0.message) },
            isDryRun: globals.isDryRun)
        try session.answer(.tick, document)
    }
}
