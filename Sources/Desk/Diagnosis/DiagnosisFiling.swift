import App
import Diagnosis
import Presentation
import Storage
import Workflow

/// Writes a diagnosis down, and says it to its ticket.
struct DiagnosisFiling {
    let session: Session
    let store: Store
    let target: DiagnosisTarget

    /// Undoing the first operation of these takes back all.
    func remember(_ diagnosis: SiteDiagnosis, _ request: DiagnosisRequest) throws -> DiagnosisResult {
        guard target.priority != nil else {
            let result = try session.workspace.remember(diagnosis, request, in: store)
            if let ticket = target.ticket { try note(result, on: ticket, because: result.operation) }
            return result
        }
        let (written, sentence) = try file(diagnosis, request)
        var request = request
        request.ticket = written.ticket
        let result = try session.workspace.remember(diagnosis, request, in: store, cause: written.operation)
        try note(result, on: written.ticket, because: written.operation)
        if !session.answersInJSON { try session.note(sentence) }
        return result
    }

    private func file(_ diagnosis: SiteDiagnosis, _ request: DiagnosisRequest) throws -> (Written, String) {
        // Its own number is not known yet, and stands in neither text.
        let stored = StoredDiagnosis(
            id: 0, url: request.address.masked, host: request.address.hostText, customer: nil, ticket: nil, verdict: "",
            evidence: "", consent: request.consent, agent: session.actorName, at: session.now)
        let page = try session.page(of: DiagnosisResult(stored, diagnosis), store)
        var ticket = NewTicket(title: page.title, description: page.summary().joined(by: "\n"))
        ticket.customer = target.customer
        if let priority = target.priority { (ticket.priority, ticket.priorityText) = priority }
        let (written, consequences) = try session.workspace.file(ticket, in: store)
        try session.tell(consequences)
        return (written, session.words.ticket.filed(written, ticket))
    }

    private func note(_ result: DiagnosisResult, on ticket: Ticket.Number, because operation: Int64?) throws {
        let page = try session.page(of: result, store)
        let text = page.lines().joined(by: "\n")
        try session.workspace.note(text, on: ticket, because: operation, in: store)
    }
}
