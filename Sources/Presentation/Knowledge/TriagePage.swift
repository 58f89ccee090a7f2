import Knowledge
import Storage
import Workflow

/// What is proposed for tickets or texts, as people and programs read it.
package struct TriagePage {
    package let words: Words
    /// The least score, from 0 to 1, of what is told.
    package let minimum: Double
    package let parts: [TriagePart]
    package let categories: CategoryTree

    package init(words: Words, minimum: Double, parts: [TriagePart], categories: CategoryTree) {
        self.words = words
        self.minimum = minimum
        self.parts = parts
        self.categories = categories
    }

    package func text(_ results: [TriageResult]) -> String {
        results.map { lines($0).joined(by: "\n") + "\n" }.joined(by: "\n")
    }

    private func lines(_ result: TriageResult) -> [String] {
        var lines: [String] = []
        if let ticket = result.ticket {
            let now = categories.printedPath(of: ticket.category).map { " · \($0)" } ?? ""
            lines.append("#\(ticket.number.rawValue)  \(SafeText.line(ticket.title))\(SafeText.line(now))")
        }
        if parts.contains(.category) { lines += category(result.proposal) }
        if parts.contains(.cause) { lines += guesses(words.knowledge.causes, result.votes.causes) }
        if parts.contains(.tag) { lines += guesses(words.knowledge.tags, result.votes.tags) }
        if parts.contains(.prio), let priority = result.votes.priority,
            priority.value != .normal, priority.score >= minimum
        {
            lines.append(
                line(words.knowledge.priority, "\(words.priority(priority.value)) \(Self.score(priority.score))"))
        }
        return lines.map { TextDirection.isolated($0) }
    }

    private func category(_ proposal: Proposal) -> [String] {
        guard let best = proposal.category(atLeast: minimum) else {
            let nearest = proposal.categories.prefix(3).filter { $0.score >= Triage.leastNamed }
            let guess = nearest.map { "\(path($0)) \(Self.score($0.score))" }.joined(by: " · ")
            return [line(words.knowledge.category, words.knowledge.dontKnow(guess))]
        }
        let others = proposal.categories.dropFirst().prefix(2).filter { $0.score >= Triage.leastNamed }
        var lines = [line(words.knowledge.category, "\(path(best)) \(Self.score(best.score))")]
        if !others.isEmpty {
            lines.append(line("", others.map { "\(path($0)) \(Self.score($0.score))" }.joined(by: " · ")))
        }
        lines.append(line(words.knowledge.because, because(proposal.because)))
        lines.append(line(words.knowledge.evidence, evidence(proposal)))
        return lines
    }

    private func guesses(_ name: String, _ guesses: [NeighbourVotes.Guess]) -> [String] {
        let sure = guesses.filter { $0.score >= minimum }
        guard !sure.isEmpty else { return [] }
        return [line(name, sure.map { "\(SafeText.line($0.name)) \(Self.score($0.score))" }.joined(by: " · "))]
    }

    private func line(_ name: String, _ text: String) -> String {
        "  " + DisplayWidth.padded(name, to: words.knowledge.nameWidth) + "  " + text
    }

    private func path(_ guess: CategoryGuess) -> String {
        SafeText.line(guess.path.joined(by: CategoryTree.separator))
    }

    private func because(_ reasons: [Reason]) -> String {
        reasons.map { "\(SafeText.line($0.word))(+\(Self.score($0.weight)))" }.joined(by: " ")
    }

    private func evidence(_ proposal: Proposal) -> String {
        let tickets = proposal.evidence.map { "#\($0.rawValue)" }.joined(by: " ")
        return [tickets, SafeText.line(proposal.articles.joined(by: ", "))].filter { !$0.isEmpty }.joined(by: " · ")
    }

    /// The number with two digits, for programs.
    package static func rounded(_ score: Double) -> RowValue { .decimal((score * 100).rounded() / 100) }

    /// Two digits.
    package static func score(_ score: Double) -> String {
        let hundredths = Int((score * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    package func json(_ result: TriageResult) -> JSONValue {
        let number: JSONValue = result.ticket.map { .integer($0.number.rawValue) } ?? .null
        return TriageJSON.item(JSONObject.Member(name: "number", value: number), result.proposal, result.votes)
    }

    package func rows(_ results: [TriageResult]) -> Rows {
        let headings = words.headings
        return Rows(
            .triage,
            fields: [
                RowField("number", .number, column: Column(heading: headings.id, alignment: .right)),
                RowField("category", .text, column: Column(heading: headings.category)),
                RowField("score", .number, column: Column(heading: words.knowledge.score, alignment: .right)),
                RowField("because", .text, column: Column(heading: words.knowledge.because)),
                RowField("evidence", .text, column: Column(heading: words.knowledge.evidence)),
            ],
            entries: results.map { result in
                let best = result.proposal.category(atLeast: minimum)
                return [
                    RowEntry(result.ticket.map { .number($0.number.rawValue) } ?? .null),
                    RowEntry(best.map { .text($0.path.joined(by: CategoryTree.separator)) } ?? .null),
                    RowEntry(best.map { Self.rounded($0.score) } ?? .null),
                    RowEntry(.text(because(result.proposal.because))),
                    RowEntry(.text(evidence(result.proposal))),
                ]
            })
    }
}
