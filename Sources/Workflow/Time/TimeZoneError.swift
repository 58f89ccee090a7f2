/// Why the rules of a time zone are not to be had.
package enum TimeZoneError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The name could leave the folder of zones, or is no name at all.
    case badName(String)
    /// No such zone, or no zones on this machine.
    case unknown(String)
    /// The zone's file is not what it should be.
    case damaged(String)

    package var description: String {
        switch self {
        case .badName(let name): "“\(name)” is not the name of a time zone."
        case .unknown(let name): "The time zone \(name) is not known on this machine."
        case .damaged(let name): "The file of the time zone \(name) cannot be read."
        }
    }
}
