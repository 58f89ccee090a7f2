/// An article as it was read from a text, before the desk has it.
package struct ArticleDraft: Equatable, Sendable {
    package var title: String
    /// `zh` or `en`.
    package var language: String
    package var kind: Article.Kind
    /// In the order of the text; a parent stands before its children.
    package var entries: [EntryDraft]
    package var signatures: [SignatureDraft]
    package var links: [EntryLinkDraft]
    package var counts: ArticleCounts
    package var faults: [ArticleFault]

    package init(
        title: String, language: String, kind: Article.Kind, entries: [EntryDraft], signatures: [SignatureDraft],
        links: [EntryLinkDraft], counts: ArticleCounts, faults: [ArticleFault]
    ) {
        self.title = title
        self.language = language
        self.kind = kind
        self.entries = entries
        self.signatures = signatures
        self.links = links
        self.counts = counts
        self.faults = faults
    }
}

/// One entry of a draft. The titles and texts of all entries cover the file: every byte stands in just one of them.
package struct EntryDraft: Equatable, Sendable {
    /// The place of the entry that holds it; nil for the article as a whole, which comes first.
    package var parent: Int?
    package var kind: ArticleEntry.Kind
    /// The level of its heading; nil where it has none.
    package var level: Int?
    /// As the text writes it: `1.4`, `三`, `Q2`.
    package var number: String?
    package var title: String
    /// The parameter, code or name that it is about.
    package var key: String?
    /// What its texts tell where they do not say it themselves.
    package var role: ArticleEntry.Role
    /// Its first line, from 1.
    package var line: Int
    /// The bytes of its heading; empty where the title is a part of a text.
    package var titleBytes: Range<Int>
    /// All of it, with the entries that it holds.
    package var bytes: Range<Int>
    package var texts: [EntryTextDraft]

    package init(
        parent: Int?, kind: ArticleEntry.Kind, level: Int? = nil, number: String? = nil, title: String,
        key: String? = nil, role: ArticleEntry.Role = .other, line: Int, titleBytes: Range<Int>, bytes: Range<Int>,
        texts: [EntryTextDraft] = []
    ) {
        self.parent = parent
        self.kind = kind
        self.level = level
        self.number = number
        self.title = title
        self.key = key
        self.role = role
        self.line = line
        self.titleBytes = titleBytes
        self.bytes = bytes
        self.texts = texts
    }
}

/// Lines of an entry that tell one thing.
package struct EntryTextDraft: Equatable, Sendable {
    package var role: ArticleEntry.Role
    package var side: ArticleEntry.Side?
    /// The bytes of the file, marks and line ends with them.
    package var bytes: Range<Int>
    /// Without the label that says its role.
    package var text: String

    package init(role: ArticleEntry.Role, side: ArticleEntry.Side?, bytes: Range<Int>, text: String) {
        self.role = role
        self.side = side
        self.bytes = bytes
        self.text = text
    }
}

/// What a log shows when an entry is the matter.
package struct SignatureDraft: Equatable, Sendable {
    package var kind: ArticleEntry.SignatureClass
    /// Literal parts in order; between them anything may stand.
    package var segments: [String]
    /// A line of a log that it must match.
    package var sample: String?
    /// The places of its entries in the draft.
    package var entries: [Int]
    /// Of a code: the words beside which it counts.
    package var context: [String]

    package init(
        kind: ArticleEntry.SignatureClass, segments: [String], sample: String? = nil, entries: [Int],
        context: [String] = []
    ) {
        self.kind = kind
        self.segments = segments
        self.sample = sample
        self.entries = entries
        self.context = context
    }

    /// With `…` where anything may stand.
    package var text: String { segments.joined(by: "…") }
}

/// Where an entry leads.
package struct EntryLinkDraft: Equatable, Sendable {
    package var entry: Int
    package var kind: ArticleEntry.LinkKind
    package var label: String
    /// A URL, a path, an anchor; empty where the text names a title only.
    package var target: String

    package init(entry: Int, kind: ArticleEntry.LinkKind, label: String, target: String) {
        self.entry = entry
        self.kind = kind
        self.label = label
        self.target = target
    }
}

/// What was counted in a text.
package struct ArticleCounts: Equatable, Sendable {
    package var lines = 0
    /// Lines that stand in an entry.
    package var placed = 0
    package var headings = 0
    package var codes = 0
    package var images = 0
    package var links = 0
    package var fences = 0
    package var identifiers: [String] = []

    package init() {}
}

/// Something about the text that a person may want to mend.
package struct ArticleFault: Equatable, Sendable {
    package enum Code: String, CaseIterable, Sendable {
        case unclosedFence, headingJumps, duplicateAnchor, missingCells, notUTF8, longLine, brokenFlow
    }

    package var code: Code
    /// From 1.
    package var line: Int

    package init(_ code: Code, line: Int) {
        self.code = code
        self.line = line
    }
}
