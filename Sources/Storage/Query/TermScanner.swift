/// Steps through a short folded text of digits and marks: a date, a number, a length.
struct TermScanner {
    private(set) var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        rest = text[...].unicodeScalars
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The number that begins here, if it has so many digits and no more.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        let figures = rest.prefix { 0x30...0x39 ~= $0.value }
        guard digits ~= figures.count, let number = Int(String(figures)) else { return nil }
        rest = rest.dropFirst(figures.count)
        return number
    }

    mutating func digit() -> Int? {
        guard let scalar = rest.first, 0x30...0x39 ~= scalar.value else { return nil }
        rest = rest.dropFirst()
        return Int(scalar.value) - 0x30
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// The first of these that stands here, stepped over.
    mutating func skip(anyOf scalars: Unicode.Scalar...) -> Unicode.Scalar? {
        guard let first = rest.first, scalars.contains(first) else { return nil }
        rest = rest.dropFirst()
        return first
    }

    /// Everything up to the next digit, plus or minus sign, or space.
    mutating func word() -> String {
        let word = rest.prefix { !(0x30...0x39 ~= $0.value) && $0 != "+" && $0 != "-" && $0 != " " }
        rest = rest.dropFirst(word.count)
        return String(word)
    }
}
