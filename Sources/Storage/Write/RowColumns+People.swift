import Workflow

/// The columns of customers, organisations, agents and teams.
extension RowColumn {
    static func ofPeople(_ field: Event.Field) -> RowColumn? {
        ofCustomers(field) ?? ofAgents(field) ?? ofGroups(field)
    }

    private static func ofCustomers(_ field: Event.Field) -> RowColumn? {
        switch field {
        case .customerName:
            RowColumn(
                "UPDATE customer SET name = $1 WHERE id = $2", "SELECT name FROM customer WHERE id = $1",
                key: Key(update: "UPDATE customer SET folded = $1 WHERE id = $2") { folded($0) })
        case .customerPhone:
            RowColumn(
                "UPDATE customer SET phone = $1 WHERE id = $2", "SELECT phone FROM customer WHERE id = $1",
                key: Key(update: "UPDATE customer SET phone_key = $1 WHERE id = $2") { ContactText.phoneKey($0) })
        case .customerEmail:
            RowColumn(
                "UPDATE customer SET email = $1 WHERE id = $2", "SELECT email FROM customer WHERE id = $1",
                key: Key(update: "UPDATE customer SET email_key = $1 WHERE id = $2") { ContactText.emailKey($0) })
        case .customerOrganisation:
            RowColumn(
                "UPDATE customer SET organisation_id = $1 WHERE id = $2",
                "SELECT organisation_id FROM customer WHERE id = $1")
        case .customerVIP:
            RowColumn("UPDATE customer SET is_vip = $1 WHERE id = $2", "SELECT is_vip FROM customer WHERE id = $1")
        case .customerLanguage:
            RowColumn(
                "UPDATE customer SET language = $1 WHERE id = $2", "SELECT language FROM customer WHERE id = $1",
                isText: true)
        case .customerMergedInto:
            RowColumn(
                "UPDATE customer SET merged_into = $1 WHERE id = $2", "SELECT merged_into FROM customer WHERE id = $1")
        case .customerRemoval:
            RowColumn("UPDATE customer SET removal = $1 WHERE id = $2", "SELECT removal FROM customer WHERE id = $1")
        default: nil
        }
    }

    private static func ofAgents(_ field: Event.Field) -> RowColumn? {
        switch field {
        case .agentName:
            RowColumn(
                "UPDATE agent SET name = $1 WHERE id = $2", "SELECT name FROM agent WHERE id = $1",
                key: Key(update: "UPDATE agent SET folded = $1 WHERE id = $2") { folded($0) })
        case .agentRole: RowColumn("UPDATE agent SET role = $1 WHERE id = $2", "SELECT role FROM agent WHERE id = $1")
        case .agentAbsent:
            RowColumn("UPDATE agent SET is_absent = $1 WHERE id = $2", "SELECT is_absent FROM agent WHERE id = $1")
        case .agentAbsentUntil:
            RowColumn(
                "UPDATE agent SET absent_until = $1 WHERE id = $2", "SELECT absent_until FROM agent WHERE id = $1")
        case .agentSkill:
            RowColumn(
                "UPDATE agent_skill SET is_held = $1 WHERE id = $2", "SELECT is_held FROM agent_skill WHERE id = $1")
        case .agentRemoval:
            RowColumn("UPDATE agent SET removal = $1 WHERE id = $2", "SELECT removal FROM agent WHERE id = $1")
        default: nil
        }
    }

    private static func ofGroups(_ field: Event.Field) -> RowColumn? {
        switch field {
        case .organisationName:
            RowColumn(
                "UPDATE organisation SET name = $1 WHERE id = $2", "SELECT name FROM organisation WHERE id = $1",
                key: Key(update: "UPDATE organisation SET folded = $1 WHERE id = $2") { folded($0) })
        case .organisationRemoval:
            RowColumn(
                "UPDATE organisation SET removal = $1 WHERE id = $2", "SELECT removal FROM organisation WHERE id = $1")
        case .teamName:
            RowColumn(
                "UPDATE team SET name = $1 WHERE id = $2", "SELECT name FROM team WHERE id = $1",
                key: Key(update: "UPDATE team SET folded = $1 WHERE id = $2") { folded($0) })
        case .teamMember:
            RowColumn(
                "UPDATE team_member SET is_member = $1 WHERE id = $2",
                "SELECT is_member FROM team_member WHERE id = $1")
        case .teamRemoval:
            RowColumn("UPDATE team SET removal = $1 WHERE id = $2", "SELECT removal FROM team WHERE id = $1")
        case .permissionRole:
            RowColumn(
                "UPDATE permission_override SET least_role = $1 WHERE id = $2",
                "SELECT least_role FROM permission_override WHERE id = $1")
        default: nil
        }
    }
}
