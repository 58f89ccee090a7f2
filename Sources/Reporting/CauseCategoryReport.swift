import Storage
import Workflow

/// Which causes hide in which categories, and which of them belong elsewhere.
enum CauseCategoryReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(
            .causeCategory, of: request, keys: [.category, .cause],
            columns: [.count, .confirmed, .unverified, .unlike, .topCategory])
        report.isPartition = false
        let tally = try CauseTally(request.asked, request.queryContext, in: db)
        let pairs = CausePairs(tally, request.queryContext)
        let places = pairs.places
        for pair in pairs.sorted {
            let cause = Query.asking(.cause, .text(pair.cause.text), .equals)
            let category = TicketGroup.category.asking(.path(pair.path))
            var row = Report.Row(.pair(pair.path, pair.cause.text))
            row.count(.count, pair.count.all, request.asked.narrowed(by: category).narrowed(by: cause))
            row.count(.confirmed, pair.count.confirmed)
            row.count(.unverified, pair.count.unverified)
            if let place = places[pair.cause] {
                // Most of its tickets are elsewhere: this category may be the wrong one.
                let isUnlike = place.path != pair.path && place.count >= 3 * pair.count.all
                row.set(.unlike, to: .mark(isUnlike))
                if isUnlike { row.set(.topCategory, to: .place(place.path, place.count)) }
            }
            report.add(row)
        }
        report.total.count(.count, tally.tickets, request.asked)
        report.remarks = [.severalEach]
        return report
    }
}

/// Causes by category, in the order of the printed paths; tickets without a category last.
struct CausePairs {
    typealias Place = (path: [String], count: Int)

    struct Pair {
        var path: [String]
        var cause: ExactText
        var count: CauseReport.Line
    }

    private let paths: [[String]]
    private var counts: [Key: CauseReport.Line] = [:]

    private struct Key: Hashable {
        var rank: Int
        var cause: ExactText
    }

    init(_ tally: CauseTally, _ queryContext: QueryContext) {
        // Paths are compared once for all pairs: there are few of them, and thousands of pairs.
        paths = Set(tally.pairs.keys.map { queryContext.categories.path(of: $0.category) }).sorted { a, b in
            a.isEmpty != b.isEmpty ? b.isEmpty : Label.precedes(.path(a), .path(b))
        }
        let ranks = Dictionary(uniqueKeysWithValues: paths.enumerated().map { ($1, $0) })
        var ranksOfCategories: [Category.ID?: Int] = [:]
        for (pair, count) in tally.pairs {
            let rank = ranksOfCategories[pair.category] ?? ranks[queryContext.categories.path(of: pair.category)] ?? 0
            ranksOfCategories[pair.category] = rank
            let name = tally.name(of: pair.cause)
            counts[Key(rank: rank, cause: ExactText(name)), default: CauseReport.Line(cause: name)].add(count)
        }
    }

    /// In each category the commonest cause first; equal ones in the order of their bytes.
    var sorted: [Pair] {
        let ordered = counts.sorted { a, b in
            if a.key.rank != b.key.rank { return a.key.rank < b.key.rank }
            if a.value.all != b.value.all { return a.value.all > b.value.all }
            return a.key.cause.text.precedesInBytes(b.key.cause.text)
        }
        return ordered.map { Pair(path: paths[$0.key.rank], cause: $0.key.cause, count: $0.value) }
    }

    /// Causes that several tickets of a category have, the commonest first; equal ones in the order of their bytes, and of the
    /// paths.
    var repeated: [Pair] {
        let ordered = counts.filter { $0.value.all > 1 }.sorted { a, b in
            if a.value.all != b.value.all { return a.value.all > b.value.all }
            if a.key.cause != b.key.cause { return a.key.cause.text.precedesInBytes(b.key.cause.text) }
            return a.key.rank < b.key.rank
        }
        return ordered.map { Pair(path: paths[$0.key.rank], cause: $0.key.cause, count: $0.value) }
    }

    /// The category in which most tickets of each cause are; of two the one that is printed first.
    var places: [ExactText: Place] {
        var best: [ExactText: (rank: Int, count: Int)] = [:]
        for (key, line) in counts {
            if let known = best[key.cause], (known.count, -known.rank) >= (line.all, -key.rank) { continue }
            best[key.cause] = (key.rank, line.all)
        }
        return best.mapValues { (paths[$0.rank], $0.count) }
    }
}
