import Workflow

/// Why a ticket of an export is none that a desk could hold, although each value by itself could be.
package enum RecordFault: Error, Equatable, CustomStringConvertible {
    /// Later tickets get numbers behind it, so one line would leave a desk without small numbers for good.
    case numberTooHigh(Ticket.Number, most: Int64)
    /// It lives on in itself, straight or by way of others.
    case mergedInCircle(Ticket.Number)
    /// It is below itself, straight or by way of others.
    case parentOfItself(Ticket.Number)

    /// How many numbers may be missing between the tickets of an export.
    static let gap: Int64 = 1_000_000

    package var description: String {
        switch self {
        case .numberTooHigh(let number, let most): "\"number\" \(number.rawValue) is too high: \(most) is the most here"
        case .mergedInCircle(let number): "#\(number.rawValue) is merged in a circle"
        case .parentOfItself(let number): "#\(number.rawValue) is below itself"
        }
    }
}

extension TicketRecord {
    /// Who is whose parent, by what its links say.
    var parents: [(parent: UUIDBytes, child: UUIDBytes)] {
        relations.links.filter { $0.link.kind == .parent }.map { named in
            named.link.isInverse ? (named.uuid, ticket.uuid) : (ticket.uuid, named.uuid)
        }
    }
}

/// What points to what.
struct Arrows<Node: Hashable> {
    private var targets: [Node: Set<Node>] = [:]
    private var sources: [Node: Set<Node>] = [:]

    mutating func add(_ source: Node, _ target: Node) {
        targets[source, default: []].insert(target)
        sources[target, default: []].insert(source)
    }

    /// Those from which one can go on for ever, because a circle is on the way. Each arrow is looked at once, however long the
    /// ways are.
    func endless() -> Set<Node> {
        var left = targets.mapValues(\.count)
        var ends = sources.keys.filter { left[$0] == nil }
        while let end = ends.popLast() {
            for source in sources[end] ?? [] {
                let count = (left[source] ?? 0) - 1
                left[source] = count > 0 ? count : nil
                if count == 0 { ends.append(source) }
            }
        }
        return Set(left.keys)
    }
}
