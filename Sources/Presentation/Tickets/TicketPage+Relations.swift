import Storage
import Workflow

/// What connects a ticket, on its page.
extension TicketPage {
    package func relations(_ relations: TicketRelations) -> [String] {
        let page = words.relations.page
        var lines: [String] = []
        if !relations.problems.isEmpty {
            lines.append(line([(page.problems, relations.problems.map(problem).joined(by: "; "))]))
        }
        if !relations.links.isEmpty {
            lines += several(page.links, relations.links.map(link))
        }
        if !relations.watchers.isEmpty {
            lines.append(line([(page.watchers, relations.watchers.joined(by: ", "))]))
        }
        if !relations.attachments.isEmpty {
            lines += several(page.attachments, relations.attachments.map(attachment))
        }
        return lines
    }

    func references(_ references: TicketReferences) -> [String] {
        let page = words.relations.page
        let articles = references.articles.map { article in
            "\(article.number) \(article.title)" + (article.isResolution ? " (\(page.resolvedWith))" : "")
        }
        let diagnoses = references.diagnoses.map { diagnosis in
            "\(StoredDiagnosis.label(of: diagnosis.id)) \(diagnosis.url) (\(diagnosis.verdict))"
        }
        return several(page.articles, articles) + several(page.diagnoses, diagnoses)
    }

    // One beside its name, several below it.
    private func several(_ name: String, _ values: [String]) -> [String] {
        guard values.count > 1 else { return values.map { line([(name, $0)]) } }
        return [name + ":"] + values.map { "    " + TextDirection.isolated(SafeText.line($0)) }
    }

    private func problem(_ problem: Problem) -> String {
        "\(problem.label) \(problem.title)"
            + (problem.workaround.map { " (\(words.relations.page.workaround): \($0))" } ?? "")
    }

    private func link(_ named: TicketRelations.NamedLink) -> String {
        "\(words.relations.page.link(named.link)) #\(named.link.other.rawValue) \(named.title)"
    }

    private func attachment(_ file: Attachment) -> String {
        let facts = [
            words.relations.size(file.size), file.isInternal ? words.message.isInternal : "",
            file.message.map { "m\($0)" } ?? "", file.isMissing ? words.relations.page.missing : "",
        ]
        return "\(file.name) (\(facts.filter { !$0.isEmpty }.joined(by: ", ")))"
    }

    /// A ticket that lives on in the one shown: its messages under its own number, by which they are still called.
    /// What it was labelled with is still true.
    package func merged(
        _ record: TicketRecord, beside mergeTarget: TicketRecord, _ editors: [(message: Message.ID, name: String)] = []
    ) -> [String] {
        let head = "── " + words.relations.page.merged(record.ticket)
        let category = record.categoryPath.joined(by: CategoryTree.separator)
        var facts: [(String, String)] = []
        if record.ticket.priority != mergeTarget.ticket.priority {
            facts.append((words.page.priority, record.ticket.priorityText ?? words.priority(record.ticket.priority)))
        }
        if !category.isEmpty && record.categoryPath != mergeTarget.categoryPath {
            facts.append((words.page.category, category))
        }
        let fields = record.fields.filter { !mergeTarget.fields.contains($0) }
        return [TextDirection.isolated(head)] + (facts.isEmpty ? [] : [line(facts)])
            + (record.tags == mergeTarget.tags ? [] : tags(record)) + fields.flatMap { field($0) }
            + relations(record.relations)
            + record.messages.flatMap { message($0, of: record.ticket.number, editors: editors) }
    }
}
