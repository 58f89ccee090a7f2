import Presentation

/// A command line as it is mostly typed: a verb, its words, and options written out plainly. Reading one takes
/// microseconds; the argument parser needs longer for it than all the rest of `desk show` takes, because it learns what a
/// command declares by reflection. Whatever is out of the ordinary is left to the parser, mistakes above all.
///
/// No value begins with a dash here, so whatever does is an option, and the order in which they are taken out is free.
struct QuickLine {
    private var tokens: [String]
    /// Something is there that only the parser understands.
    private(set) var isOdd = false

    init(_ arguments: [String]) { tokens = arguments }

    /// The value of an option, taken out of the line.
    mutating func value(_ names: String...) -> String? {
        guard let place = tokens.firstIndex(where: names.contains) else { return nil }
        guard place + 1 < tokens.count, !Self.isOption(tokens[place + 1]) else { return odd() }
        let value = tokens[place + 1]
        tokens.removeSubrange(place...place + 1)
        // Given twice, it is the parser's to decide.
        return tokens.contains(where: names.contains) ? odd() : value
    }

    /// The values of an option that may be repeated.
    mutating func values(_ name: String) -> [String] {
        var values: [String] = []
        while let place = tokens.firstIndex(of: name) {
            guard place + 1 < tokens.count, !Self.isOption(tokens[place + 1]) else {
                isOdd = true
                return values
            }
            values.append(tokens[place + 1])
            tokens.removeSubrange(place...place + 1)
        }
        return values
    }

    mutating func number(_ name: String) -> Int? {
        guard let text = value(name) else { return nil }
        return Int(text) ?? odd()
    }

    mutating func flag(_ names: String...) -> Bool {
        guard let place = tokens.firstIndex(where: names.contains) else { return false }
        tokens.remove(at: place)
        return true
    }

    /// A value of a small set, by its own word.
    mutating func choice<Choice: RawRepresentable>(_ name: String) -> Choice? where Choice.RawValue == String {
        guard let text = value(name) else { return nil }
        return Choice(rawValue: text) ?? odd()
    }

    /// What is left, when all options have been taken out.
    mutating func words() -> [String] {
        if tokens.contains(where: Self.isOption) { isOdd = true }
        return tokens
    }

    /// The one word that is left, if any.
    mutating func onlyWord() -> String? {
        let words = words()
        return words.count > 1 ? odd() : words.first
    }

    /// The word at the front.
    mutating func takeFirst() -> String? {
        guard let first = tokens.first, !Self.isOption(first) else { return nil }
        return tokens.removeFirst()
    }

    /// Leaves the line to the parser.
    mutating func giveUp() { isOdd = true }

    private mutating func odd<T>() -> T? {
        isOdd = true
        return nil
    }

    /// A lone `-` means standard input.
    private static func isOption(_ word: String) -> Bool { word.utf8.first == UInt8(ascii: "-") && word != "-" }
}
