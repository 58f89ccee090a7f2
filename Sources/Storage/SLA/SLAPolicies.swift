import Workflow

/// A policy as the desk keeps it.
package struct SLAPolicy: Equatable, Sendable {
    package var id: Int64
    package var name: String
    /// For which tickets.
    package var query: String
    package var terms: SLATerms
    /// Nil: the desk's.
    package var calendar: String?

    package init(id: Int64 = 0, name: String, query: String, terms: SLATerms, calendar: String? = nil) {
        self.id = id
        self.name = name
        self.query = query
        self.terms = terms
        self.calendar = calendar
    }
}

/// Reading policies.
package enum SLAPolicies {
    /// In the order in which they are asked.
    package static func all(in db: any Transaction) throws -> [SLAPolicy] {
        let sql = "SELECT id, name, query, terms, calendar FROM sla_policy WHERE is_retired = 0 ORDER BY position, id"
        return try db.rows(sql).map { row in
            SLAPolicy(
                id: try row.integer(0), name: try row.text(1), query: try row.text(2),
                terms: try SLATerms(text: try row.text(3)), calendar: try row.optionalText(4))
        }
    }

    package static func areThere(in db: any Transaction) throws -> Bool {
        try db.row("SELECT 1 FROM sla_policy WHERE is_retired = 0 LIMIT 1") != nil
    }

    /// - Throws: `SLAError.unknown`
    package static func find(_ name: String, in db: any Transaction) throws -> SLAPolicy {
        let policies = try all(in: db)
        let plain = folded(name)
        if let policy = policies.first(where: { folded($0.name) == plain }) { return policy }
        throw SLAError.unknown(name, nearest: Nearest(to: plain).among(policies.map(\.name)))
    }
}

extension Store {
    /// Makes a policy, the last in order. What is finished keeps its verdict.
    /// - Throws: `SLAError.exists`; what is wrong with its query or calendar.
    package func addPolicy(_ policy: SLAPolicy, _ context: CommandContext, _ slaContext: SLAContext) throws
        -> WriteResult
    {
        try write(context, needs: .calendars) { operation in
            let db = operation.db
            let known = try SLAPolicies.all(in: db)
            if known.contains(where: { folded($0.name) == folded(policy.name) }) { throw SLAError.exists(policy.name) }
            try SLAVerdictWriter(slaContext, in: db).run()
            try db.run(
                """
                INSERT INTO sla_policy (name, folded, position, query, terms, is_retired) VALUES ($1, $2, 0, '', '', 1)
                ON CONFLICT (folded) DO NOTHING
                """, [.text(policy.name), .text(folded(policy.name))])
            let row = try db.row("SELECT id FROM sla_policy WHERE folded = $1", [.text(folded(policy.name))])
            guard let id = try row?.integer(0) else { throw StorageError.failed(detail: "no policy was made") }
            try operation.change(.slaPosition, ofRow: id, to: .integer(known.count + 1))
            try operation.set(policy, ofRow: id)
            try operation.change(.slaRetired, ofRow: id, to: .flag(false))
        }.result
    }

    /// Gives a policy other terms, another query or calendar.
    package func change(_ policy: SLAPolicy, _ context: CommandContext, _ slaContext: SLAContext) throws -> WriteResult
    {
        try write(context, needs: .calendars) { operation in
            let db = operation.db
            try SLAVerdictWriter(slaContext, in: db).run()
            try operation.set(policy, ofRow: policy.id)
        }.result
    }

    /// Takes a policy away; undo brings it back.
    package func removePolicy(_ name: String, _ context: CommandContext, _ slaContext: SLAContext) throws -> WriteResult
    {
        try write(context, needs: .calendars) { operation in
            let db = operation.db
            let policy = try SLAPolicies.find(name, in: db)
            try SLAVerdictWriter(slaContext, in: db).run()
            try operation.change(.slaRetired, ofRow: policy.id, to: .flag(true))
        }.result
    }

    /// Asks the policies in this order from now on; those that are not named come after.
    package func orderPolicies(_ names: [String], _ context: CommandContext, _ slaContext: SLAContext) throws
        -> WriteResult
    {
        try write(context, needs: .calendars) { operation in
            let db = operation.db
            let named = try names.map { try SLAPolicies.find($0, in: db) }
            guard Set(named.map(\.id)).count == named.count else { throw SLAError.badOrder }
            let others = try SLAPolicies.all(in: db).filter { policy in !named.contains { $0.id == policy.id } }
            try SLAVerdictWriter(slaContext, in: db).run()
            for (index, policy) in (named + others).enumerated() {
                try operation.change(.slaPosition, ofRow: policy.id, to: .integer(index + 1))
            }
        }.result
    }
}

extension Operation {
    fileprivate mutating func set(_ policy: SLAPolicy, ofRow id: Int64) throws {
        _ = try Query.parse(policy.query, in: db)
        if let calendar = policy.calendar { _ = try Calendars.find(calendar, in: db) }
        try change(.slaQuery, ofRow: id, to: .text(policy.query))
        try change(.slaTerms, ofRow: id, to: .text(policy.terms.text))
        try change(.slaCalendar, ofRow: id, to: .optional(policy.calendar))
    }
}
