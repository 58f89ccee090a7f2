import Reporting
import Workflow

extension Words.Errors {
    package static func english(_ misuse: ReportMisuse) -> [String] {
        switch misuse {
        case .noGroup(let kind):
            [
                "report \(kind) takes no --by.",
                "response, resolution, reopen, touch, time-in-status, sla and kb do, and category, agent and",
                "their like.",
                "desk report custom --rows category --cols team",
            ]
        case .severalEach(let kind, let group):
            [
                "report \(kind) takes no --by \(group): a ticket may have several.",
                "What it has one of does: --by team, agent, category, customer, channel.",
            ]
        case .noBucket(let kind):
            [
                "report \(kind) takes no --bucket here.",
                "volume, backlog and time-in-status do; response, resolution, reopen, touch, sla, kb, and",
                "category, agent and their like do without --by.",
            ]
        case .needsPeriod(let option):
            ["\(option) needs --from.", "Such as --from 2026Q1 or --from lastmonth."]
        case .backwards(let text): ["The period \(text) ends before it begins."]
        case .sameAxis:
            ["Rows and columns are the same, or both are times.", "Such as --rows category --cols month."]
        case .tooManyPeriods(let count, let most):
            ["\(count) periods are more than \(most).", "Longer ones, or --from and --to."]
        case .tooManyColumns(let count, let most):
            ["\(count) columns are more than \(most).", "--rows takes any number: let the two change places."]
        case .badName(let name):
            ["\"\(name)\" cannot be the name of a file.", "Such as monday-page: no slash, no dot in front."]
        case .badRecurrence(let text):
            ["\"\(text)\" is no time that comes again.", "day, monday or month, and a time: --every 'monday 07:00'"]
        case .notScheduled(let words):
            [
                words.isEmpty
                    ? "No report is named." : "No report can be kept as: \(words.map(ShellWord.plain).joined(by: " "))",
                "A report behind two dashes, without --out, --db and --dry-run: -- overview --from lastweek",
            ]
        case .noFolder(let path):
            ["There is no folder \(path).", "It must be there before a report is written into it."]
        case .noRow(let name, let nearest):
            [
                "The report has no row \"\(name)\".",
                nearest.map { "Did you mean \"\($0)\"?" } ?? "--drill all prints the queries of the totals.",
            ]
        }
    }
}
