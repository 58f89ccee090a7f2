import Files
import Import
import Knowledge
import Presentation
import Storage
import Workflow

/// Many texts at once: a line of JSON each, answered in the order in which they came.
struct TriageBatch {
    private let session: Session
    private let file: String

    init(_ session: Session, _ text: TextOptions) {
        self.session = session
        file = text.file ?? "-"
    }

    /// - Throws: `Refusal.partlyRead` when lines were no texts; the others are answered.
    func run() throws {
        let bytes = file == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(file)
        let store = try session.openForReading()
        var (bad, answered) = (0, 0)
        try store.read { db in
            let triage = try Triage(in: db, near: SimilarityIndex(heldFrom: db))
            var known = KnownCategories()
            for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
                guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
                do {
                    let asked = try Question(Array(line))
                    let proposal = try triage.proposal(for: asked.text, known: &known, in: db)
                    let votes = try NeighbourVotes(of: proposal.nearest, in: db)
                    let id = JSONObject.Member(name: "id", value: asked.id)
                    try session.answer(.triage, item: TriageJSON.item(id, proposal, votes))
                    answered += 1
                } catch let fault as JSONError {
                    bad += 1
                    try session.note("\(file):\(index + 1): \(fault)")
                } catch Question.Fault.noText {
                    bad += 1
                    try session.note("\(file):\(index + 1): \(session.words.knowledge.noTexts)")
                }
            }
        }
        if bad > 0 { throw Refusal.partlyRead(bad: bad, answered: answered) }
    }
}

/// One line of the file.
private struct Question {
    enum Fault: Error { case noText }

    let id: JSONValue
    let text: AskedText

    init(_ line: [UInt8]) throws {
        let value = try JSONReader.value(of: line)
        let (title, description) = (value["title"]?.text, value["description"]?.text)
        guard title != nil || description != nil else { throw Fault.noText }
        id = value["id"] ?? .null
        text = AskedText(title: title ?? "", description: description)
    }
}
