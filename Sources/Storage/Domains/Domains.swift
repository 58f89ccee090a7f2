import Workflow

/// A name that a customer has, or says to have.
package struct ClaimedDomain: Equatable, Sendable {
    package var id: Int64
    /// In the letters of the network; `*.example.com` for all names below.
    package var name: String
    package var customer: String
    package var token: String
    package var expiresAt: Instant
    /// Nil while it is only claimed.
    package var verifiedAt: Instant?
    package var createdAt: Instant
    var customerID: Int64

    package var isVerified: Bool { verifiedAt != nil }

    /// How long a claim may wait for its proof, in milliseconds: a week.
    package static let lifetime: Int64 = 7 * 86_400_000

    /// The name without the star.
    package var base: String { name.hasPrefix("*.") ? String(name.dropFirst(2)) : name }
}

/// Reading domains.
package enum Domains {
    private static let select = """
        SELECT domain.id, domain.name, customer.name, domain.token, domain.expires_at, domain.verified_at,
            domain.created_at, domain.customer_id
        FROM domain JOIN customer ON customer.id = domain.customer_id WHERE domain.removal = 0
        """

    /// In the order of their names' bytes.
    package static func all(in db: any Transaction) throws -> [ClaimedDomain] {
        try db.rows("\(select) ORDER BY domain.id").map(decode).sorted { $0.name.precedesInBytes($1.name) }
    }

    /// Everybody who has or claims a name, who has it first.
    package static func all(_ name: String, in db: any Transaction) throws -> [ClaimedDomain] {
        let found = try db.rows("\(select) AND domain.name = $1 ORDER BY domain.id", [.text(name)]).map(decode)
        return found.filter(\.isVerified) + found.filter { !$0.isVerified }
    }

    /// Who has the name, or one above it: the nearest counts.
    /// - Parameter name: in the letters of the network, without a star.
    package static func owner(of name: String, in db: any Transaction) throws -> ClaimedDomain? {
        let labels = name.split(separator: ".")
        for count in 0..<labels.count {
            let place = labels[count...].joined(separator: ".")
            let names = count == 0 ? [place] : ["*." + place, place]
            for name in names {
                let sql = "\(select) AND domain.name = $1 AND domain.verified_at IS NOT NULL"
                if let row = try db.row(sql, [.text(name)]) { return try decode(row) }
            }
        }
        return nil
    }

    static func find(_ id: Int64, in db: any Transaction) throws -> ClaimedDomain {
        guard let row = try db.row("\(select) AND domain.id = $1", [.integer(id)]) else {
            throw StorageError.failed(detail: "no domain \(id)")
        }
        return try decode(row)
    }

    private static func decode(_ row: SQLRow) throws -> ClaimedDomain {
        ClaimedDomain(
            id: try row.integer(0), name: try row.text(1), customer: try row.text(2), token: try row.text(3),
            expiresAt: try row.instant(4), verifiedAt: try row.optionalInstant(5), createdAt: try row.instant(6),
            customerID: try row.integer(7))
    }
}

/// What stays with a customer who loses a name.
package struct DomainRemains: Equatable, Sendable {
    package var tickets: Int
    package var diagnoses: Int
    /// Other names of theirs, below it.
    package var below: [String]

    static func read(of owner: ClaimedDomain, in db: any Transaction) throws -> DomainRemains {
        let customer: [SQLValue] = [.integer(owner.customerID)]
        let tickets = try db.row("SELECT COUNT(*) FROM ticket WHERE customer_id = $1 AND removal = 0", customer)
        let diagnoses = try db.row("SELECT COUNT(*) FROM diagnosis WHERE customer_id = $1 AND removal = 0", customer)
        let below = try Domains.all(in: db).filter {
            $0.customerID == owner.customerID && $0.name.hasSuffix("." + owner.base)
        }
        return DomainRemains(
            tickets: try tickets?.int(0) ?? 0, diagnoses: try diagnoses?.int(0) ?? 0,
            below: below.map(\.name).filter { $0 != owner.name })
    }
}
