/// How a ticket ended. The raw value is the code that the database keeps (table `resolution`).
package enum Resolution: Int64, CaseIterable, Sendable {
    case fixed = 1
    case answered, workaround, duplicate, noReply, invalid, withdrawn, spam

    /// The word that people and exports use.
    package var name: String { self == .noReply ? "no-reply" : "\(self)" }

    package init?(name: String) {
        guard let resolution = Resolution.allCases.first(where: { $0.name == name }) else { return nil }
        self = resolution
    }
}
