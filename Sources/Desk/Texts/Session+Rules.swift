import App
import Presentation
import Storage
import Workflow

/// Rules that look at what a command has just changed. Those that wait for a time are left to `desk tick`.
extension Session {
    /// What rules did is a remark: the command is done, whatever became of them.
    func tell(_ consequences: Consequences) throws {
        for run in consequences.runs where !globals.quiet { try note(told(run)) }
        if let failure = consequences.failure {
            try note(ExitReport(words: words, isJSON: false).reason(of: failure))
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
