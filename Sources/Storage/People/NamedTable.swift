import Workflow

/// The tables of people and their groups. All of them are known by a name, and added, renamed and retired alike.
package enum NamedTable: Equatable, Sendable {
    case customer, organisation, team, agent

    /// One of its rows.
    package struct Line: Equatable, Sendable {
        package var id: Int64
        package var name: String
        package var removal: Removal

        package var isRetired: Bool { removal != .none }
    }

    /// The row of a name, however it is written; a customer who was merged is the one they were merged into.
    package func line(_ name: String, in db: any Transaction) throws -> Line? {
        try db.row(find, [.text(folded(name))]).map {
            Line(id: try $0.integer(0), name: try $0.text(1), removal: try $0.code(2))
        }
    }

    /// The row of a name that must be there, retired or not.
    /// - Throws: `StorageError.noSuchName` with the nearest name there is.
    package func known(_ name: String, in db: any Transaction) throws -> Line {
        if let line = try line(name, in: db), line.removal != .undone { return line }
        // Of two that are as near, the first is proposed.
        let names = try db.rows(names).map { try $0.text(0) }.sortedByBytes()
        throw StorageError.noSuchName(self, name, nearest: Nearest(to: folded(name)).among(names))
    }

    /// The row of a name that can be chosen.
    /// - Throws: `StorageError.noSuchName`, `.retired`.
    package func offered(_ name: String, in db: any Transaction) throws -> Line {
        let line = try known(name, in: db)
        guard !line.isRetired else { throw StorageError.retired(self, line.name) }
        return line
    }

    func name(of id: Int64, in db: any Transaction) throws -> String {
        guard let name = try db.row(nameOfRow, [.integer(id)])?.text(0) else {
            throw StorageError.failed(detail: "no row \(id)")
        }
        return name
    }
}

extension NamedTable {
    private var find: String {
        switch self {
        case .customer:
            """
            SELECT kept.id, kept.name, kept.removal FROM customer
            JOIN customer AS kept ON kept.id = COALESCE(customer.merged_into, customer.id) WHERE customer.folded = $1
            """
        case .organisation: "SELECT id, name, removal FROM organisation WHERE folded = $1"
        case .team: "SELECT id, name, removal FROM team WHERE folded = $1"
        case .agent: "SELECT id, name, removal FROM agent WHERE folded = $1"
        }
    }

    private var names: String {
        switch self {
        case .customer: "SELECT name FROM customer WHERE removal = 0"
        case .organisation: "SELECT name FROM organisation WHERE removal = 0"
        case .team: "SELECT name FROM team WHERE removal = 0"
        case .agent: "SELECT name FROM agent WHERE removal = 0"
        }
    }

    private var nameOfRow: String {
        switch self {
        case .customer: "SELECT name FROM customer WHERE id = $1"
        case .organisation: "SELECT name FROM organisation WHERE id = $1"
        case .team: "SELECT name FROM team WHERE id = $1"
        case .agent: "SELECT name FROM agent WHERE id = $1"
        }
    }

    /// `$3` is the removal.
    private var insert: String {
        switch self {
        case .customer: "INSERT INTO customer (name, folded, removal) VALUES ($1, $2, $3) RETURNING id"
        case .organisation: "INSERT INTO organisation (name, folded, removal) VALUES ($1, $2, $3) RETURNING id"
        case .team: "INSERT INTO team (name, folded, removal) VALUES ($1, $2, $3) RETURNING id"
        case .agent: "INSERT INTO agent (name, folded, role, removal) VALUES ($1, $2, 1, $3) RETURNING id"
        }
    }

    func insert(_ name: String, _ removal: Removal, in db: any Transaction) throws -> Int64 {
        let values: [SQLValue] = [.text(name), .text(folded(name)), .integer(removal.rawValue)]
        guard let id = try db.row(insert, values)?.integer(0) else {
            throw StorageError.failed(detail: "no row was made")
        }
        return id
    }

    var nameField: EventField {
        switch self {
        case .customer: .customerName
        case .organisation: .organisationName
        case .team: .teamName
        case .agent: .agentName
        }
    }

    var removalField: EventField {
        switch self {
        case .customer: .customerRemoval
        case .organisation: .organisationRemoval
        case .team: .teamRemoval
        case .agent: .agentRemoval
        }
    }
}

extension SQLValue {
    /// The greatest `removal` of a row that is listed.
    static func removal(withRetired: Bool) -> SQLValue { .integer((withRetired ? Removal.trash : .none).rawValue) }
}
