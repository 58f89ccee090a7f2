import Files
import Import
import Storage
import Workflow

extension Words.Articles {
    package static let english = Words.Articles(
        article: "ARTICLE", state: "STATE", language: "LANG", entries: "ENTRIES", lines: "LINES", uses: "USES",
        review: "REVIEW", signatures: "Signatures", signature: "SIGNATURE", sample: "SAMPLE", links: "Links",
        role: "ROLE",
        line: "LINE", entry: "ENTRY", problem: "PROBLEM", query: "QUERY", phrases: "PHRASES",
        stateName: { $0.name }, kindName: { $0.name }, entryKind: { $0.name }, roleName: { $0.name },
        sideName: { $0.name },
        head: { article in
            "\(article.number) · \(article.state.name) · \(article.language) \(article.kind.name) · v\(article.version) · "
                + counted(article.lines, "line")
        },
        evidence: { english($0) },
        readAs: { form, evidence, isAsked, hasOther in
            let what = form == .articles ? "an article" : "tickets"
            if isAsked { return "read as \(what): asked for" }
            let other = form == .articles ? "tickets" : "articles"
            let why = evidence.isEmpty ? "as it is called" : evidence.joined(by: ", ")
            return "read as \(what): \(why)" + (hasOther ? " (--as \(other) reads it otherwise)" : "")
        },
        imported: { file, outcome, isDryRun in english(file, outcome, isDryRun) },
        fault: { fault in
            switch fault.code {
            case .unclosedFence: "a block of code that nothing closes: read as text"
            case .headingJumps: "the level of headings jumps"
            case .duplicateAnchor: "two headings have one anchor"
            case .missingCells: "a row with fewer cells than its table"
            case .notUTF8: "bytes that are no UTF-8"
            case .longLine: "a very long line"
            case .brokenFlow: "answers that do not lead on: desk diagnose cannot go through it"
            }
        },
        error: { english($0) },
        stored: { number, state, version in "\(number) v\(version) stored · \(state.name)" },
        dangling: { "leads to “\($0)”, which is not there" },
        noSample: { "no sample line for \($0)" },
        shared: { "\($0) stands in \($1.joined(by: ", ")) too" },
        inside: { "\($0) is a part of \($1)" },
        imageOnly: "its log is an image only: nothing to match",
        reviewDue: { "to be reviewed since \($0)" },
        noFaults: { "nothing to mend in \(counted($0, "article"))" },
        used: { use, last in
            use.times == 0
                ? "never used"
                : "used \(counted(use.times, "time")), resolved with \(use.resolved), cause confirmed \(use.confirmed), "
                    + "by \(counted(use.agents, "agent"))" + (last.map { ", last \($0)" } ?? "")
        },
        linkedFrom: { number, title in "linked from \(number) \(title)" },
        usedBy: { "tickets \($0)" },
        toolError: { error in
            switch error {
            case .noTool(let name, let nearest):
                [
                    "There is no tool “\(name)”." + (nearest.map { " Did you mean “\($0)”?" } ?? ""),
                    "desk tools lists them.",
                ]
            case .exists(let name): ["There is a tool “\(name)” already."]
            case .badKind(let text): ["\"\(text)\" is no kind of tool.", "site, domain, person, article, url, entry"]
            case .noPriority: ["Say how urgent it is: -p 重要 or -p 普通."]
            case .needsTarget(let kind): ["A tool of kind \(kind.name) leads somewhere: --to TARGET."]
            }
        },
        toolLeads: { "\(SafeText.line($0.name)): \(SafeText.line($1))" }, askPriority: "How urgent is it, 重要 or 普通? ",
        askURL: "The address of the site (URL): ", askDomain: "The domain: ", askNewOwner: "Whose it becomes: ",
        handedOver: { "#\($0.rawValue) filed for a person · \($1)" },
        skeleton: { "# \($0)\n\n## Symptoms\n\n\n## Environment\n\n\n## Cause\n\n\n## Resolution\n\n" },
        translation: { "in the other language: \($0)" })

    private static func english(_ evidence: FileJudgement.Evidence) -> String {
        switch evidence {
        case .asked: "asked for"
        case .tickets(let count): counted(count, "ticket")
        case .headings(let count): counted(count, "heading")
        case .questions(let count): counted(count, "question")
        case .causes(let count): counted(count, "cause")
        case .remedies(let count): counted(count, "remedy", "remedies")
        case .steps(let count): counted(count, "step")
        case .codes(let count): counted(count, "code")
        case .signatures(let count): counted(count, "signature")
        case .asks: "it asks"
        }
    }

    private static func english(_ file: ArticleFile, _ outcome: ArticleOutcome, _ isDryRun: Bool) -> [String] {
        let counts = file.draft.counts
        let samples = file.draft.signatures.count { $0.sample == nil }
        let contents =
            "“\(SafeText.line(file.draft.title))” · \(file.draft.language) \(file.draft.kind.name) · "
            + counted(file.draft.entries.count, "entry", "entries") + " · "
            + counted(file.draft.signatures.count, "signature")
            + (samples > 0 ? " (\(samples) without a sample: desk kb check)" : "") + " · "
            + counted(counts.images, "image") + " · " + counted(counts.links, "link")
        let lines = "lines \(counts.lines): \(counts.placed) placed, \(counts.lines - counts.placed) outside"
        let number = isDryRun && outcome.kind == .created ? "an article" : "\(outcome.number)"
        let did =
            switch outcome.kind {
            case .created: isDryRun ? "would publish \(number)" : "published \(number) v1"
            case .known: "nothing new: \(number) has these bytes"
            case .updated:
                (isDryRun ? "would change " : "changed ") + "\(number), v\(outcome.version)"
                    + (outcome.isMerged ? "; what agents changed stays" : "")
            case .unchanged: "\(number) says so already"
            }
        let conflicts = outcome.conflicts.map { "⚠ line \($0): changed in the file and on the desk; the desk's stays" }
        return [contents, lines, did] + conflicts
    }

    private static func english(_ error: ArticleError) -> [String] {
        switch error {
        case .noArticle(let number): ["There is no \(number).", "desk kb list shows what there is."]
        case .badNumber(let text): ["\(text) is no number of an article.", "They are written KB-17."]
        case .badState(let text): ["\"\(text)\" is no state of an article.", "draft, published, retired"]
        case .badForm(let text): ["\"\(text)\" is nothing that a file may hold.", "tickets, articles"]
        case .badEncoding(let text):
            ["\"\(text)\" is no encoding that is read here.", TextEncoding.allCases.map(\.rawValue).joined(by: ", ")]
        case .noLog: ["Give a log with -F, or a text with -m.", "desk kb match -F server.log"]
        case .isAlready(let number, let state): ["\(number) is \(state.name) already."]
        case .notIn(let number, let state): ["That cannot be done while \(number) is \(state.name)."]
        case .noSample(let number, let text):
            [
                "\(number): the signature “\(text)” has no sample.",
                "Give a line of a log that it matches: --sample LINE.",
            ]
        case .sampleDiffers(let number, let text): ["\(number): the sample does not hold “\(text)”."]
        case .noVersion(let number, let version): ["\(number) has no version \(version)."]
        case .changedMeanwhile(let number, let version):
            ["\(number) was edited meanwhile: it is at version \(version)."]
        case .noCause(let ticket):
            [
                "#\(ticket.rawValue) has no confirmed cause: an article tells only what was right.",
                "desk cause confirm \(ticket.rawValue) --cause NAME",
            ]
        case .empty: ["An article needs a text."]
        }
    }
}
