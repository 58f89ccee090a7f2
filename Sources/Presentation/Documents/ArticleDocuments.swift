import Import
import Storage
import Workflow

/// Articles as the members of their documents.
package enum ArticleDocuments {
    /// An item of `Document.imported` for one article.
    static func imported(
        _ file: ArticleFile, _ judgement: FileJudgement, _ outcome: ArticleOutcome, batch: String?, _ words: Words
    ) -> JSONValue {
        let counts = file.draft.counts
        return [
            "file": .string(file.name), "path": .string(file.path), "kind": "article",
            "sha256": .string(file.incoming.sha256.hexadecimal),
            "batch": .optional(outcome.kind == .known ? nil : batch), "article": .string("\(outcome.number)"),
            "outcome": .string(outcome.kind.name), "version": .integer(Int64(outcome.version)),
            "title": .string(file.draft.title), "language": .string(file.draft.language),
            "lines": .integer(Int64(counts.lines)), "placed": .integer(Int64(counts.placed)),
            "entries": .integer(Int64(file.draft.entries.count)), "headings": .integer(Int64(counts.headings)),
            "codes": .integer(Int64(counts.codes)), "images": .integer(Int64(counts.images)),
            "links": .integer(Int64(counts.links)), "fences": .integer(Int64(counts.fences)),
            "identifiers": .array(counts.identifiers.map { .string($0) }),
            "signatures": .integer(Int64(file.draft.signatures.count)),
            "because": .array(judgement.evidence.map { .string(words.articles.evidence($0)) }),
            "conflicts": .array(outcome.conflicts.map { .integer(Int64($0)) }),
            "warnings": .array(
                file.faults.map { fault in
                    [
                        "line": .integer(Int64(fault.line)), "code": .string(fault.code.rawValue),
                        "message": .string(words.articles.fault(fault)),
                    ]
                }),
        ]
    }

    /// An item of `Document.articleLines`.
    package static func line(_ line: LineAccount.Line, of path: String) -> JSONValue {
        [
            "path": .string(path), "line": .integer(Int64(line.number)), "in": .optional(line.owner),
            "role": .string(line.isTitle ? "title" : line.roles.map(\.name).joined(by: "+")),
            "text": .string(line.text),
        ]
    }

    /// `Document.article`
    package static func article(
        _ article: ArticleRow, _ entries: [EntryRow], links: [EntryLink], signatures: [SignatureRow], use: ArticleUse,
        linkedFrom: [ArticleRow], time: (Int64) -> JSONValue
    ) -> JSONValue {
        [
            "article": .string("\(article.number)"), "state": .string(article.state.name),
            "language": .string(article.language), "kind": .string(article.kind.name),
            "version": .integer(Int64(article.version)), "title": .string(article.title),
            "lines": .integer(Int64(article.lines)), "sha256": .string(article.sha256.hexadecimal),
            "file": .optional(article.fileName), "author": .string(article.author),
            "updatedAt": time(article.updatedAt.milliseconds),
            "reviewAt": article.reviewAt.map { time($0.milliseconds) } ?? .null,
            "translationOf": .optional(article.translationOf.map { "\($0)" }),
            "use": [
                "times": .integer(Int64(use.times)), "resolved": .integer(Int64(use.resolved)),
                "confirmed": .integer(Int64(use.confirmed)), "agents": .integer(Int64(use.agents)),
                "lastAt": use.lastAt.map { time($0.milliseconds) } ?? .null,
                "tickets": .array(use.tickets.map { .integer($0.rawValue) }),
            ],
            "entries": .array(entries.map(entry)), "signatures": .array(signatures.map(signature)),
            "links": .array(links.map(link)), "linkedFrom": .strings(linkedFrom.map { "\($0.number)" }),
        ]
    }

    private static func entry(_ entry: EntryRow) -> JSONValue {
        [
            "id": .integer(entry.id), "parent": .optional(entry.parent), "kind": .string(entry.kind.name),
            "level": .optional(entry.level.map(Int64.init)), "number": .optional(entry.number),
            "title": .string(entry.title), "key": .optional(entry.key), "line": .integer(Int64(entry.line)),
            "texts": .array(
                entry.texts.filter { !$0.body.isEmpty }.map { text in
                    [
                        "role": .string(text.role.name), "side": .optional(text.side?.name), "text": .string(text.body),
                    ]
                }),
        ]
    }

    private static func signature(_ signature: SignatureRow) -> JSONValue {
        [
            "kind": .string(signature.draft.kind.name),
            "segments": .array(signature.draft.segments.map { .string($0) }),
            "context": .array(signature.draft.context.map { .string($0) }), "sample": .optional(signature.draft.sample),
            "entries": .array(signature.entryIDs.map { .integer($0) }),
        ]
    }

    private static func link(_ link: EntryLink) -> JSONValue {
        [
            "entry": .integer(link.entry), "kind": .string(link.kind.name), "label": .string(link.label),
            "target": .string(link.target), "article": .optional(link.article.map { "\($0)" }),
            "dangling": .bool(link.isDangling),
        ]
    }
}

extension ArticleOutcome.Kind {
    fileprivate var name: String {
        switch self {
        case .created: "created"
        case .known: "known"
        case .updated: "updated"
        case .unchanged: "unchanged"
        }
    }
}
