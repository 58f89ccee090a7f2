/// Columns of what is set on the desk, its calendars, texts and rules.
extension RowColumn {
    init?(ofTheDesk field: Event.Field) {
        switch field {
        case .settingValue:
            self.init(
                "UPDATE setting SET value = $1 WHERE id = $2", "SELECT value FROM setting WHERE id = $1", isText: true)
        case .calendarZone:
            self.init(
                "UPDATE calendar SET zone = $1 WHERE id = $2", "SELECT zone FROM calendar WHERE id = $1", isText: true)
        case .calendarHours:
            self.init(
                "UPDATE calendar SET hours = $1 WHERE id = $2", "SELECT hours FROM calendar WHERE id = $1", isText: true
            )
        case .calendarDays:
            self.init(
                "UPDATE calendar SET days = $1 WHERE id = $2", "SELECT days FROM calendar WHERE id = $1", isText: true)
        case .calendarRetired:
            self.init(
                "UPDATE calendar SET is_retired = $1 WHERE id = $2", "SELECT is_retired FROM calendar WHERE id = $1")
        default: self.init(ofTexts: field)
        }
    }

    private init?(ofTexts field: Event.Field) {
        switch field {
        case .cannedBody:
            self.init(
                "UPDATE canned_reply SET body = $1 WHERE id = $2", "SELECT body FROM canned_reply WHERE id = $1",
                isText: true)
        case .cannedRetired:
            self.init(
                "UPDATE canned_reply SET is_retired = $1 WHERE id = $2",
                "SELECT is_retired FROM canned_reply WHERE id = $1")
        case .macroSteps:
            self.init(
                "UPDATE macro SET steps = $1 WHERE id = $2", "SELECT steps FROM macro WHERE id = $1", isText: true)
        case .macroRetired:
            self.init("UPDATE macro SET is_retired = $1 WHERE id = $2", "SELECT is_retired FROM macro WHERE id = $1")
        default: self.init(ofRules: field)
        }
    }

    private init?(ofRules field: Event.Field) {
        switch field {
        case .ruleQuery:
            self.init("UPDATE rule SET query = $1 WHERE id = $2", "SELECT query FROM rule WHERE id = $1", isText: true)
        case .ruleSteps:
            self.init("UPDATE rule SET steps = $1 WHERE id = $2", "SELECT steps FROM rule WHERE id = $1", isText: true)
        case .ruleEnabled:
            self.init("UPDATE rule SET is_enabled = $1 WHERE id = $2", "SELECT is_enabled FROM rule WHERE id = $1")
        case .ruleRetired:
            self.init("UPDATE rule SET is_retired = $1 WHERE id = $2", "SELECT is_retired FROM rule WHERE id = $1")
        default: self.init(ofPolicies: field)
        }
    }

    private init?(ofPolicies field: Event.Field) {
        switch field {
        case .slaPosition:
            self.init(
                "UPDATE sla_policy SET position = $1 WHERE id = $2", "SELECT position FROM sla_policy WHERE id = $1")
        case .slaQuery:
            self.init(
                "UPDATE sla_policy SET query = $1 WHERE id = $2", "SELECT query FROM sla_policy WHERE id = $1",
                isText: true)
        case .slaTerms:
            self.init(
                "UPDATE sla_policy SET terms = $1 WHERE id = $2", "SELECT terms FROM sla_policy WHERE id = $1",
                isText: true)
        case .slaCalendar:
            self.init(
                "UPDATE sla_policy SET calendar = $1 WHERE id = $2", "SELECT calendar FROM sla_policy WHERE id = $1",
                isText: true)
        case .slaRetired:
            self.init(
                "UPDATE sla_policy SET is_retired = $1 WHERE id = $2", "SELECT is_retired FROM sla_policy WHERE id = $1"
            )
        default: return nil
        }
    }
}
