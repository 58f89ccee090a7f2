import Workflow

/// The names by which a query may call something: as they are compared, and as people write them.
struct NameList {
    /// Id, name, and whether the name is folded.
    private let compared: String
    /// The name.
    private let written: String
    /// Which change gives it another name, where the old one is no alias of it.
    private var renaming: EventField?

    static let agents = NameList(
        compared: "SELECT id, folded, 1 FROM agent", written: "SELECT name FROM agent", renaming: .agentName)
    static let teams = NameList(
        compared: "SELECT id, folded, 1 FROM team", written: "SELECT name FROM team",
        renaming: .teamName)
    // Names that were merged into another, telephone numbers and addresses find the customer too.
    static let customers = NameList(
        compared: """
            SELECT COALESCE(merged_into, id), folded, 1 FROM customer
            UNION ALL SELECT COALESCE(merged_into, id), phone, 0 FROM customer WHERE phone IS NOT NULL
            UNION ALL SELECT COALESCE(merged_into, id), phone_key, 0 FROM customer WHERE phone_key IS NOT NULL
            UNION ALL SELECT COALESCE(merged_into, id), email, 0 FROM customer WHERE email IS NOT NULL
            """,
        written: """
            SELECT name FROM customer UNION ALL SELECT phone FROM customer WHERE phone IS NOT NULL
            UNION ALL SELECT email FROM customer WHERE email IS NOT NULL
            """, renaming: .customerName)
    static let organisations = NameList(
        compared: "SELECT id, folded, 1 FROM organisation", written: "SELECT name FROM organisation",
        renaming: .organisationName)
    static let tags = NameList(
        compared: "SELECT id, folded, 1 FROM tag UNION ALL SELECT tag_id, folded, 1 FROM tag_alias",
        written: "SELECT name FROM tag UNION ALL SELECT folded FROM tag_alias")
    static let causes = NameList(
        compared: "SELECT id, folded, 1 FROM cause UNION ALL SELECT cause_id, folded, 1 FROM cause_alias",
        written: "SELECT name FROM cause UNION ALL SELECT folded FROM cause_alias")
    /// Without their other names.
    static let causesThemselves = NameList(
        compared: "SELECT id, folded, 1 FROM cause", written: "SELECT name FROM cause")

    /// Whatever is called so; what has several such names stands there several times.
    func ids(_ test: TextTest, in db: any Transaction) throws -> [Int64] {
        var found: [Int64] = []
        try db.eachInPlace(compared, []) { row in
            let name = try row.text(1)
            let isMeant = try row.flag(2) ? test.admits(folded: name) : test.admits(name)
            if isMeant { found.append(try row.integer(0)) }
        }
        return found
    }

    /// Whoever was called so before, by the history.
    /// - Parameter name: is folded.
    func formerIDs(_ name: String, in db: any Transaction) throws -> [Int64] {
        guard let renaming else { return [] }
        let sql = "SELECT DISTINCT subject, before FROM event WHERE field = $1 AND before IS NOT NULL ORDER BY subject"
        var found: [Int64] = []
        for row in try db.rows(sql, [.text(renaming.rawValue)]) where try folded(row.text(1)) == name {
            let id = try row.integer(0)
            if !found.contains(id) { found.append(id) }
        }
        return found
    }

    /// In the order of their bytes: of two that are as near to a mistyped one, the first is proposed.
    func names(in db: any Transaction) throws -> [String] {
        try db.rows(written).map { try $0.text(0) }.sortedByBytes()
    }
}
