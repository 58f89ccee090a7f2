import Workflow

extension Event.Field {
    /// Whose value it is, by name.
    func personSubject(_ id: Int64, in db: any Transaction) throws -> String? {
        switch self {
        case .teamMember: return try Self.joined(Self.members, id, in: db)
        case .agentSkill: return try Self.joined(Self.skills, id, in: db)
        case .permissionRole:
            return try db.row("SELECT permission FROM permission_override WHERE id = $1", [.integer(id)])?.text(0)
        default: return try namedTable?.name(of: id, in: db)
        }
    }

    private static let members = """
        SELECT team.name, agent.name FROM team_member JOIN team ON team.id = team_member.team_id
        JOIN agent ON agent.id = team_member.agent_id WHERE team_member.id = $1
        """

    private static let skills = """
        SELECT agent.name, COALESCE(tag.name, category.name) FROM agent_skill
        JOIN agent ON agent.id = agent_skill.agent_id LEFT JOIN tag ON tag.id = agent_skill.tag_id
        LEFT JOIN category ON category.id = agent_skill.category_id WHERE agent_skill.id = $1
        """

    private static func joined(_ sql: String, _ id: Int64, in db: any Transaction) throws -> String? {
        try db.row(sql, [.integer(id)]).map { "\(try $0.text(0)): \(try $0.text(1))" }
    }

    /// The table whose row the column is of, where its rows have names of their own.
    private var namedTable: NamedTable? {
        switch self {
        case .customerName, .customerPhone, .customerEmail, .customerOrganisation, .customerVIP, .customerLanguage,
            .customerMergedInto, .customerRemoval:
            .customer
        case .organisationName, .organisationRemoval: .organisation
        case .agentName, .agentRole, .agentAbsent, .agentAbsentUntil, .agentRemoval: .agent
        case .teamName, .teamRemoval: .team
        default: nil
        }
    }
}
