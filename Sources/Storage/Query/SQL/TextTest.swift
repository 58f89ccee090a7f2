import Workflow

/// Tells texts that meet a value by the comparison of a term, however both are written.
struct TextTest {
    private let wanted: [UInt8]
    private let comparison: Query.Comparison

    /// Nil when the value is no text.
    init?(_ term: Query.Term, _ value: Query.Value) {
        guard let wanted = value.foldedText else { return nil }
        self.init(wanted, term.comparison)
    }

    /// - Parameter wanted: is folded.
    init(_ wanted: String, _ comparison: Query.Comparison) {
        self.wanted = Array(wanted.utf8)
        self.comparison = comparison
    }

    func admits(_ text: String) -> Bool { admits(folded: folded(text)) }

    /// The same of a text that is folded already. Folded texts are the same when their bytes are.
    func admits(folded text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            switch comparison {
            case .contains: bytes.holds(wanted)
            case .starts: bytes.starts(with: wanted)
            default: bytes.elementsEqual(wanted)
            }
        }
    }
}

extension Query.Term {
    /// Whether a text meets a value, by the term's comparison, however both are written.
    func admits(_ text: String, _ value: Query.Value) -> Bool { TextTest(self, value)?.admits(text) ?? false }
}

extension Query.Value {
    /// The text of a value, folded for comparing; nil when it is no text.
    var foldedText: String? {
        switch content {
        case .text(let text), .handle(let text): folded(text)
        case .number(let number): String(number)
        default: nil
        }
    }
}
