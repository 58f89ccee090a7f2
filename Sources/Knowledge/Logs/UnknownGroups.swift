/// Groups lines by what is left of them when all that varies is masked.
struct UnknownGroups {
    private struct Group {
        var template: [UInt8]
        var count: Int
        var firstLine: Int
        var lastLine: Int
        var sample: String
        var lastSample: String
    }

    private var groups: [Group] = []
    private var places: [UInt64: Int] = [:]
    private var template = LineTemplate()
    private(set) var ungrouped = 0

    /// More would not be read, and cost memory.
    private static let most = 20_000

    mutating func add(_ line: UnsafeBufferPointer<UInt8>, number: Int, text: () -> String) {
        template.make(line)
        if let place = places[template.hash] {
            groups[place].count += 1
            groups[place].lastLine = number
            return
        }
        guard groups.count < Self.most else {
            ungrouped += 1
            return
        }
        places[template.hash] = groups.count
        let sample = text()
        groups.append(
            Group(
                template: template.bytes, count: 1, firstLine: number, lastLine: number, sample: sample,
                lastSample: sample))
    }

    /// More groups than these nobody reads: until there are no more, groups that have fewer and fewer words in common are one.
    package static let mostShown = 500

    /// Groups that differ in few words are one: those words vary too.
    func merged() -> [UnknownGroup] {
        var numbers = WordNumbers()
        var merged = groups.map {
            TemplateCluster($0.template, $0.count, $0.firstLine, $0.lastLine, $0.sample, &numbers)
        }
        for least in [0.7, 0.55, 0.4, 0.3, 0.2, 0.1, 0] {
            merged = Self.merge(merged, sharing: least)
            if merged.count <= Self.mostShown { break }
        }
        return merged.map(\.group).sorted { ($1.count, $0.firstLine) < ($0.count, $1.firstLine) }
    }

    /// - Parameter least: the share of the words of both that must follow one another in both.
    private static func merge(_ clusters: [TemplateCluster], sharing least: Double) -> [TemplateCluster] {
        var merged: [TemplateCluster] = []
        var holders: [Int: [Int]] = [:]
        for cluster in clusters {
            var common: [Int: Int] = [:]
            for word in Set(cluster.keptWords) { for place in holders[word] ?? [] { common[place, default: 0] += 1 } }
            let likely = common.filter {
                Double($0.value) >= least * Double(max(cluster.keptWords.count, merged[$0.key].keptWords.count))
            }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8)
            if let place = likely.first(where: { merged[$0.key].likeness(cluster) >= max(least, 0.01) })?.key {
                merged[place].take(cluster)
            } else {
                for word in Set(cluster.keptWords) { holders[word, default: []].append(merged.count) }
                merged.append(cluster)
            }
        }
        return merged
    }
}

/// Templates that are told as one: the words that all of them have, in order.
struct TemplateCluster {
    private var template: [UInt8]
    private var words: [Range<Int>]
    /// The same words as numbers, which are quicker to compare.
    private let numbers: [Int]
    /// Of each word whether all templates have it.
    private var isKept: [Bool]
    private(set) var count: Int
    private var firstLine: Int
    private var lastLine: Int
    private let sample: String
    private var lastSample: String

    init(
        _ template: [UInt8], _ count: Int, _ firstLine: Int, _ lastLine: Int, _ sample: String,
        _ known: inout WordNumbers
    ) {
        self.template = template
        let words = Self.words(of: template)
        self.words = words
        numbers = words.map { known.number(of: template[$0]) }
        keptWords = numbers
        isKept = words.map { _ in true }
        (self.count, self.firstLine, self.lastLine, self.sample) = (count, firstLine, lastLine, sample)
        lastSample = sample
    }

    /// Runs of letters of three bytes and more; months and days of the week vary.
    private static func words(of template: [UInt8]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var at = 0
        while at < template.count {
            let start = at
            while at < template.count, ByteKind.isLetter(template[at]) || template[at] == 0x5F || template[at] >= 0x80 {
                at += 1
            }
            if at - start >= 3, !dates.contains(Array(template[start..<at])) { words.append(start..<at) }
            at = max(at, start + 1)
        }
        return words
    }

    private static let dates = Set(
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun".split(separator: " ").map {
            Array($0.utf8)
        })

    /// The words that all templates have, in order.
    private(set) var keptWords: [Int]

    /// The share of words that follow one another in both, of the longer one's.
    func likeness(_ other: TemplateCluster) -> Double {
        let longest = max(keptWords.count, other.keptWords.count)
        return longest == 0 ? 1 : Double(common(other.keptWords).count) / Double(longest)
    }

    mutating func take(_ other: TemplateCluster) {
        let kept = words.indices.filter { isKept[$0] }
        let common = Set(common(other.keptWords).map { kept[$0] })
        for place in kept where !common.contains(place) { isKept[place] = false }
        keptWords = words.indices.filter { isKept[$0] }.map { numbers[$0] }
        count += other.count
        if other.lastLine > lastLine { (lastLine, lastSample) = (other.lastLine, other.lastSample) }
        firstLine = min(firstLine, other.firstLine)
    }

    /// The places of the longest series of words that both have in order.
    private func common(_ other: [Int]) -> [Int] {
        let own = Array(keptWords.prefix(60))
        let other = Array(other.prefix(60))
        var table = Array(repeating: Array(repeating: 0, count: other.count + 1), count: own.count + 1)
        for one in own.indices.reversed() {
            for two in other.indices.reversed() {
                table[one][two] =
                    own[one] == other[two] ? table[one + 1][two + 1] + 1 : max(table[one + 1][two], table[one][two + 1])
            }
        }
        var places: [Int] = []
        var (one, two) = (0, 0)
        while one < own.count, two < other.count {
            if own[one] == other[two] {
                places.append(one)
                (one, two) = (one + 1, two + 1)
            } else if table[one + 1][two] >= table[one][two + 1] {
                one += 1
            } else {
                two += 1
            }
        }
        return places
    }

    var group: UnknownGroup {
        var text: [UInt8] = []
        var at = 0
        for (place, word) in words.enumerated() where !isKept[place] {
            text += template[at..<word.lowerBound]
            if text.last != 0x2A { text.append(0x2A) }
            at = word.upperBound
        }
        text += template[at...]
        return UnknownGroup(
            template: String(decoding: text, as: UTF8.self), count: count, firstLine: firstLine, lastLine: lastLine,
            sample: sample, lastSample: lastSample)
    }
}

/// A number for each word.
struct WordNumbers {
    private var numbers: [ArraySlice<UInt8>: Int] = [:]

    mutating func number(of word: ArraySlice<UInt8>) -> Int {
        if let number = numbers[word] { return number }
        numbers[word] = numbers.count
        return numbers.count - 1
    }
}
