/// A time zone, as far as dates need one: its offset from UTC at each instant.
package struct ZoneOffsets: Sendable {
    private let secondsEast: @Sendable (_ utcSeconds: Int64) -> Int64

    /// `secondsEast` tells how far local time is ahead of UTC at an instant given in seconds since 1970 UTC.
    package init(_ secondsEast: @escaping @Sendable (_ utcSeconds: Int64) -> Int64) {
        self.secondsEast = secondsEast
    }

    package static let utc = ZoneOffsets.fixed(secondsEast: 0)

    package static func fixed(secondsEast: Int64) -> ZoneOffsets {
        ZoneOffsets { _ in secondsEast }
    }

    /// Local milliseconds (as if they were UTC) of an instant.
    package func local(_ utc: Int64) -> Int64 {
        utc + secondsEast(flooredSeconds(utc)) * 1000
    }

    /// The instant of a local time. Of a time that comes twice it is the first; a time that is skipped moves forward
    /// by as much as the clock does, so the start of a day that begins in a gap is the end of the gap.
    package func utc(_ local: Int64) -> Int64 {
        let day: Int64 = 86_400
        let before = secondsEast(flooredSeconds(local) - day)
        let after = secondsEast(flooredSeconds(local) + day)
        let early = local - before * 1000
        let late = local - after * 1000
        if secondsEast(flooredSeconds(early)) == before { return early }
        return secondsEast(flooredSeconds(late)) == after ? late : early
    }

    private func flooredSeconds(_ milliseconds: Int64) -> Int64 {
        milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
    }
}
