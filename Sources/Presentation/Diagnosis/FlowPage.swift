import Storage
import Workflow

/// A walk through an article, as people and programs read it.
package struct FlowPage {
    let words: Words
    let article: Article.Number
    let walk: FlowWalk
    /// Where the article wants a ticket filed.
    let category: [String]?

    package init(_ walk: FlowWalk, of article: Article.Number, category: [String]?, words: Words) {
        self.words = words
        self.article = article
        self.walk = walk
        self.category = category
    }

    /// What was answered, one line a step, and where that leads.
    package var lines: [String] {
        var lines = ["\(SafeText.line(walk.flow.title)) · \(article)"]
        lines += walk.passed.map { passed in
            let step = walk.flow.steps[passed.step]
            return "  \(SafeText.line(step.title)) → \(words.flow.answer(passed.answer))"
        }
        if walk.isOpen { return lines + [words.flow.open] + filing }
        return lines + (walk.isOver ? [words.flow.end] : []) + stepLines + (walk.isOver ? filing : [])
    }

    /// The step that waits, with what it tells.
    package var stepLines: [String] {
        let told = walk.step.text.split(separator: "\n").map { "    " + SafeText.line(String($0)) }
        return ["  " + SafeText.line(walk.step.title)] + told
    }

    package var question: String { words.flow.ask(walk.answers.map(words.flow.answer)) }

    /// The title of a ticket about it.
    package var title: String {
        words.flow.title(walk.flow.title, walk.isOpen ? words.flow.open : walk.step.title)
    }

    private var filing: [String] {
        category.map { [words.flow.category(SafeText.line($0.joined(by: CategoryTree.separator)))] } ?? []
    }

    /// `Document.flow`
    package func json(ticket: Ticket.Number?) -> JSONValue {
        [
            "article": .string("\(article)"), "title": .string(walk.flow.title),
            "passed": .array(
                walk.passed.map { passed in
                    let step = walk.flow.steps[passed.step]
                    return [
                        "step": .string(step.title), "line": .integer(Int64(step.line)),
                        "answer": .string(passed.answer.rawValue),
                    ]
                }),
            "ended": .bool(walk.isOver), "settled": .bool(walk.isOver && !walk.isOpen),
            "step": .string(walk.step.title), "line": .integer(Int64(walk.step.line)),
            "text": .string(walk.step.text), "answers": .strings(walk.answers.map(\.rawValue)),
            "category": .optional(category?.joined(by: CategoryTree.separator)), "ticket": .optional(ticket?.rawValue),
        ]
    }
}
