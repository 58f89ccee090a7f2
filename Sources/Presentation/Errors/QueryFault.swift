import Storage
import Workflow

extension QueryFault {
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
