import Workflow

/// What taking an operation back takes: as much as doing the opposite.
struct UndoPermissions {
    private let events: [Event]
    private let isImport: Bool
    private let agent: Agent
    private let db: any Transaction

    init(of line: OperationLine, by agent: Agent, in db: any Transaction) throws {
        self.agent = agent
        self.db = db
        // What an import did is its business whatever it changed, and so is taking that back, and back again.
        isImport = try BatchState.batch(behind: line.number, in: db) != nil
        events = line.batch == nil ? try OperationEvents.newestFirst(of: line.number, in: db) : []
    }

    /// - Throws: `StorageError.unknownChange` for one that no permission is written down for.
    func needed() throws -> Set<Permission> {
        var needed: Set<Permission> = isImport ? [.importing] : [.work]
        for event in events {
            guard let field = event.field else { throw StorageError.unknownChange }
            needed.formUnion(try permissions(of: event, field))
        }
        return needed
    }

    private func permissions(of event: Event, _ field: EventField) throws -> Set<Permission> {
        switch field {
        case .status: [statusPermission(event)]
        case .mergedInto: [try mergePermission(event)]
        case .agentAbsent, .agentAbsentUntil: [event.subject == agent.id ? .work : field.permission]
        case .viewName, .viewQuery, .viewRetired: try viewPermissions(event)
        default: [field.permission]
        }
    }

    // A merge and what takes it back close and open tickets on the way: that is no closing by somebody.
    private func statusPermission(_ event: Event) -> Permission {
        let isMerge = events.contains { $0.field == .mergedInto && $0.ticket == event.ticket }
        guard !isMerge, let left = status(event.after), let before = status(event.before) else { return .work }
        return LifeCycle.permission(from: left, to: before)
    }

    private func status(_ text: String?) -> Status? { text.flatMap { Int64($0) }.flatMap(Status.init(rawValue:)) }

    private func mergePermission(_ event: Event) throws -> Permission {
        guard let merged = event.ticket, let other = (event.after ?? event.before).flatMap({ Int64($0) }) else {
            return .work
        }
        let row = try db.row(
            "SELECT COUNT(DISTINCT customer_id) FROM ticket WHERE id IN ($1, $2) AND customer_id IS NOT NULL",
            [.integer(merged.rawValue), .integer(other)])
        return try row?.integer(0) ?? 0 > 1 ? .mergeCustomers : .work
    }

    private func viewPermissions(_ event: Event) throws -> Set<Permission> {
        let row = try db.row("SELECT name FROM view WHERE id = $1", [.optional(event.subject)])
        var names = [try row?.text(0)]
        if event.field == .viewName { names += [event.before, event.after] }
        return try ViewUses(in: db).permissions(toChange: names.compactMap { $0 }).union([.work])
    }
}
