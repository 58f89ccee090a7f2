/// Ticket numbers, each once.
// A sorted list and no set: to make the type of a set, Swift looks through all types of the program, which costs a short
// command more than everything it does with it.
package struct TicketNumberList: Equatable, Sendable {
    private var sorted: [Ticket.Number] = []

    package init() {}

    package func contains(_ number: Ticket.Number) -> Bool {
        let place = sorted.partitioningIndex { $0 >= number }
        return place < sorted.count && sorted[place] == number
    }

    /// - Returns: whether it was not there yet.
    package mutating func insert(_ number: Ticket.Number) -> Bool {
        // Mostly they come in order.
        guard let last = sorted.last, number <= last else {
            sorted.append(number)
            return true
        }
        let place = sorted.partitioningIndex { $0 >= number }
        guard sorted[place] != number else { return false }
        sorted.insert(number, at: place)
        return true
    }
}
