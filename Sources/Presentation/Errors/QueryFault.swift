import Storage
import Workflow

/// A query that was refused, with its text.
package struct QueryFault: Error {
    package var error: QueryError
    package var text: String

    package init(error: QueryError, text: String) {
        self.error = error
        self.text = text
    }

    /// The words at the place that is wrong.
    package var typed: String { String(text.dropFirst(error.range.offset).prefix(error.range.length)) }

    /// The query, and a caret under the place that is wrong.
    package var caret: String {
        let range = error.range
        let characters = Array(text)
        let before = SafeText.line(String(characters.prefix(range.offset)))
        let place = SafeText.line(String(characters.dropFirst(range.offset).prefix(max(1, range.length))))
        let marks = String(repeating: "^", count: max(1, DisplayWidth.of(place)))
        return "  \(SafeText.line(text))\n  \(String(repeating: " ", count: DisplayWidth.of(before)))\(marks)\n"
    }
}
