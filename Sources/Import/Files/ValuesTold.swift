import Workflow

/// What the words of a file became: statuses and priorities with how many tickets have them, people, and days. It is told of
/// every file, so that a reading that is wrong can be seen.
package struct ValuesTold: Equatable, Sendable {
    /// Where a value comes from.
    package enum Origin: Hashable, Sendable {
        /// The source's own words.
        case words(String)
        /// The source's words, which are not understood.
        case unknown(String)
        /// A mark in the title, or the place where the ticket stands.
        case place
        /// An agent's answer stands there, and nothing says more.
        case answer
        case noAnswer
        /// Somebody asked for it, whatever the source says.
        case asked
    }

    /// More different words than these are a text and no value.
    private static let most = 40

    package private(set) var statuses = Counted<Reading<Status>>()
    package private(set) var priorities = Counted<Reading<Priority>>()
    package private(set) var customers = Counted<String>()
    package private(set) var agents = Counted<String>()
    /// When tickets came, on the source's own clocks.
    package private(set) var came: ClosedRange<Int64>?
    package private(set) var firstTitle = ""
    package private(set) var lastTitle = ""

    package struct Reading<Value: Hashable & Sendable>: Hashable, Sendable {
        package let origin: Origin
        package let value: Value
    }

    /// How often each came, in the order in which they came first.
    package struct Counted<Element: Hashable & Sendable>: Equatable, Sendable {
        package private(set) var elements: [(element: Element, count: Int)] = []
        private var places: [Element: Int] = [:]
        private var last = 0

        mutating func add(_ element: Element, times: Int = 1) {
            // Most say what the one before said.
            if last < elements.count, elements[last].element == element {
                elements[last].count += times
            } else if let place = places[element] {
                elements[place].count += times
                last = place
            } else if elements.count < ValuesTold.most {
                (places[element], last) = (elements.count, elements.count)
                elements.append((element, times))
            } else {
                others += times
            }
        }

        mutating func add(_ more: Self) {
            for (element, count) in more.elements { add(element, times: count) }
            others += more.others
        }

        /// How many came that are none of them.
        package private(set) var others = 0

        package static func == (a: Self, b: Self) -> Bool {
            a.others == b.others && a.elements.elementsEqual(b.elements, by: ==)
        }
    }

    init() {}

    mutating func add(_ draft: TicketDraft, asked: Status?) {
        if firstTitle.isEmpty { firstTitle = draft.title }
        lastTitle = draft.title
        statuses.add(Reading(origin: origin(of: draft, asked), value: draft.startingStatus(asked: asked)))
        if let priority = draft.values.priority {
            priorities.add(Reading(origin: draft.values.priorityText.map { .words($0) } ?? .place, value: priority))
        }
        if let name = draft.values.customer { customers.add(name) }
        if let name = draft.values.assignee { agents.add(name) }
        for turn in draft.turns {
            guard let author = turn.author else { continue }
            if turn.role == .agent { agents.add(author) } else { customers.add(author) }
        }
        guard let time = draft.values.createdAt?.milliseconds else { return }
        came = came.map { min($0.lowerBound, time)...max($0.upperBound, time) } ?? time...time
    }

    mutating func add(_ more: ValuesTold) {
        if firstTitle.isEmpty { firstTitle = more.firstTitle }
        if !more.lastTitle.isEmpty { lastTitle = more.lastTitle }
        statuses.add(more.statuses)
        priorities.add(more.priorities)
        customers.add(more.customers)
        agents.add(more.agents)
        guard let other = more.came else { return }
        came = came.map { min($0.lowerBound, other.lowerBound)...max($0.upperBound, other.upperBound) } ?? other
    }

    private func origin(of draft: TicketDraft, _ asked: Status?) -> Origin {
        if asked != nil { return .asked }
        if draft.status != nil { return draft.statusText.map { .words($0) } ?? .place }
        if let words = draft.statusText { return .unknown(words) }
        return draft.isAnswered ? .answer : .noAnswer
    }
}
