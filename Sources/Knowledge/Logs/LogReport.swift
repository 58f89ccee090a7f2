import Storage
import Workflow

/// What a log shows, in the words of the articles: which entries it speaks of, the likeliest first.
package struct LogReport: Sendable {
    /// One signature that a log shows, with the entries that it may mean.
    package struct Finding: Sendable {
        package var signature: SignatureDraft
        package var tally: SignatureTally
        /// The likeliest first.
        package var candidates: [Candidate]

        package var grade: MatchGrade { tally.best ?? .insideLonger }
    }

    /// An entry that a signature belongs to.
    package struct Candidate: Sendable {
        package var entry: EntryRow
        /// Tickets that were resolved with it or its article.
        package var confirmed: Int
        package var symptom: String?
        package var causes: [String]
        package var remedy: String?
        /// What tells it from the others: how to see that it is this one.
        package var check: String?
    }

    package private(set) var findings: [Finding] = []

    /// - Parameter signatures: those that were looked for, in their order.
    package init(_ matches: LogMatches, of signatures: [SignatureRow], in db: any Transaction) throws {
        var context = EntryContext(db)
        // Several articles may name one signature: it is one finding.
        var places: [String: Int] = [:]
        for (place, tally) in matches.tallies.sorted(by: { $0.key < $1.key }) {
            let signature = signatures[place]
            let candidates = try context.candidates(signature.entryIDs)
            if let known = places[signature.key] {
                findings[known].candidates += candidates.filter { new in
                    !findings[known].candidates.contains { $0.entry.id == new.entry.id }
                }
            } else {
                places[signature.key] = findings.count
                findings.append(Finding(signature: signature.draft, tally: tally, candidates: candidates))
            }
        }
        for place in findings.indices { findings[place].candidates.sort { Self.isLikelier($0, $1) } }
        findings.sort { Self.isLikelier($0, $1) }
    }

    /// What a sentence names of the signatures of published articles.
    package init(signaturesIn text: String, in db: any Transaction) throws {
        let signatures = try Signatures.likely(in: text, in: db)
        var text = text
        let matches = text.withUTF8 { bytes in
            var matcher = LogMatcher(signatures.map(\.draft), sample: bytes)
            matcher.feed(bytes)
            return matcher.finish()
        }
        try self.init(matches, of: signatures, in: db)
    }

    private static func isLikelier(_ one: Candidate, _ two: Candidate) -> Bool {
        (two.confirmed, one.entry.id) < (one.confirmed, two.entry.id)
    }

    /// The surest grade first, then what was confirmed most often, then what says most, then what stands there most often.
    private static func isLikelier(_ one: Finding, _ two: Finding) -> Bool {
        let (a, b) = (one.weight, two.weight)
        if one.grade != two.grade { return one.grade < two.grade }
        return a.lexicographicallyPrecedes(b) { $0 > $1 }
    }
}

extension LogReport.Finding {
    fileprivate var weight: [Int] {
        [
            candidates.first?.confirmed ?? 0, signature.segments.reduce(0) { $0 + $1.utf8.count }, tally.lineCount,
            -(tally.first.first?.number ?? 0),
        ]
    }
}

extension SignatureRow {
    /// What is the same in signatures of several articles.
    package var key: String { "\(draft.kind.rawValue) \(draft.text)" }
}

/// What stands around an entry in its article: its own parts, or those of the entry that it is a part of.
package struct EntryContext {
    private let db: any Transaction
    private var articles: [Article.Number: [EntryRow]] = [:]
    private var confirmed: [Article.Number: Int] = [:]

    package init(_ db: any Transaction) { self.db = db }

    package mutating func candidates(_ ids: [Int64]) throws -> [LogReport.Candidate] {
        let entries = try ArticleContent.entries(ids, in: db)
        return try ids.compactMap { id in try entries[id].map { try candidate($0) } }
    }

    package mutating func candidate(_ entry: EntryRow) throws -> LogReport.Candidate {
        let all = try entriesOf(entry.article)
        let unit = Self.unit(of: entry, in: all)
        let parts = Self.parts(of: unit, in: all)
        let texts = parts.flatMap(\.texts).filter { !$0.body.isEmpty }
        func text(_ roles: Set<ArticleEntry.Role>) -> [String] { texts.filter { roles.contains($0.role) }.map(\.body) }
        let other = text([.other]).filter { $0 != "[image]" }
        let remedy = text([.remedy])
        return LogReport.Candidate(
            entry: unit, confirmed: try confirmed(entry.article), symptom: text([.symptom]).first,
            causes: text([.cause]),
            remedy: remedy.isEmpty ? Self.shortened(other) : remedy.joined(by: "\n"),
            check: parts.first { $0.kind == .check }?.title ?? text([.sample]).first)
    }

    /// What an entry tells without saying what it is: its first texts.
    private static func shortened(_ texts: [String]) -> String? {
        var told: [String] = []
        var count = 0
        for text in texts where count < mostTold {
            told.append(text)
            count += text.utf8.count
        }
        return told.isEmpty ? nil : told.joined(by: "\n")
    }

    private static let mostTold = 900

    private mutating func entriesOf(_ number: Article.Number) throws -> [EntryRow] {
        if let known = articles[number] { return known }
        let entries = try ArticleContent.entries(of: try Articles.find(number, in: db), in: db)
        articles[number] = entries
        return entries
    }

    private mutating func confirmed(_ number: Article.Number) throws -> Int {
        if let known = confirmed[number] { return known }
        let count = try Articles.use(of: number, in: db).resolved
        confirmed[number] = count
        return count
    }

    /// A part that only says what it tells, such as a heading `Cause`, belongs to the entry that it is a part of.
    private static func unit(of entry: EntryRow, in all: [EntryRow]) -> EntryRow {
        var unit = entry
        while [.section, .cause, .step, .case, .check].contains(unit.kind), unit.role != .escalation,
            unit.role != .other || unit.kind != .section,
            let parent = all.first(where: { $0.id == unit.parent })
        {
            unit = parent
        }
        return unit
    }

    /// The entry and what it holds, without entries in it that stand for themselves.
    private static func parts(of unit: EntryRow, in all: [EntryRow]) -> [EntryRow] {
        var held: Set<Int64> = [unit.id]
        var parts = all.filter { $0.id == unit.id }
        for entry in all where entry.parent.map({ held.contains($0) }) ?? false {
            guard ![.item, .row, .scenario].contains(entry.kind) else { continue }
            if entry.kind == .section, entry.role == .other, entry.level != nil { continue }
            held.insert(entry.id)
            parts.append(entry)
        }
        return parts
    }
}
