import Storage
import Workflow

/// Which causes hide in which categories, and which of them belong elsewhere.
enum CauseCategoryReport {
    static func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        var report = Report(
            .causeCategory, of: request, keys: [.category, .cause],
            columns: [.count, .confirmed, .unverified, .unlike, .topCategory])
        report.isPartition = false
        let tally = try CauseTally(request.asked, request.scene, in: db)
        let pairs = pairs(tally, request.scene)
        let places = places(pairs)
        for (key, count) in pairs.sorted(by: precedes) {
            let cause = Query.asking(.cause, .text(key.cause.text), .equals)
            let category = TicketGroup.category.asking(.path(key.path))
            var row = Report.Row(.pair(key.path, key.cause.text))
            row.count(.count, count.all, request.asked.narrowed(by: category).narrowed(by: cause))
            row.count(.confirmed, count.confirmed)
            row.count(.unverified, count.unverified)
            if let place = places[key.cause] {
                // Most of its tickets are elsewhere: this category may be the wrong one.
                let isUnlike = place.path != key.path && place.count >= 3 * count.all
                row.set(.unlike, to: .mark(isUnlike))
                if isUnlike { row.set(.topCategory, to: .place(place.path, place.count)) }
            }
            report.add(row)
        }
        report.total.count(
            .count, tally.tickets, request.asked)
        report.remarks = [.severalEach]
        return report
    }

    typealias Place = (path: [String], count: Int)

    /// The category in which most tickets of each cause are.
    static func places(_ tally: CauseTally, _ scene: QueryScene) -> [ExactText: Place] {
        places(pairs(tally, scene))
    }

    private static func places(_ pairs: [Pair: CauseReport.Line]) -> [ExactText: Place] {
        var places: [ExactText: Place] = [:]
        for (pair, line) in pairs.sorted(by: precedes) where line.all > places[pair.cause]?.count ?? 0 {
            places[pair.cause] = (pair.path, line.all)
        }
        return places
    }

    private struct Pair: Hashable {
        var path: [String]
        var cause: ExactText
    }

    private static func pairs(_ tally: CauseTally, _ scene: QueryScene) -> [Pair: CauseReport.Line] {
        var pairs: [Pair: CauseReport.Line] = [:]
        for (pair, count) in tally.pairs {
            let name = tally.name(of: pair.cause)
            let key = Pair(path: scene.categories.path(of: pair.category), cause: ExactText(name))
            pairs[key, default: CauseReport.Line(cause: name)].add(count)
        }
        return pairs
    }

    private static func precedes(
        _ a: (key: Pair, value: CauseReport.Line), _ b: (key: Pair, value: CauseReport.Line)
    ) -> Bool {
        if a.key.path != b.key.path {
            if a.key.path.isEmpty != b.key.path.isEmpty { return b.key.path.isEmpty }
            return Label.precedes(.path(a.key.path), .path(b.key.path))
        }
        if a.value.all != b.value.all { return a.value.all > b.value.all }
        return a.key.cause.text.utf8.lexicographicallyPrecedes(b.key.cause.text.utf8)
    }
}
