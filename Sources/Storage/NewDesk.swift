import Workflow

/// What a new desk starts with.
package struct NewDesk: Sendable {
    package var uuid: UUIDBytes
    /// Name of the agent who makes the desk, and so is its admin.
    package var admin: String
    package var timeZone: String
    package var language: String
    package var at: Instant

    package init(uuid: UUIDBytes, admin: String, timeZone: String, language: String, at: Instant) {
        self.uuid = uuid
        self.admin = admin
        self.timeZone = timeZone
        self.language = language
        self.at = at
    }

    func write(in db: any Transaction) throws {
        try db.run(
            "INSERT INTO desk (id, uuid, created_at, time_zone, language) VALUES (1, $1, $2, $3, $4)",
            [.blob(uuid.bytes), .integer(at.milliseconds), .text(timeZone), .text(language)])
        try db.run(
            "INSERT INTO agent (name, folded, role) VALUES ($1, $2, $3)",
            [.text(admin), .text(folded(admin)), .integer(AgentRole.admin.rawValue)])
        let calendar = language == "zh" ? "工作日" : "workdays"
        try db.run(
            "INSERT INTO calendar (id, name, folded, zone, hours, days) VALUES (1, $1, $2, NULL, $3, '')",
            [.text(calendar), .text(folded(calendar)), .text(WeekHours.usual.text)])
    }
}
