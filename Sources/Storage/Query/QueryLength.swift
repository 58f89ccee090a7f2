extension Query {
    /// A length of time as typed: `3d4h`, `8bh`, `2周`. Wall time and business time never mix in one.
    package struct Length: Hashable, Sendable {
        /// At least one, with positive or zero counts, never months or years.
        package var amounts: [Amount]

        package init(_ amounts: [Amount]) {
            self.amounts = amounts
        }

        package var isBusiness: Bool { amounts.contains { $0.unit.isBusiness } }

        /// The whole in milliseconds; nil for business time, which needs a calendar.
        package var milliseconds: Int64? {
            var sum: Int64 = 0
            for amount in amounts {
                guard let unit = amount.unit.milliseconds else { return nil }
                sum += amount.count * unit
            }
            return sum
        }
    }

    /// A count of one unit of time.
    package struct Amount: Hashable, Sendable {
        /// Negative in dates that lie in the past.
        package var count: Int64
        package var unit: TimeUnit

        package init(_ count: Int64, _ unit: TimeUnit) {
            self.count = count
            self.unit = unit
        }
    }
}
