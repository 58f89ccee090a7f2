/// The offsets of one time zone through history: the content of a TZif file, or one fixed offset.
package struct TimeZoneRules: Equatable, Sendable {
    /// From this second (UTC) on the zone has that offset.
    struct Transition: Equatable, Sendable {
        let second: Int64
        let offset: Int
    }

    package let name: String
    /// The offset before the first transition.
    let firstOffset: Int
    /// Ascending.
    let transitions: [Transition]
    /// The rule after the last transition; none means that the last offset stays for ever.
    let rule: YearlyRule?

    init(name: String, firstOffset: Int, transitions: [Transition] = [], rule: YearlyRule? = nil) {
        self.name = name
        self.firstOffset = firstOffset
        self.transitions = transitions
        self.rule = rule
    }

    package static let utc = TimeZoneRules(name: "UTC", firstOffset: 0)

    /// Seconds east of Greenwich at an instant in milliseconds.
    package func offset(at instant: Int64) -> Int {
        let second = instant >= 0 ? instant / 1000 : (instant - 999) / 1000
        guard let last = transitions.last else { return rule?.offset(at: second) ?? firstOffset }
        if second >= last.second { return rule?.offset(at: second) ?? last.offset }
        let count = transitionCount(upTo: second)
        return count == 0 ? firstOffset : transitions[count - 1].offset
    }

    /// The instant at which a clock of this zone shows `local` (milliseconds since 1970 on that clock).
    /// A time that occurs twice, when clocks are set back, is its first occurrence. A time that clocks skip, when
    /// set forward, is read with the offset before the change: 02:30 in a gap of an hour becomes 03:30.
    package func instant(ofLocal local: Int64) -> Int64 {
        let day: Int64 = 86_400_000
        let before = local - Int64(offset(at: local - day)) * 1000
        let after = local - Int64(offset(at: local + day)) * 1000
        if before == after || shows(local, at: before) { return before }
        return shows(local, at: after) ? after : before
    }

    private func shows(_ local: Int64, at instant: Int64) -> Bool {
        instant + Int64(offset(at: instant)) * 1000 == local
    }

    /// How many transitions have happened at that second.
    func transitionCount(upTo second: Int64) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].second <= second { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
