import Diagnosis
import Storage
import Workflow

/// A diagnosis that a person asked for.
package struct DiagnosisRequest: Sendable {
    package var address: SiteAddress
    /// A name, a telephone number or an e-mail address.
    package var customer: String?
    package var ticket: Ticket.Number?
    package var consent: StoredConsent

    package init(address: SiteAddress, customer: String?, ticket: Ticket.Number?, consent: StoredConsent) {
        self.address = address
        self.customer = customer
        self.ticket = ticket
        self.consent = consent
    }
}

/// A diagnosis and where the desk has it.
package struct DiagnosisResult: Sendable {
    package var stored: StoredDiagnosis
    package var diagnosis: SiteDiagnosis
    package var operation: Int64?

    package init(_ stored: StoredDiagnosis, _ diagnosis: SiteDiagnosis, operation: Int64? = nil) {
        self.stored = stored
        self.diagnosis = diagnosis
        self.operation = operation
    }
}

extension Workspace {
    /// What the desk says of its provider, beside what a person chose.
    /// - Throws: `DiagnosisError` for a name in the settings that is none.
    package func probeOptions(_ chosen: ProbeOptions, in store: Store) throws -> ProbeOptions {
        var options = chosen
        let (names, issuers) = try store.read { db in
            (try Settings.text(of: .diagnosisCNAME, in: db), try Settings.text(of: .diagnosisIssuers, in: db))
        }
        options.cnameSuffixes = try Self.list(names).map { try DomainName($0) }
        options.issuers = Self.list(issuers)
        return options
    }

    private static func list(_ text: String) -> [String] {
        text.split { ", ，、".contains($0) }.map { String($0) }
    }

    /// Remembers what was seen, and who had agreed to it.
    /// - Parameter cause: the operation of which this is a consequence.
    package func remember(
        _ diagnosis: SiteDiagnosis, _ request: DiagnosisRequest, in store: Store, cause: Int64? = nil
    ) throws -> DiagnosisResult {
        var draft = DiagnosisDraft(
            url: request.address.masked, host: request.address.hostText, verdict: diagnosis.assessment.verdict.code,
            evidence: try diagnosis.evidence.encoded(), consent: request.consent)
        draft.customer = try request.customer.map { name in try store.read { try Customers.known(name, in: $0) } }
        draft.ticket = request.ticket
        var context = context
        context.cause = cause
        let outcome = try store.add(draft, context)
        return DiagnosisResult(outcome.content, diagnosis, operation: outcome.result.operation)
    }

    /// A diagnosis from its evidence, without the network.
    /// - Throws: `StorageError.noSuchDiagnosis`; `DiagnosisError` for evidence that cannot be read.
    package func replay(_ id: StoredDiagnosis.ID, in db: any Transaction) throws -> DiagnosisResult {
        let stored = try Diagnoses.find(id, in: db)
        return DiagnosisResult(stored, SiteDiagnosis(try Evidence(encoded: stored.evidence)))
    }

    /// Says a text to a ticket that only agents read, as a consequence of an operation.
    package func note(_ text: String, on ticket: Ticket.Number, because operation: Int64?, in store: Store) throws {
        var context = context
        context.cause = operation
        _ = try store.perform(.note(text), on: [ticket], context)
    }
}
