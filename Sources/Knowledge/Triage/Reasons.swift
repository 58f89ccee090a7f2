import Storage

/// Which words made near tickets speak for one thing rather than another.
struct Reasons {
    private let pieces: [[String]]
    /// What each piece brings: its share of the votes for the thing, as far as those who have it speak for the thing more
    /// than all do.
    private var gains: [Double]

    /// - Parameter isForIt: whether each of the tickets speaks for the thing.
    init(_ pieces: [[String]], _ tickets: [NearTicket], _ votes: [Double], isForIt: [Bool]) {
        self.pieces = pieces
        var (forIt, all) = ([Double](repeating: 0, count: pieces.count), [Double](repeating: 0, count: pieces.count))
        for (index, ticket) in tickets.enumerated() where ticket.similarity > 0 {
            for shared in ticket.shared {
                let part = shared.part / ticket.similarity * votes[index]
                all[shared.piece] += part
                if isForIt[index] { forIt[shared.piece] += part }
            }
        }
        let (sumForIt, sum) = (forIt.reduce(0, +), all.reduce(0, +))
        let due = sum > 0 ? sumForIt / sum : 0
        gains = zip(forIt, all).map { forIt, all in
            guard forIt > 0 else { return 0 }
            let excess = due < 0.999 ? (forIt / all - due) / (1 - due) : 1
            return forIt / sumForIt * max(0, excess)
        }
    }

    /// The weightiest words, at most so many. Pieces that follow one another in the text are told as one: they are parts of
    /// the same word or phrase.
    func words(_ count: Int) -> [Reason] {
        let runs = self.runs()
        let covered = Set(runs.flatMap(\.words))
        // A lone Han character says little, but where there is nothing else.
        let lone = pieces.indices.filter { place in
            pieces[place].count == 1 && !covered.contains(pieces[place][0]) && !pieces[place][0].isLoneSign
                && (runs.isEmpty || pieces[place][0].utf8.first.map { $0 < 0x80 } ?? false)
        }
        let all = runs + lone.map { Run(words: pieces[$0], weight: gains[$0]) }
        let sorted = all.enumerated().sorted { ($0.element.weight, $1.offset) > ($1.element.weight, $0.offset) }
        var told: Set<String> = []
        var reasons: [Reason] = []
        for run in sorted.map(\.element) where reasons.count < count && run.weight >= 0.005 {
            let words = run.without(told)
            guard
                words.count > 1 || words.first.map({ $0.utf8.count > 3 || $0.utf8.first ?? 0 < 0x80 }) ?? false
                    || runs.isEmpty
            else { continue }
            told.formUnion(words)
            reasons.append(Reason(word: PieceText.joined(words), weight: run.weight))
        }
        return reasons
    }

    private struct Run {
        var words: [String]
        var weight: Double

        /// The words but for those at its ends that were told already.
        func without(_ told: Set<String>) -> [String] {
            var left = words[...]
            while let first = left.first, told.contains(first) { left.removeFirst() }
            while let last = left.last, told.contains(last) { left.removeLast() }
            return Array(left)
        }
    }

    private static let longestRun = 6

    /// Pairs of words one after the other in the text, joined where one begins with what the other ends with.
    private func runs() -> [Run] {
        var lone: [String: Double] = [:]
        for (place, piece) in pieces.enumerated() where piece.count == 1 { lone[piece[0]] = gains[place] }
        let floor = 0.2 * (pieces.indices.filter { pieces[$0].count == 2 }.map { gains[$0] }.max() ?? 0)
        var runs: [Run] = []
        var isOpen = false
        for (place, piece) in pieces.enumerated() where piece.count == 2 {
            guard gains[place] > 0, gains[place] >= floor, !piece.contains(where: \.isLoneSign) else {
                isOpen = false
                continue
            }
            if isOpen, let last = runs.last, last.words.last == piece[0], last.words.count < Self.longestRun {
                runs[runs.count - 1].words.append(piece[1])
                runs[runs.count - 1].weight += gains[place] + (lone[piece[1]] ?? 0)
            } else {
                runs.append(Run(words: piece, weight: gains[place] + piece.reduce(0) { $0 + (lone[$1] ?? 0) }))
            }
            isOpen = true
        }
        return runs
    }
}

/// How words of a text read, one after the other.
enum PieceText {
    /// Han side by side, and words of the same kind with a space between.
    static func joined(_ words: [String]) -> String {
        var text = ""
        for word in words {
            if let before = text.utf8.last, let after = word.utf8.first, before < 0x80, after < 0x80,
                isDigit(before) == isDigit(after)
            {
                text += " "
            }
            text += word
        }
        return text
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

extension String {
    /// A sign such as `=`, which tells a reader nothing.
    fileprivate var isLoneSign: Bool {
        utf8.count == 1 && !utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
    }
}
