import Workflow

/// The text of a query as an array of scalars, for the parser to step through in constant time, with the way back to
/// places in the original.
struct QuerySource {
    /// Full-width ASCII forms and the ideographic space outside quotes are ASCII here: `状态：待处理` has a colon.
    let scalars: [Unicode.Scalar]
    /// For each scalar the index of the `Character` it belongs to, and the number of `Character`s at the end.
    private let characters: [Int]

    init(_ text: String) {
        var scalars: [Unicode.Scalar] = []
        var characters: [Int] = []
        scalars.reserveCapacity(text.utf8.count)
        var open: Quote?
        var index = 0
        for character in text {
            for scalar in character.unicodeScalars {
                scalars.append(QuerySource.read(scalar, &open))
                characters.append(index)
            }
            index += 1
        }
        characters.append(index)
        self.scalars = scalars
        self.characters = characters
    }

    var count: Int { scalars.count }

    subscript(_ index: Int) -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        // One by one: to append them all is generic, and the runtime would look for what a mapped sequence conforms to.
        for scalar in scalars[range] { view.append(scalar) }
        return String(view)
    }

    /// The place of some scalars in the original text, at least one character long unless at its end.
    func range(_ range: Range<Int>) -> Query.SourceRange {
        let start = characters[range.lowerBound]
        let end = range.isEmpty ? start : characters[range.upperBound - 1] + 1
        return Query.SourceRange(offset: start, length: end - start)
    }

    private static func read(_ scalar: Unicode.Scalar, _ open: inout Quote?) -> Unicode.Scalar {
        let quote = Quote(scalar)
        if let inside = open {
            if quote == inside { open = nil }
            return scalar
        }
        open = quote
        if quote != nil { return scalar }
        return switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000: " "
        default: scalar
        }
    }
}

extension QuerySource {
    /// The two kinds of quotation marks; each is closed by its own kind only, so either can hold the other.
    enum Quote {
        /// `"`, doubled inside to stand for itself.
        case straight
        /// `“`, `”` and the full-width mark: input methods mix them, so any of them opens and closes.
        case curly

        init?(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "\"": self = .straight
            case "\u{201C}", "\u{201D}", "\u{FF02}": self = .curly
            default: return nil
            }
        }
    }
}

extension Query {
    /// A place in the text of a query, counted in `Character`s of the text as it was given, so that a caret can be
    /// printed under it by display width.
    package struct SourceRange: Hashable, Sendable {
        package var offset: Int
        package var length: Int

        package init(offset: Int, length: Int) {
            self.offset = offset
            self.length = length
        }

        /// For terms that nobody typed.
        package static let nowhere = SourceRange(offset: 0, length: 0)
    }
}

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
