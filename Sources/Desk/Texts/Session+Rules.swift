import Presentation
import Storage
import Workflow

/// Rules that look at what a command has just changed. Those that wait for a time are left to `desk tick`.
extension Session {
    /// What rules did is a remark: the command is done, whatever becomes of them.
    /// - Parameter operation: what the command did, of which this is a consequence.
    func runRules(
        on tickets: [Ticket.Number], after operation: Int64?, _ context: CommandContext, in store: Store
    ) throws {
        guard !tickets.isEmpty, let operation else { return }
        do {
            var context = context
            context.cause = operation
            let runs = try store.runRules(context, on: tickets, zones: { try ZoneFile.rules(named: $0) }) {
                try scene(in: $0)
            }
            for run in runs where !globals.quiet { try note(told(run)) }
        } catch {
            try note(ExitReport(words: words, isJSON: false).reason(of: error))
        }
    }

    /// A line about what a rule did, or why it could not be read.
    func told(_ run: RuleRun) -> String {
        guard let fault = run.fault else { return words.texts.ran(run, globals.isDryRun) }
        let error: any Error =
            switch fault {
            case .query(let error, let text): QueryFault(error: error, text: text)
            case .step(let error): error
            case .noAgent(let name): StorageError.unknownActor(name)
            }
        return words.texts.failed(run.rule, ExitReport(words: words, isJSON: false).reason(of: error))
    }
}
