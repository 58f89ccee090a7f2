extension String {
    /// Without white space at both ends.
    package var trimmed: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }

    package var nilWhenEmpty: String? { isEmpty ? nil : self }

    /// What follows the first line, without blank lines before it.
    package var withoutFirstLine: String {
        guard let end = firstIndex(of: "\n") else { return "" }
        return String(self[index(after: end)...].drop { $0 == "\n" })
    }

    /// Without what follows the first line.
    package var firstLine: String {
        split(separator: "\n", omittingEmptySubsequences: false).first.map { String($0) } ?? ""
    }
}

extension String {
    /// Without the characters at its ends for which a condition holds.
    package func trimming(_ isNoise: (Character) -> Bool) -> String {
        var text = self[...]
        while let first = text.first, isNoise(first) { text.removeFirst() }
        while let last = text.last, isNoise(last) { text.removeLast() }
        return String(text)
    }
}
