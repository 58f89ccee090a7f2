extension [String] {
    /// The texts one behind the other with the separator between them.
    // Swift's own `joined(separator:)` is generic: the first call looks through all types of the program for what an array
    // conforms to, which costs a short command as much as reading a ticket.
    package func joined(by separator: String) -> String {
        var joined = ""
        for (place, text) in enumerated() {
            if place > 0 { joined += separator }
            joined += text
        }
        return joined
    }
}
