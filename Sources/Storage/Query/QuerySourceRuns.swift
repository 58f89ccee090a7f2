import Workflow

extension QuerySource {
    func isSpace(at index: Int) -> Bool { self[index]?.isSpace ?? false }

    func isParenthesis(at index: Int) -> Bool { self[index] == "(" || self[index] == ")" }

    func quote(at index: Int) -> Quote? { self[index].flatMap(Quote.init) }

    /// Whether an operator begins here; a lone `!` is an ordinary letter.
    func isOperator(at index: Int) -> Bool {
        switch self[index] {
        case ":", "=", "<", ">", "~", "^": true
        case "!": self[index + 1] == "="
        default: false
        }
    }

    /// The end of the word, or of the name before an operator, that begins here.
    func endOfRun(from start: Int) -> Int {
        var end = start
        while end < count, !isSpace(at: end), !isParenthesis(at: end), quote(at: end) == nil, !isOperator(at: end) {
            end += 1
        }
        return end
    }

    func afterSpaces(from start: Int) -> Int {
        var end = start
        while isSpace(at: end) { end += 1 }
        return end
    }
}
