import Knowledge
import Presentation
import Storage
import Workflow

/// Says how often triage is right.
struct TriageEvaluation {
    let session: Session
    let folds: Int

    func run() throws {
        guard (2...50).contains(folds) else { throw UsageError.badFolds }
        let store = try session.openForReading()
        var bar = Bar(session, session.words.knowledge.evaluating)
        let evaluation = try store.read { db in
            try Evaluation(folds: folds, in: db) { try bar.show($0, of: $1, every: 16) }
        }
        try bar.end()
        let words = session.words.knowledge
        guard evaluation.all.asked > 0 || session.answersInJSON else { return try session.note(words.noneToEvaluate) }
        if session.isTable || session.globals.askedFormat == nil {
            try session.print(words.evaluated(evaluation))
        }
        try session.show(rows(evaluation), zone: .utc)
    }

    private func rows(_ evaluation: Evaluation) -> Rows {
        let words = session.words
        let lines =
            [(words.report.total, evaluation.all)]
            + evaluation.categories.map { ($0.path.joined(by: CategoryTree.separator), $0.score) }
        func column(_ heading: String) -> Column { Column(heading: heading, alignment: .right) }
        return Rows(
            .evaluation,
            fields: [
                RowField(
                    "category", .text,
                    column: Column(heading: words.headings.category, flexibility: .rest(minimum: 16))),
                RowField("tickets", .number, column: column(words.headings.tickets)),
                RowField("top1", .text, column: column("TOP-1")), RowField("top3", .text, column: column("TOP-3")),
                RowField("product", .text, column: column(words.knowledge.product)),
                RowField("commonest", .text, column: column(words.knowledge.commonest)),
            ],
            entries: lines.map { name, score in
                [RowEntry(.text(name)), RowEntry(.number(Int64(score.asked)))]
                    + [score.top1, score.top3, score.product, score.commonest].map {
                        RowEntry(.text(Self.share($0, of: score.asked)))
                    }
            })
    }

    /// Three digits behind the point.
    private static func share(_ part: Int, of whole: Int) -> String {
        let thousandths = (part * 2000 + whole) / (whole * 2)
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
