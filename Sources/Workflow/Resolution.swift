/// How a ticket ended. The raw value is the code that the database keeps (table `resolution`).
package enum Resolution: Int64, CaseIterable, Sendable {
    case fixed = 1
    case answered, workaround, duplicate, noReply, invalid, withdrawn, spam

    /// The word that people and exports use.
    package var name: String {
        switch self {
        case .fixed: "fixed"
        case .answered: "answered"
        case .workaround: "workaround"
        case .duplicate: "duplicate"
        case .noReply: "no-reply"
        case .invalid: "invalid"
        case .withdrawn: "withdrawn"
        case .spam: "spam"
        }
    }

    package init?(name: String) {
        guard let resolution = Resolution.allCases.first(where: { $0.name == name }) else { return nil }
        self = resolution
    }
}
