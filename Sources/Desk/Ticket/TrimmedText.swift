extension String {
    /// Without white space at both ends.
    var trimmed: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }

    var nilWhenEmpty: String? { isEmpty ? nil : self }

    /// What follows the first line, without blank lines before it.
    var withoutFirstLine: String {
        guard let end = firstIndex(of: "\n") else { return "" }
        return String(self[index(after: end)...].drop { $0 == "\n" })
    }

    /// Without what follows the first line.
    var firstLine: String { split(separator: "\n", omittingEmptySubsequences: false).first.map { String($0) } ?? "" }
}
