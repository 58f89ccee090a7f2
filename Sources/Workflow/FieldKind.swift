/// What a custom field takes. The raw value is the code that the database keeps (table `field_kind`).
package enum FieldKind: Int64, CaseIterable, Sendable {
    case text = 1
    case number, date, choice

    package var name: String {
        switch self {
        case .text: "text"
        case .number: "number"
        case .date: "date"
        case .choice: "choice"
        }
    }

    package init?(name: String) {
        guard let kind = FieldKind.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }

    /// What a text says as a number: figures with a sign, a point and an exponent, however wide they are written.
    package static func number(_ text: String) -> Double? {
        let plain = folded(text)
        // No names of numbers, such as nan and inf.
        guard plain.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.e".utf8.contains($0) }) else { return nil }
        return Double(plain).flatMap { $0.isFinite ? $0 : nil }
    }

    /// Whether a value may stand in such a field. `isDay` knows the calendar.
    package func admits(_ text: String, choices: [String], isDay: (String) -> Bool) -> Bool {
        switch self {
        case .text: true
        case .number: Self.number(text) != nil
        case .date: isDay(text)
        case .choice: choices.contains { folded($0) == folded(text) }
        }
    }
}
