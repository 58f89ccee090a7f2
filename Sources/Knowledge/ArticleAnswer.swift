import Storage
import Workflow

/// What an article says to somebody who asks.
package enum ArticleAnswer {
    /// Its remedies; of an article without any, what it tells. Pictures are left out.
    package static func text(of number: Article.Number, in db: any Transaction) throws -> String {
        let article = try Articles.find(number, in: db)
        let texts = try ArticleContent.entries(of: article, in: db).flatMap(\.texts)
        let remedies = texts.filter { $0.role == .remedy }
        let told = (remedies.isEmpty ? texts.filter { $0.role == .other || $0.role == .cause } : remedies)
            .map { $0.body.replacing("[image]", with: "").trimmed }.filter { !$0.isEmpty }
        return told.isEmpty ? article.title : told.joined(by: "\n")
    }
}

/// The draft of an article out of a ticket that was resolved: only causes that somebody confirmed, and nobody's personal data.
package enum ArticleDraftText {
    /// - Throws: `ArticleError.noCause` where nobody has confirmed a cause.
    package static func text(from number: Ticket.Number, in db: any Transaction) throws -> (title: String, body: String)
    {
        guard let record = try TicketRecord.find(number, categories: try CategoryTree.read(in: db), in: db) else {
            throw StorageError.noSuchTicket(number.rawValue)
        }
        let causes = record.causes.filter { $0.state == .confirmed && !$0.isPlaceholder }.map(\.name)
        guard !causes.isEmpty else { throw ArticleError.noCause(number) }
        let symptom = record.messages.first { $0.isDescription }?.body
        let answers = record.messages.filter { $0.role == .agent && !$0.isInternal }.suffix(2).map(\.body)
        let isChinese = record.ticket.title.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        let headings =
            isChinese ? ["问题现象", "适用环境", "可能原因", "解决办法"] : ["Symptoms", "Environment", "Cause", "Resolution"]
        let parts = [
            symptom ?? record.ticket.title, record.categoryPath.joined(by: " / "),
            causes.map { "- \($0)" }.joined(by: "\n"), answers.joined(by: "\n\n"),
        ]
        let title = PersonalData.masked(record.ticket.title)
        let sections = zip(headings, parts).map { "## \($0)\n\n\(PersonalData.masked($1))\n" }
        return (title, "# \(title)\n\n" + sections.joined(by: "\n"))
    }
}
