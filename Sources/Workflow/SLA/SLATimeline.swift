/// What happened to a ticket, as far as its clocks go: all moments in whole seconds, so that parts add up to the whole.
package struct SLATimeline: Equatable, Sendable {
    /// A public message: notes and automatic ones stop no clock.
    package struct Message: Equatable, Sendable {
        package var at: Instant
        package var sequence: Int
        package var isAgents: Bool

        package init(at: Instant, sequence: Int, isAgents: Bool) {
            self.at = at
            self.sequence = sequence
            self.isAgents = isAgents
        }
    }

    /// From then on the ticket stands there.
    package struct Stay: Equatable, Sendable {
        package var from: Instant
        package var status: Status

        package init(from: Instant, status: Status) {
            self.from = from
            self.status = status
        }
    }

    /// From then on it presses so much.
    package struct Rank: Equatable, Sendable {
        package var from: Instant
        package var priority: Priority

        package init(from: Instant, priority: Priority) {
            self.from = from
            self.priority = priority
        }
    }

    /// Something in the times that cannot be.
    package enum Fault: Equatable, Sendable {
        /// A message is older than its ticket, or lies in the future.
        case beforeCreation(sequence: Int)
        case afterNow(sequence: Int)
    }

    package let created: Instant
    package let now: Instant
    /// The first from the creation on; each later than the one before.
    package let stays: [Stay]
    package let ranks: [Rank]
    /// By time, then by their places.
    package let messages: [Message]
    /// A call that an agent filed was answered then.
    package var wasAnsweredAtOnce = false
    /// The earliest creation of the tickets merged into this one.
    package var firstOfMerged: Instant?
    package let faults: [Fault]

    /// - Parameter opening: the place of the message with which an agent opened the ticket.
    package init(
        created: Instant, now: Instant, stays: [Stay], ranks: [Rank], messages: [Message], opening: Int? = nil
    ) {
        let (start, end) = (created.second, max(created.second, now.second))
        self.created = start
        self.now = end
        var faults: [Fault] = []
        var known: [Message] = []
        for message in messages where message.sequence != opening {
            if message.at < created { faults.append(.beforeCreation(sequence: message.sequence)) }
            if message.at > now { faults.append(.afterNow(sequence: message.sequence)) }
            let at = min(max(message.at.second, start), end)
            if message.at <= now {
                known.append(Message(at: at, sequence: message.sequence, isAgents: message.isAgents))
            }
        }
        self.messages = known.sorted { ($0.at, $0.sequence) < ($1.at, $1.sequence) }
        self.faults = faults
        var line: [Stay] = []
        for stay in stays {
            // What was recorded late, or by a clock set back, never makes a negative time.
            let from = line.isEmpty ? start : min(max(stay.from.second, line[line.count - 1].from), end)
            if line.last?.status != stay.status { line.append(Stay(from: from, status: stay.status)) }
        }
        self.stays = line
        var order: [Rank] = []
        for rank in ranks {
            let from = order.isEmpty ? start : min(max(rank.from.second, order[order.count - 1].from), end)
            if order.last?.priority != rank.priority { order.append(Rank(from: from, priority: rank.priority)) }
        }
        self.ranks = order
    }
}

extension Instant {
    /// The whole second it lies in.
    package var second: Instant {
        let floored = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
        return Instant(milliseconds: floored * 1000)
    }
}
