/// What the argument parser says of a command, in two parts: what is its own, and the options that all commands share.
struct HelpText: Equatable {
    /// The heading of the options that all commands share, as it is printed.
    private static let heading = "EVERYWHERE:"

    let own: String
    let everywhere: String?

    init(_ text: String) {
        let sections = text.split(separator: "\n\n").map { String($0) }
        own = sections.filter { !$0.hasPrefix(Self.heading) }.joined(by: "\n\n")
        everywhere = sections.first { $0.hasPrefix(Self.heading) }
    }

    /// The parser puts headed options first; a reader looks for those of the command.
    var text: String {
        let parts = [own.withoutTrailingSpace, everywhere?.withoutTrailingSpace].compactMap { $0 }
        return parts.joined(by: "\n\n") + "\n"
    }
}
