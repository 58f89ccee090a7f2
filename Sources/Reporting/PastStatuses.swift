import Storage
import Workflow

/// How many tickets stood in each open status at certain times: each ticket adds to a status from the time at which it was
/// brought there, and takes away from the one that it left.
struct PastStatuses {
    private let ends: [Int64]
    /// For each time what came to a status since the time before, less what left it; at the end what came and left later.
    private var changes: [Int]

    private static let width = Status.allCases.count + 1

    /// - Parameter ends: ascending; what happens at such a time or later is not counted there.
    init(before ends: [Int64]) {
        self.ends = ends
        changes = Array(repeating: 0, count: (ends.count + 1) * Self.width)
    }

    /// One for each of the times, in their order.
    var counts: [StatusCounts] {
        var sum = StatusCounts()
        return ends.indices.map { place in
            for status in Status.allCases { sum.add(changes[place * Self.width + Int(status.rawValue)], of: status) }
            return sum
        }
    }

    mutating func add(_ life: TicketLives.Life) {
        life.eachOpenStay { status, from, until in
            changes[place(from) * Self.width + Int(status)] += 1
            if let until { changes[place(until) * Self.width + Int(status)] -= 1 }
        }
    }

    /// The first of the times that is later.
    private func place(_ at: Int64) -> Int {
        // Most happened long before the times that are asked about.
        if let first = ends.first, at < first { return 0 }
        return ends.partitioningIndex { $0 > at }
    }
}
