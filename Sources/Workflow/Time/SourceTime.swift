/// A time as a source writes it: with a zone, or on the clocks where the desk stands.
package struct SourceTime: Hashable, Sendable {
    /// Since 1970-01-01 00:00: in UTC when it has a zone, else on a local clock.
    package var milliseconds: Int64
    package var hasZone: Bool

    package init(milliseconds: Int64, hasZone: Bool = false) {
        self.milliseconds = milliseconds
        self.hasZone = hasZone
    }

    /// - Parameter zone: of the desk; asked only where the source names none.
    package func instant(in zone: TimeZoneRules) -> Instant {
        Instant(milliseconds: hasZone ? milliseconds : zone.instant(ofLocal: milliseconds))
    }
}
