/// Zones that need no file.
extension TimeZoneRules {
    /// Zones whose clocks have not changed for so long that a desk can do with one offset (China: since 1992).
    private static let steady = [
        "Asia/Shanghai": 8, "Asia/Chongqing": 8, "PRC": 8, "Asia/Hong_Kong": 8, "Asia/Taipei": 8, "Asia/Singapore": 8,
        "Asia/Tokyo": 9, "Asia/Seoul": 9,
    ]

    /// `UTC`, `GMT`, `Z` and offsets such as `+08:00`: these are the same on every machine.
    package static func fixed(named name: String) -> TimeZoneRules? {
        if ["UTC", "Etc/UTC", "GMT", "Z"].contains(name) { return TimeZoneRules(name: name, firstOffset: 0) }
        var scanner = DigitScanner(name)
        guard let offset = scanner.zoneOffset(), scanner.isAtEnd else { return nil }
        return TimeZoneRules(name: name, firstOffset: offset)
    }

    /// What to use for a few zones when the machine has no zone files.
    package static func steady(named name: String) -> TimeZoneRules? {
        steady[name].map { TimeZoneRules(name: name, firstOffset: $0 * 3600) }
    }

    /// A zone's name is the path of its file below the folder of zones; one that leads out of it is refused.
    package static func check(name: String) throws(TimeZoneError) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2F, 0x5F: true
            default: false
            }
        }
        guard isPlain, parts.allSatisfy({ !$0.isEmpty }) else { throw .badName(name) }
    }
}

extension TimeZoneRules {
    /// A zone whose clocks never change.
    package init(name: String, offset: Int) { self.init(name: name, firstOffset: offset) }
}
