/// One customer matter with a life cycle, as the desk keeps it.
package struct Ticket: Equatable, Sendable {
    /// The number people say. For ever: never given to another ticket.
    package struct Number: RawRepresentable, Hashable, Comparable, Sendable {
        package let rawValue: Int64
        package init(rawValue: Int64) { self.rawValue = rawValue }
        package init(_ rawValue: Int64) { self.rawValue = rawValue }
        package static func < (a: Number, b: Number) -> Bool { a.rawValue < b.rawValue }
    }

    package var number: Number
    /// 16 bytes; says which ticket this is across desks.
    package var uuid: UUIDBytes
    package var title: String
    package var status: Status
    /// The status in the words of the source it was imported from.
    package var statusText: String?
    package var priority: Priority
    /// The customer's own word for the priority.
    package var priorityText: String?
    package var category: Category.ID?
    package var customer: String?
    package var assignee: String?
    package var team: String?
    package var channel: String?
    /// Channels of tickets that began with a call: whoever filed one answered at once.
    package static let callChannels = ["phone", "电话"]
    package var createdAt: Instant?
    package var updatedAt: Instant?
    package var resolvedAt: Instant?
    package var closedAt: Instant?
    /// How it ended.
    package var resolution: Resolution?
    /// When a ticket that waits is open again.
    package var wakeAt: Instant?
    package var version: Int
    package var mergedInto: Number?
    package var removal: Removal
    package var source: TicketSource?

    package init(
        number: Number, uuid: UUIDBytes, title: String, status: Status, statusText: String?, priority: Priority,
        priorityText: String?, category: Category.ID?, customer: String?, assignee: String?, team: String?,
        channel: String?, createdAt: Instant?, updatedAt: Instant?, resolvedAt: Instant?, closedAt: Instant?,
        resolution: Resolution?, wakeAt: Instant?, version: Int, mergedInto: Number?, removal: Removal,
        source: TicketSource?
    ) {
        self.number = number
        self.uuid = uuid
        self.title = title
        self.status = status
        self.statusText = statusText
        self.priority = priority
        self.priorityText = priorityText
        self.category = category
        self.customer = customer
        self.assignee = assignee
        self.team = team
        self.channel = channel
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.resolvedAt = resolvedAt
        self.closedAt = closedAt
        self.resolution = resolution
        self.wakeAt = wakeAt
        self.version = version
        self.mergedInto = mergedInto
        self.removal = removal
        self.source = source
    }
}

/// Whether a row is there. Undo and the trash set rows aside; only purge deletes them.
package enum Removal: Int64, Sendable {
    case none = 0
    case trash, undone
}

/// Where an imported ticket comes from.
package struct TicketSource: Equatable, Sendable {
    /// Base name of the file.
    package var file: String
    /// Position in the file, from 1.
    package var ordinal: Int
    /// The number that its file gives it, where that is another than its position.
    package var printed: Int?
    /// Line of its heading, from 1.
    package var line: Int
    /// Label of the import that brought it, such as "b2".
    package var batch: String

    package init(file: String, ordinal: Int, printed: Int? = nil, line: Int, batch: String) {
        self.printed = printed == ordinal ? nil : printed
        self.file = file
        self.ordinal = ordinal
        self.line = line
        self.batch = batch
    }
}
