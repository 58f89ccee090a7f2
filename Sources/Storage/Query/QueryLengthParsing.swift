import Workflow

extension Query.Length {
    /// Reads `3d`, `3d4h`, `3d 4h`, `8bh`, `2bd`, `3天4小时`, `30分钟`, `2周`. Nil for all else, also for wall and
    /// business time in one.
    package init?(_ text: String) {
        var scanner = TermScanner(folded(text))
        var amounts: [Query.Amount] = []
        while !scanner.isAtEnd {
            guard let amount = Query.Amount(&scanner), amount.unit != .month, amount.unit != .year else { return nil }
            amounts.append(amount)
            // Only between two amounts: folding has trimmed the ends.
            _ = scanner.skip(" ")
        }
        let business = amounts.count { $0.unit.isBusiness }
        guard !amounts.isEmpty, amounts.count <= 8, business == 0 || business == amounts.count else { return nil }
        self.init(amounts)
    }
}

extension Query.Amount {
    /// `-7d`, `+2bd`, `7天前`, `3天后`, `最近7天`; `text` is folded.
    init?(relative text: String) {
        var text = text[...]
        var sign: Int64?
        if let (prefix, meant) = Self.signs.first(where: { text.hasPrefix($0.0) }) {
            text = text.dropFirst(prefix.count)
            sign = meant
        } else if let (suffix, meant) = Self.suffixes.first(where: { text.hasSuffix($0.0) }) {
            text = text.dropLast(suffix.count)
            sign = meant
        }
        var scanner = TermScanner(String(text))
        guard let sign, let amount = Query.Amount(&scanner), scanner.isAtEnd else { return nil }
        self.init(amount.count * sign, amount.unit)
    }

    fileprivate init?(_ scanner: inout TermScanner) {
        guard let count = scanner.number(digits: 1...5) else { return nil }
        _ = scanner.skip(" ")
        guard let unit = Query.TimeUnit(queryName: scanner.word()) else { return nil }
        self.init(Int64(count), unit)
    }

    private static let signs: [(String, Int64)] = [
        ("-", -1), ("+", 1), ("最近", -1), ("近", -1), ("过去", -1), ("未来", 1), ("今后", 1),
    ]

    private static let suffixes: [(String, Int64)] = [
        ("以前", -1), ("之前", -1), ("前", -1), ("以后", 1), ("之后", 1), ("后", 1), (" ago", -1),
    ]
}
