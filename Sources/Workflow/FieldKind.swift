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

    /// Whether a value may stand in such a field. `isDay` knows the calendar.
    package func admits(_ text: String, choices: [String], isDay: (String) -> Bool) -> Bool {
        switch self {
        case .text: true
        case .number: Double(folded(text)) != nil
        case .date: isDay(text)
        case .choice: choices.contains { folded($0) == folded(text) }
        }
    }
}
