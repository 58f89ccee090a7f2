import Workflow

/// Tickets of a file as the desk keeps them, for whoever wants to see how it was read: the first, which is found by opening
/// the file, and the longest, which is where several were taken for one.
package struct TicketSamples: Equatable, Sendable {
    package private(set) var first: Sample?
    private var long: Sample?
    private var bytes = 0
    private var count = 0

    package struct Sample: Equatable, Sendable {
        package let draft: TicketDraft
        package let status: Status
        package let messages: [MessageDraft]
        package let place: SourcePlace
    }

    init() {}

    /// A ticket further below that is more than twice as long as the others are on the average; the first such of equal length.
    package var longest: Sample? {
        guard let long, long != first, isLong(long.place.bytes.count) else { return nil }
        return long
    }

    private func isLong(_ length: Int) -> Bool { length * (count - 1) > 2 * (bytes - length) }

    mutating func add(_ draft: TicketDraft, _ messages: [MessageDraft], at place: SourcePlace, asked: Status?) {
        count += 1
        bytes += place.bytes.count
        if let long, long.place.bytes.count >= place.bytes.count { return }
        long = Sample(
            draft: draft, status: draft.startingStatus(asked: asked), messages: messages, place: place)
        if first == nil { first = long }
    }
}
