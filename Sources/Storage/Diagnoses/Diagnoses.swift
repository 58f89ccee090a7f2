import Workflow

/// A diagnosis as the desk remembers it. What it concludes follows from the evidence.
package struct StoredDiagnosis: Equatable, Sendable {
    package typealias ID = Int64

    package var id: ID
    /// With its secrets hidden.
    package var url: String
    package var host: String
    package var customer: String?
    package var ticket: Ticket.Number?
    /// The code of the verdict, as it was concluded then.
    package var verdict: String
    /// JSON.
    package var evidence: String
    package var consent: StoredConsent
    package var agent: String
    package var at: Instant

    package init(
        id: ID, url: String, host: String, customer: String?, ticket: Ticket.Number?, verdict: String, evidence: String,
        consent: StoredConsent, agent: String, at: Instant
    ) {
        self.id = id
        self.url = url
        self.host = host
        self.customer = customer
        self.ticket = ticket
        self.verdict = verdict
        self.evidence = evidence
        self.consent = consent
        self.agent = agent
        self.at = at
    }

    /// As people write it: `d3`.
    package var label: String { Self.label(of: id) }

    package static func label(of id: ID) -> String { "d\(id)" }

    /// `d3`, `D3` or `3`.
    package static func id(of text: String) -> ID? {
        let digits = text.first == "d" || text.first == "D" ? text.dropFirst() : text[...]
        return Int64(digits).flatMap { $0 > 0 ? $0 : nil }
    }
}

/// What somebody said yes to before a site was probed.
package struct StoredConsent: Equatable, Sendable {
    package var words: String
    /// A person answered the question; else the yes stood in the command.
    package var isAnswered: Bool

    package init(words: String, isAnswered: Bool) {
        self.words = words
        self.isAnswered = isAnswered
    }
}

/// A diagnosis that is to be remembered.
package struct DiagnosisDraft: Equatable, Sendable {
    package var url: String
    package var host: String
    /// The number of the customer.
    package var customer: Int64?
    package var ticket: Ticket.Number?
    package var verdict: String
    package var evidence: String
    package var consent: StoredConsent

    package init(url: String, host: String, verdict: String, evidence: String, consent: StoredConsent) {
        self.url = url
        self.host = host
        self.verdict = verdict
        self.evidence = evidence
        self.consent = consent
    }
}

/// Reading diagnoses.
package enum Diagnoses {
    private static let select = """
        SELECT diagnosis.id, diagnosis.url, diagnosis.host, customer.name, diagnosis.ticket_id, diagnosis.verdict,
            diagnosis.evidence, diagnosis.consent, diagnosis.is_consent_answered, agent.name, diagnosis.at
        FROM diagnosis JOIN agent ON agent.id = diagnosis.agent_id
        LEFT JOIN customer ON customer.id = diagnosis.customer_id WHERE diagnosis.removal = 0
        """

    /// Newest first.
    package static func all(in db: any Transaction) throws -> [StoredDiagnosis] {
        try db.rows("\(select) ORDER BY diagnosis.id DESC").map(decode)
    }

    /// - Throws: `StorageError.noSuchDiagnosis`
    package static func find(_ id: StoredDiagnosis.ID, in db: any Transaction) throws -> StoredDiagnosis {
        guard let row = try db.row("\(select) AND diagnosis.id = $1", [.integer(id)]) else {
            throw StorageError.noSuchDiagnosis(StoredDiagnosis.label(of: id))
        }
        return try decode(row)
    }

    private static func decode(_ row: SQLRow) throws -> StoredDiagnosis {
        StoredDiagnosis(
            id: try row.integer(0), url: try row.text(1), host: try row.text(2), customer: try row.optionalText(3),
            ticket: try row.optionalInteger(4).map { Ticket.Number($0) }, verdict: try row.text(5),
            evidence: try row.text(6),
            consent: StoredConsent(words: try row.text(7), isAnswered: try row.flag(8)),
            agent: try row.text(9), at: try row.instant(10))
    }
}

extension Store {
    /// Remembers a diagnosis. Undo takes it away.
    package func add(_ draft: DiagnosisDraft, _ context: CommandContext) throws -> Outcome<StoredDiagnosis> {
        try write(context, needs: .work) { operation in
            let id = try operation.insert(draft)
            try operation.change(.diagnosisRemoval, ofRow: id, to: .integer(Removal.none.rawValue))
            return try Diagnoses.find(id, in: operation.db)
        }
    }
}

extension Operation {
    // It begins undone and is brought back by a change that undo can reverse.
    fileprivate func insert(_ draft: DiagnosisDraft) throws -> StoredDiagnosis.ID {
        let made = try db.row(
            """
            INSERT INTO diagnosis (url, host, customer_id, ticket_id, verdict, evidence, consent, is_consent_answered,
                agent_id, at, removal)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 2) RETURNING id
            """,
            [
                .text(draft.url), .text(draft.host), .optional(draft.customer), .optional(draft.ticket?.rawValue),
                .text(draft.verdict), .text(draft.evidence), .text(draft.consent.words),
                .flag(draft.consent.isAnswered), .integer(try author().agent.id), .integer(at.milliseconds),
            ])
        guard let id = try made?.integer(0) else { throw StorageError.failed(detail: "no diagnosis was made") }
        return id
    }
}
