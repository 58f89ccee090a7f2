import Workflow

/// The tickets for which somebody has begun a text.
extension DraftFolder {
    func tickets(ofDeskAt path: String) throws -> [Ticket.Number] {
        let commands = try drafts().compactMap { $0.facts() }.filter { $0.desk == path }.map(\.arguments)
        return Set(commands.flatMap(Self.tickets)).sorted()
    }

    /// The numbers among the words of a command: `reply 5`, `note 5-7,9`.
    static func tickets(in command: [String]) -> [Ticket.Number] {
        guard let name = command.first, let verb = Arguments.desk.verbs[name] else { return [] }
        let options = verb.options.union(Arguments.desk.globals.options)
        var rest = command.dropFirst()
        var numbers: [Ticket.Number] = []
        while let word = rest.popFirst() {
            if options.contains(word) {
                _ = rest.popFirst()
            } else if !word.hasPrefix("-") {
                numbers += word.split(separator: ",").flatMap { range(String($0)) }
            }
        }
        return numbers
    }

    private static func range(_ text: String) -> [Ticket.Number] {
        let ends = text.split(separator: "-").map { Int64($0.drop { $0 == "#" }) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
            last - first < 10_000
        else { return [] }
        return (first...last).map { Ticket.Number($0) }
    }
}
