import Testing
import Workflow

/// What holds for every story there could be.
struct SLAPropertyTests {
    private static let terms = [
        "first 1bh; next 2bh; resolve 8bh", "first 20m; next 1h; resolve 1d; pause pending",
        "first 30bm; first urgent 10bm; resolve 2bd; raise retroactive; reopen total",
        "first 2bh; first high 1bh; next 45bm; resolve 4bh; resolve urgent 1bh; raise reset; pause never",
        "resolve 8bh; resolve high 4bh; resolve urgent 1bh; reopen first",
    ]

    private func story(_ random: inout SeededNumbers) -> SLAStory {
        let words = [
            "new", "open", "pending", "hold", "resolved", "closed", "open", "customer", "agent", "low", "high",
            "urgent",
        ]
        var story = SLAStory(created: "Mon 0\(Int.random(in: 7...9, using: &random)):30", now: "Sun2 23:59")
        var second = 9 * 3600
        for _ in 0..<Int.random(in: 0...14, using: &random) {
            second += Int.random(in: 0...60_000, using: &random)
            let (day, rest) = (second / 86_400, second % 86_400)
            guard day < 13 else { break }
            let name = SLAStory.days[day % 7] + (day >= 7 ? "2" : "")
            let word = words[Int.random(in: 0..<words.count, using: &random)]
            story.events.append("\(name) \(rest / 3600):\(rest / 60 % 60):\(rest % 60) \(word)")
        }
        return story
    }

    /// Working seconds between two instants, counted one by one.
    private func worked(_ from: Instant, _ to: Instant) -> Int64 {
        var count: Int64 = 0
        var at = from.milliseconds / 1000
        while at < to.milliseconds / 1000 {
            let day = Int((at + 3 * 86_400) / 86_400 % 7)
            let time = at % 86_400
            let isWork = (9 * 3600..<12 * 3600).contains(time) || (13 * 3600 + 1800..<18 * 3600).contains(time)
            if day < 5 && isWork { count += 1 }
            at += 1
        }
        return count
    }

    @Test(arguments: 1...60)
    func `SLA-35 the pieces follow one another and add up to what was used, to the second`(seed: Int) throws {
        var random = SeededNumbers(state: UInt64(seed))
        let story = story(&random)
        for terms in Self.terms {
            for measure in try story.measures(terms) {
                #expect(measure.used == measure.spans.reduce(0) { $0 + $1.counted })
                for (a, b) in zip(measure.spans, measure.spans.dropFirst()) { #expect(a.to == b.from) }
                #expect(measure.spans.first.map { $0.from == measure.start } ?? true)
                #expect(measure.spans.last.map { $0.to == measure.end ?? story.timeline.now } ?? true)
                for span in measure.spans where span.isCounted && seed <= 6 {
                    let seconds =
                        measure.target.isWork
                        ? worked(span.from, span.to) : (span.to.milliseconds - span.from.milliseconds) / 1000
                    #expect(span.counted == seconds * 1000, "\(story.events) \(terms)")
                }
            }
        }
    }

    @Test(arguments: 1...60)
    func `a promise is broken exactly when more was used than promised`(seed: Int) throws {
        var random = SeededNumbers(state: UInt64(seed))
        let story = story(&random)
        // Where no priority changes the target there is one length only.
        for measure in try story.measures("first 2bh; next 3bh; resolve 9bh") {
            #expect((measure.verdict == .breached) == (measure.used > measure.length), "\(story.events) \(measure)")
            if let due = measure.due, let end = measure.end { #expect((end > due) == (measure.verdict == .breached)) }
            if measure.verdict == .running { #expect(measure.left == measure.length - measure.used) }
        }
    }
}
