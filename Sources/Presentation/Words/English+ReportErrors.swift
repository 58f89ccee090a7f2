import Reporting
import Workflow

extension Words.Errors {
    package static func english(_ misuse: ReportMisuse) -> [String] {
        switch misuse {
        case .noGroup(let kind):
            [
                "report \(kind) takes no --by.",
                "response, resolution, reopen, touch, sla and kb do, and category, agent and their like.",
                "desk report custom --rows category --cols team",
            ]
        case .noBucket(let kind):
            [
                "report \(kind) takes no --bucket here.",
                "volume and backlog do; response, resolution, reopen, touch, sla, kb, and category, agent and",
                "their like do without --by.",
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
        case .noRow(let name, let nearest):
            [
                "The report has no row \"\(name)\".",
                nearest.map { "Did you mean \"\($0)\"?" } ?? "--drill all prints the queries of the totals.",
            ]
        }
    }
}
