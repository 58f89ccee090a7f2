import Workflow

/// Claiming, proving, moving and releasing names. Whether a proof is published is looked for outside.
extension Store {
    /// A claim, which counts for a week.
    /// - Parameters:
    ///   - name: in the letters of the network; `readable` is the same for people.
    ///   - customer: a name; somebody unknown is an error.
    /// - Throws: `DomainFault.claimed`, `.belowForeign`
    package func claim(
        _ name: String, readable: String, customer: String, token: String, _ context: CommandContext
    ) throws -> Outcome<ClaimedDomain> {
        try write(context, needs: .work) { operation in
            let db = operation.db
            let id = try Customers.known(customer, in: db)
            var claims = try Domains.all(name, in: db).filter { $0.customerID == id }
            // One that was not proven in time makes room for the next.
            for expired in claims where !expired.isVerified && expired.expiresAt < context.at {
                try operation.change(.domainRemoval, ofRow: expired.id, to: .integer(Removal.trash.rawValue))
                claims.removeAll { $0.id == expired.id }
            }
            guard claims.isEmpty else { throw StorageError.domain(.claimed(readable)) }
            try operation.requireNoForeignParent(of: name, readable, customer: id)
            let row = try operation.insert(name, customer: id, token: token)
            try operation.change(.domainRemoval, ofRow: row, to: .integer(Removal.none.rawValue))
            return try Domains.find(row, in: db)
        }
    }

    /// Makes a claim the customer's, after its proof was found.
    /// - Throws: `DomainFault.taken` where somebody else was faster, `.expired`, `.noDomain`
    package func verify(_ claim: ClaimedDomain, readable: String, _ context: CommandContext) throws -> Outcome<
        ClaimedDomain
    > {
        try write(context, needs: .work) { operation in
            try operation.requireValid(claim, readable)
            let owner = try Domains.all(claim.name, in: operation.db).first(where: \.isVerified)
            guard owner == nil || owner?.id == claim.id else { throw StorageError.domain(.taken(readable)) }
            try operation.requireNoForeignParent(of: claim.name, readable, customer: claim.customerID)
            try operation.change(.domainVerified, ofRow: claim.id, to: .integer(context.at.milliseconds))
            return try Domains.find(claim.id, in: operation.db)
        }
    }

    /// What stays with whoever has the name now.
    /// - Throws: `DomainFault.notTaken`
    package func remains(of claim: ClaimedDomain, readable: String) throws -> (owner: ClaimedDomain, DomainRemains) {
        try read { db in
            guard let owner = try Domains.all(claim.name, in: db).first(where: \.isVerified), owner.id != claim.id
            else {
                throw StorageError.domain(.notTaken(readable))
            }
            return (owner, try DomainRemains.read(of: owner, in: db))
        }
    }

    /// Takes a name from whoever has it, after the proof of the claim was found: one operation.
    /// - Parameter owner: from whom it is taken, as the person saw it.
    /// - Throws: `DomainFault.taken` where it went to somebody else meanwhile
    package func move(
        _ claim: ClaimedDomain, from owner: ClaimedDomain, readable: String, _ context: CommandContext
    ) throws -> Outcome<ClaimedDomain> {
        try write(context, needs: .work) { operation in
            try operation.requireValid(claim, readable)
            guard try Domains.all(claim.name, in: operation.db).first(where: \.isVerified) == owner else {
                throw StorageError.domain(.taken(readable))
            }
            try operation.change(.domainRemoval, ofRow: owner.id, to: .integer(Removal.trash.rawValue))
            try operation.change(.domainVerified, ofRow: claim.id, to: .integer(context.at.milliseconds))
            return try Domains.find(claim.id, in: operation.db)
        }
    }

    /// Gives a name or a claim up. Undo brings it back.
    package func release(_ domain: ClaimedDomain, readable: String, _ context: CommandContext) throws -> WriteResult {
        try write(context, needs: .work) { operation in
            guard try Domains.all(domain.name, in: operation.db).contains(where: { $0.id == domain.id }) else {
                throw StorageError.domain(.noDomain(readable))
            }
            try operation.change(.domainRemoval, ofRow: domain.id, to: .integer(Removal.trash.rawValue))
        }.result
    }
}

extension Operation {
    /// The claim is there as it was read, and counts still.
    fileprivate func requireValid(_ claim: ClaimedDomain, _ readable: String) throws {
        guard let now = try Domains.all(claim.name, in: db).first(where: { $0.id == claim.id }),
            now.token == claim.token
        else { throw StorageError.domain(.noDomain(readable)) }
        guard now.isVerified || now.expiresAt >= at else { throw StorageError.domain(.expired(readable)) }
    }

    /// A name below another customer's is for that customer to give.
    fileprivate func requireNoForeignParent(of name: String, _ readable: String, customer: Int64) throws {
        let base = name.hasPrefix("*.") ? String(name.dropFirst(2)) : name
        guard let owner = try Domains.owner(of: base, in: db), owner.customerID != customer, owner.base != base else {
            return
        }
        throw StorageError.domain(.belowForeign(readable, above: owner.name))
    }

    // It begins undone and is brought back by a change that undo can reverse.
    fileprivate func insert(_ name: String, customer: Int64, token: String) throws -> Int64 {
        let made = try db.row(
            """
            INSERT INTO domain (name, customer_id, token, expires_at, agent_id, created_at, removal)
            VALUES ($1, $2, $3, $4, $5, $6, 2) RETURNING id
            """,
            [
                .text(name), .integer(customer), .text(token), .integer(at.milliseconds + ClaimedDomain.lifetime),
                .integer(try author().agent.id), .integer(at.milliseconds),
            ])
        guard let id = try made?.integer(0) else { throw StorageError.failed(detail: "no domain was made") }
        return id
    }
}
