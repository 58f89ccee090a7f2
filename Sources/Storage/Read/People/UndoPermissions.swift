import Workflow

extension OperationLog {
    /// What somebody must be allowed to take an operation back: as much as to do the opposite.
    package static func permissions(toUndo number: Int64, in db: any Transaction) throws -> Set<Permission> {
        let sql = "SELECT DISTINCT field FROM event WHERE operation_id = $1 AND field IS NOT NULL"
        let fields = try db.rows(sql, [.integer(number)]).map { try $0.text(0) }
        return Set(fields.compactMap { Event.Field(rawValue: $0)?.permission })
    }
}

extension Event.Field {
    /// Nil where working on tickets is enough.
    fileprivate var permission: Permission? {
        switch self {
        case .agentName, .agentRole, .agentRemoval, .permissionRole: .roles
        case .agentSkill, .teamName, .teamMember, .teamRemoval: .teams
        case .categoryName, .categoryRetired, .categoryAlias: .taxonomy
        case .customerMergedInto: .mergeCustomers
        default: nil
        }
    }
}
