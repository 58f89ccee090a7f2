import Files
import Storage
import Workflow

/// An article as the store takes it in.
package struct ArticleFile: Sendable {
    package let path: String
    package let name: String
    package let incoming: IncomingArticle
    /// Where it asks its reader.
    package let flow: FlowReader.Reading?

    package var draft: ArticleDraft { incoming.draft }

    /// What a person may want to mend, in the order of the lines.
    package var faults: [ArticleFault] {
        let broken = flow?.blocking.first.map { [ArticleFault(.brokenFlow, line: $0.line)] } ?? []
        return (draft.faults + broken).sorted { $0.line < $1.line }
    }

    /// - Throws: `FileError.notText`
    package init(path: String, bytes: [UInt8]) throws(FileError) {
        if bytes.prefix(8192).contains(0) { throw .notText(path) }
        self.path = path
        let name = FilePaths.baseName(path)
        self.name = name
        incoming = Self.incoming(bytes, name: name, path: path)
        flow = FlowReader.read(incoming.draft, bytes)
    }

    /// Reads bytes as the article of a file.
    package static func incoming(_ bytes: [UInt8], name: String, path: String) -> IncomingArticle {
        IncomingArticle(
            draft: ArticleReader.read(
                bytes, fallbackTitle: title(of: name), isMarkdown: !name.lowercased().hasSuffix(".txt")), bytes: bytes,
            sha256: SHA256.digest(bytes),
            fileName: name, path: path)
    }

    /// Without its ending.
    private static func title(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}

/// Whether a file holds tickets or an article, and what says so.
package struct FileJudgement: Equatable, Sendable {
    package enum Form: String, CaseIterable, Sendable {
        case tickets, articles
    }

    /// What speaks for it, with how often it was found.
    package enum Evidence: Equatable, Sendable {
        case asked
        case tickets(Int)
        case headings(Int)
        case questions(Int)
        case causes(Int)
        case remedies(Int)
        case steps(Int)
        case codes(Int)
        case signatures(Int)
        /// It asks its reader, and answers lead on.
        case asks
    }

    package var form: Form
    package var evidence: [Evidence]
    /// The other form would read it, too.
    package var hasOther = true

    /// Tickets name a category, people or a priority, have numbers or tell a conversation; a guide does neither.
    package static func areSurelyTickets(in dataset: Dataset) -> Bool {
        guard dataset.coverage.isUnderstood, dataset.form != .questions else { return false }
        if [.tracker, .csv, .taught].contains(dataset.form) || dataset.isCalledTickets { return true }
        let sample = sample(of: dataset)
        let valued = sample.count { entry in
            let values = entry.draft.values
            return values.priority != nil || values.createdAt != nil || (values.customer ?? values.assignee) != nil
        }
        let categories = sample.count(where: \.namesCategory)
        // A page of questions tells who answers, and nothing of tickets.
        if dataset.isCalledQuestions, valued + categories == 0, !sample.contains(where: { $0.draft.status != nil }) {
            return false
        }
        let talks = sample.count { !$0.draft.turns.isEmpty || $0.draft.status != nil }
        let ordinals = sample.count { $0.place.printedOrdinal != nil }
        return !sample.isEmpty && max(categories, talks, ordinals, valued) * 2 >= sample.count
    }

    /// In a file that is not understood a status with a priority or a person is no guide's all the same: who publishes it as an
    /// article would rather be told why it is none of tickets.
    private static func haveValuesOfTickets(_ dataset: Dataset) -> Bool {
        guard !dataset.coverage.isUnderstood, dataset.ticketCount > 0 else { return false }
        let sample = sample(of: dataset)
        let areRows = dataset.form == .table && sample.count >= 3
        let valued = sample.count { entry in
            let values = entry.draft.values
            let isCounted = areRows && (values.reference != nil || entry.place.printedOrdinal != nil)
            if isCounted, entry.draft.status != nil || values.priority != nil { return true }
            return entry.draft.status != nil && (values.priority != nil || (values.customer ?? values.assignee) != nil)
        }
        return valued * 2 >= sample.count
    }

    /// Whether a file has answers that may lead to headings of its own, as those of an article that asks do. Its lines look like
    /// turns of a talk.
    static func mayLeadOn(_ bytes: [UInt8]) -> Bool {
        bytes.count < longestFlow && bytes.withUnsafeBufferPointer { $0.first("](#", in: $0.indices) != nil }
    }

    /// Of a file whose tickets, if there are any, are not surely tickets. What tells nothing of a guide is left to the reader of
    /// tickets, who says what it lacks.
    package init(_ dataset: Dataset, _ article: ArticleDraft) {
        let count = dataset.ticketCount
        let marks = article.counts.links + article.counts.images + article.counts.fences
        var evidence = Self.evidence(of: article)
        if Self.isLittle(evidence, of: article) { evidence = [] }
        // Several blocks of question and answer may be tickets of a terse desk; one alone, with its title, is a guide.
        let tellsOfLogs = !article.signatures.isEmpty || marks >= Self.fewestMarks
        let isGuide =
            count <= 1 || dataset.form == .questions || dataset.isCalledQuestions || !dataset.coverage.isUnderstood
        // Who calls a file a list of bugs would rather be told why they are not understood.
        let isAsCalled =
            dataset.isCalledTickets || Self.haveValuesOfTickets(dataset) || dataset.sight?.isNoGuide ?? false
        let asks = dataset.isCalledQuestions && (article.counts.headings > 0 || dataset.form == .questions)
        let isArticle = isGuide ? (!evidence.isEmpty || asks) && !isAsCalled : tellsOfLogs
        self.init(
            form: isArticle ? .articles : .tickets,
            evidence: isArticle ? evidence + [.headings(article.counts.headings)] : [.tickets(count)])
        if isArticle { hasOther = count > 0 && dataset.coverage.isUnderstood }
    }

    package init(form: Form, evidence: [Evidence]) {
        self.form = form
        self.evidence = evidence.filter { $0.isFound }
    }

    /// In bytes.
    private static let longestFlow = 256 << 10
    /// The first tickets of a file say what all of them are.
    private static let sampled = 12

    private static func sample(of dataset: Dataset) -> [DatasetEntry] {
        (0..<min(dataset.ticketCount, sampled)).map { dataset.entry(at: $0) }
    }

    /// Lists of bugs, plans and notes have steps, names of errors and remedies as well: without any heading they count for nothing, one
    /// remedy below one heading neither, and steps alone only where the title says that it explains something.
    private static func isLittle(_ evidence: [Evidence], of article: ArticleDraft) -> Bool {
        let areSteps = evidence.allSatisfy { if case .steps = $0 { true } else { false } }
        if areSteps { return !explains(article.title) }
        guard article.counts.headings > 0 else { return evidence.allSatisfy(\.isOfLines) }
        return article.counts.headings == 1 && (evidence == [.remedies(1)] || evidence == [.causes(1)])
    }

    private static let explaining: Set<Substring> = [
        "how", "guide", "tutorial", "setup", "install", "installing", "installation", "usage", "using", "getting",
        "procedure",
        "procedures", "runbook", "playbook", "walkthrough", "troubleshooting", "configure", "configuring",
        "configuration",
        "deploy", "deploying", "deployment", "upgrade", "upgrading", "migrate", "migrating", "migration", "steps",
        "instructions", "quickstart",
    ]
    private static let explainingInHan: [String] = [
        "步骤", "指南", "手册", "教程", "如何", "怎么", "怎样", "安装", "配置", "部署", "使用", "方法", "流程", "排查", "操作", "升级", "迁移", "设置",
        "入门", "常见问题",
        "说明",
    ]

    private static func explains(_ title: String) -> Bool {
        let words = folded(title).split { !$0.isLetter }
        return words.contains(where: explaining.contains) || explainingInHan.contains(where: title.contains)
    }

    /// Links, pictures and blocks of code, which tickets without categories do not have.
    private static let fewestMarks = 2

    private static func evidence(of article: ArticleDraft) -> [Evidence] {
        let roles = article.entries.flatMap { [$0.role] + $0.texts.map(\.role) }
        let rows = article.entries.count { $0.kind == .row }
        let steps = article.entries.count { $0.kind == .step || $0.kind == .check }
        let questions = article.entries.count { $0.kind == .item }
        let found: [Evidence] = [
            .questions(questions >= 2 || article.counts.headings >= 2 ? questions : 0),
            .causes(roles.count { $0 == .cause }),
            .remedies(roles.count { $0 == .remedy }), .steps(steps >= 2 ? steps : 0), .codes(rows >= 3 ? rows : 0),
            .signatures(article.signatures.count),
        ]
        return found.filter(\.isFound)
    }
}

extension FileJudgement.Evidence {
    /// Lists and labels have it, too.
    fileprivate var isOfLines: Bool {
        switch self {
        case .causes, .remedies, .steps, .signatures: true
        case .asked, .asks, .tickets, .headings, .questions, .codes: false
        }
    }

    fileprivate var isFound: Bool {
        switch self {
        case .asked, .asks: true
        case .tickets(let count), .headings(let count),
            .questions(let count), .causes(let count), .remedies(let count), .steps(let count), .codes(let count),
            .signatures(let count):
            count > 0
        }
    }
}
