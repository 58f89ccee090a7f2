import Knowledge
import Presentation
import Storage
import Workflow

/// Prints answers from old cases.
struct AnswerTelling {
    let session: Session

    func tell(_ found: Suggestions, query: String?) throws {
        guard session.tellsPeople else { return try session.show(rows(found, query), zone: .utc) }
        guard !found.answers.isEmpty else { return try session.print(session.words.knowledge.noAnswer) }
        let parts = found.answers.enumerated().map { place, answer in lines(answer, place + 1).joined(by: "\n") }
        try session.print(parts.joined(by: "\n\n"))
    }

    private func lines(_ answer: Suggestions.Answer, _ place: Int) -> [String] {
        let words = session.words.knowledge
        let title = words.answerTitle(place, source(answer), answer.uses)
        let width = (session.terminal.width ?? 100) - 3
        let text = answer.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            LineWrap.lines(of: SafeText.line(String(line)), width: width).map { "   " + $0 }
        }
        let shown = session.terminal.usesColour ? Style.bold.applied(to: title) : title
        let because = answer.words.isEmpty ? [] : ["   \(words.because): \(answer.words.joined(by: " "))"]
        return ([shown] + text + because).map { TextDirection.isolated($0) }
    }

    private func source(_ answer: Suggestions.Answer) -> String {
        let words = session.words.knowledge
        let nearness = " (\(TriagePage.score(min(1, answer.similarity))))"
        if case .canned(let name, _) = answer.source { return words.canned(SafeText.line(name)) + nearness }
        if case .article(_, let label) = answer.source { return label + nearness }
        return words.from(answer.evidence.prefix(5).map { "#\($0.rawValue)" }.joined(by: " ")) + nearness
    }

    private func rows(_ found: Suggestions, _ query: String?) -> Rows {
        let words = session.words
        return Rows(
            .answers, query: query,
            fields: [
                RowField("answer", .text, column: Column(heading: words.knowledge.answer)),
                RowField("similarity", .number, column: Column(heading: words.knowledge.similarity, alignment: .right)),
                RowField("tickets", .list, column: Column(heading: words.headings.tickets)),
                RowField("canned", .text, column: Column(heading: words.headings.name)),
                RowField("article", .text, column: Column(heading: words.articles.article)),
                RowField("words", .list, column: Column(heading: words.knowledge.because)),
                RowField("uses", .number, column: Column(heading: words.knowledge.uses, alignment: .right)),
            ],
            entries: found.answers.map { answer in
                var (name, article): (String?, String?)
                if case .canned(let canned, _) = answer.source { name = canned }
                if case .article(_, let label) = answer.source { article = label }
                return [
                    RowEntry(.text(answer.text)), RowEntry(TriagePage.rounded(answer.similarity)),
                    RowEntry(.numbers(answer.evidence.map(\.rawValue))), .optional(name), .optional(article),
                    RowEntry(.list(answer.words)), RowEntry(.number(Int64(answer.uses))),
                ]
            })
    }
}
