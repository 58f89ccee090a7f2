import Files
import Import
import Storage
import Workflow

/// What is said of one imported file.
package struct ImportSummary {
    package let words: Words
    package var isDryRun = false
    /// Every warning is told, however often it repeats.
    package var isVerbose = false
    /// One line a file.
    package var isBrief = false

    package init(words: Words, isDryRun: Bool = false, isVerbose: Bool = false, isBrief: Bool = false) {
        self.words = words
        self.isDryRun = isDryRun
        self.isVerbose = isVerbose
        self.isBrief = isBrief
    }

    package func lines(of report: FileReport) -> [String] {
        switch report {
        case .dataset(let file, let tally, let outcome, _): datasetLines(file, tally, outcome)
        case .article(let file, let judgement, let outcome, _): articleLines(file, judgement, outcome)
        case .exchange(let path, let outcome, _): [words.importing.exchange(path, outcome)]
        case .rejected: []
        }
    }

    private func datasetLines(_ file: DatasetFile, _ tally: FileTally, _ outcome: FileOutcome) -> [String] {
        let importing = words.importing
        if isBrief { return [importing.oneLine(file, outcome, isDryRun)] + conflicts(outcome, file.path) }
        switch outcome.kind {
        case .notUnderstood:
            return [importing.head(file)] + importing.reading.notUnderstood(file).map { "  " + $0 }
        case _ where file.dataset.ticketCount == 0: return [importing.head(file), "  " + importing.nothing]
        case .known: return [importing.head(file), "  " + importing.known(outcome)]
        case .sameAs(let name): return [importing.head(file), "  " + importing.sameAs(name, outcome)]
        case .new, .newVersion, .otherDataset: break
        }
        var lines = [importing.head(file)]
        if let encoding = file.encoding { lines.append(importing.reading.encoding(encoding)) }
        lines += [importing.reading.readAs(file.dataset), importing.reading.account(file.dataset)]
        lines.append(importing.contents(tally, outcome))
        if tally.conversationsWithAnswers > 0 { lines.append(importing.derived(tally)) }
        if tally.missingAttachments > 0 { lines.append(importing.attachments(tally.missingAttachments)) }
        lines += ValueLines(tally.values, words).lines
        if tally.timed == 0 { lines.append(importing.times) }
        if outcome.kind != .newVersion { lines += SampleLines(words).lines(of: tally.samples, in: file) }
        if let recognised = importing.recognised(file.name, outcome) { lines.append(recognised) }
        if outcome.kind == .otherDataset { lines.append(importing.otherDataset(file.name)) }
        lines.append(importing.outcome(outcome, isDryRun))
        return [lines[0]] + lines.dropFirst().map { "  " + $0 } + conflicts(outcome, file.path)
    }

    private func articleLines(
        _ file: ArticleFile, _ judgement: FileJudgement, _ outcome: ArticleOutcome
    ) -> [String] {
        let did = words.articles.imported(file, outcome, isDryRun)
        let name = TextDirection.isolated(SafeText.line(file.name))
        if isBrief { return ["\(name)  " + (did.last ?? "")] }
        let evidence = judgement.evidence.filter { $0 != .asked }.map { words.articles.evidence($0) }
        let readAs = words.articles.readAs(
            judgement.form, evidence, judgement.evidence.contains(.asked), judgement.hasOther)
        let sha = String(file.incoming.sha256.hexadecimal.prefix(8))
        return ["\(name)  \(file.incoming.bytes.count) bytes  sha256 \(sha)…  \(readAs)"] + did.map { "  " + $0 }
    }

    private func conflicts(_ outcome: FileOutcome, _ path: String) -> [String] {
        outcome.conflicts.map { "  " + words.importing.conflict(path, $0) }
    }

    /// `file:line: code: message`, in the order of the lines; what repeats is told once, with the first line.
    package func warnings(of report: FileReport) -> [String] {
        switch report {
        case .dataset(let file, let tally, _, _):
            told(file.dataset.warnings + tally.warnings).map { warning, times in
                let message = words.importing.warning(warning)
                return "\(file.path):\(warning.line): \(warning.code.rawValue): "
                    + (times > 1 ? words.importing.repeated(message, times) : message)
            }
        case .article(let file, _, _, _):
            file.faults.map { "\(file.path):\($0.line): \($0.code.rawValue): \(words.articles.fault($0))" }
        case .exchange: []
        case .rejected(_, let error): [rejection(error)]
        }
    }

    private func told(_ warnings: [DatasetWarning]) -> [(DatasetWarning, times: Int)] {
        let ordered = warnings.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
            .map(\.element)
        if isVerbose { return ordered.map { ($0, 1) } }
        var places: [String: Int] = [:]
        var told: [(DatasetWarning, times: Int)] = []
        for warning in ordered {
            let place = places["\(warning.code):\(warning.detail)", default: told.count]
            if place < told.count { told[place].times += 1 } else { told.append((warning, 1)) }
            places["\(warning.code):\(warning.detail)"] = place
        }
        return told
    }

    private func rejection(_ error: any Error) -> String {
        "desk: \(words.session.error): " + reason(error)
    }

    private func reason(_ error: any Error) -> String {
        if let error = error as? FlowError { return words.flow.error(error).joined(by: " ") }
        return ((error as? FileError).map { words.errors.importing($0) } ?? ["\(error)"]).joined(by: " ")
    }

    // MARK: The same as data

    package func json(of report: FileReport) -> JSONValue {
        switch report {
        case .dataset(let file, let tally, let outcome, let batch): datasetJSON(file, tally, outcome, batch)
        case .article(let file, let judgement, let outcome, let batch):
            ArticleDocuments.imported(file, judgement, outcome, batch: batch, words)
        case .exchange(let path, let outcome, let batch):
            [
                "file": .string(FilePaths.baseName(path)), "path": .string(path), "kind": "export",
                "batch": .optional(outcome.isKnown ? nil : batch), "created": .integer(Int64(outcome.created)),
                "updated": 0, "unchanged": .integer(Int64(outcome.unchanged)),
                "conflicts": .array(outcome.conflicts.map { .integer($0.rawValue) }), "warnings": [],
            ]
        case .rejected(let path, let error):
            [
                "file": .string(FilePaths.baseName(path)), "path": .string(path), "kind": "rejected",
                "error": .string(reason(error)),
            ]
        }
    }

    private func datasetJSON(
        _ file: DatasetFile, _ tally: FileTally, _ outcome: FileOutcome, _ batch: String?
    ) -> JSONValue {
        let warnings = (file.dataset.warnings + tally.warnings).map { warning -> JSONValue in
            [
                "line": .integer(Int64(warning.line)), "code": .string(warning.code.rawValue),
                "message": .string(words.importing.warning(warning)),
            ]
        }
        return [
            "file": .string(file.name), "path": .string(file.path), "kind": .string(outcome.kind.name),
            "sha256": .string(file.sha256.hexadecimal), "batch": .optional(outcome.kind == .known ? nil : batch),
            "declared": file.dataset.declaredCount.map { .integer(Int64($0)) } ?? .null,
            "found": .integer(Int64(file.dataset.ticketCount)), "form": .string(file.dataset.form.rawValue),
            "encoding": .optional(file.encoding?.rawValue), "coverage": coverageJSON(file.dataset.coverage),
            "created": .integer(Int64(outcome.created)),
            "updated": .integer(Int64(outcome.updated)), "unchanged": .integer(Int64(outcome.unchanged)),
            "gone": .integer(Int64(outcome.gone)),
            "goneTickets": .array(outcome.goneTickets.map { .integer($0.rawValue) }),
            "recognised": .array(outcome.recognised.map(\.json)),
            "statuses": statusesJSON(tally.values), "priorities": prioritiesJSON(tally.values),
            "newCategories": .integer(Int64(outcome.newCategories)),
            "conflicts": .array(outcome.conflicts.map(\.json)), "warnings": .array(warnings),
        ]
    }

    private func statusesJSON(_ values: ValuesTold) -> JSONValue {
        .array(values.statuses.elements.map { told($0.element.origin, $0.element.value.name, $0.count) })
    }

    private func prioritiesJSON(_ values: ValuesTold) -> JSONValue {
        .array(values.priorities.elements.map { told($0.element.origin, $0.element.value.name, $0.count) })
    }

    private func told(_ origin: ValuesTold.Origin, _ value: String, _ count: Int) -> JSONValue {
        var words: String?
        switch origin {
        case .words(let text), .unknown(let text): words = text
        case .place, .answer, .noAnswer, .asked: break
        }
        return ["words": .optional(words), "value": .string(value), "count": .integer(Int64(count))]
    }

    private func coverageJSON(_ coverage: LineCoverage) -> JSONValue {
        [
            "matched": .integer(Int64(coverage.matched)), "alike": .integer(Int64(coverage.lookalikes)),
            "lines": .integer(Int64(coverage.lines)), "inTickets": .integer(Int64(coverage.inTickets)),
            "outside": .array(
                coverage.outside.map { .array([.integer(Int64($0.lowerBound)), .integer(Int64($0.upperBound))]) }),
        ]
    }

    /// What the words of all files became, where each file has one line only.
    package func values(of totals: ImportTotals) -> [String] {
        guard isBrief, !totals.values.statuses.elements.isEmpty else { return [] }
        return ValueLines(totals.values, words).ofValues
            + (totals.first.map { SampleLines(words).lines(of: $0.sample, from: $0.file) } ?? [])
    }

    package func envelope(_ files: [JSONValue], _ totals: ImportTotals, isDryRun: Bool) -> JSONValue {
        [
            "dryRun": .bool(isDryRun), "batch": .optional(totals.batch),
            "created": .integer(Int64(totals.created)), "updated": .integer(Int64(totals.updated)),
            "unchanged": .integer(Int64(totals.unchanged)), "rejected": .integer(Int64(totals.rejected.count)),
            "files": .array(files),
        ]
    }
}

extension ImportConflict {
    fileprivate var json: JSONValue {
        ["ticket": .integer(ticket.rawValue), "line": .integer(Int64(line)), "field": .string(field.rawValue)]
    }
}

extension FileOutcome.Recognised {
    fileprivate var json: JSONValue {
        ["file": .string(file), "found": .integer(Int64(found)), "of": .integer(Int64(of))]
    }
}

extension FileOutcome {
    /// No more tickets than these are named in a line.
    static let mostNamed = 10

    /// `#1–#10`; `#1` of one.
    var numberRange: String? {
        numbers.map { $0.count == 1 ? "#\($0.lowerBound)" : "#\($0.lowerBound)–#\($0.upperBound)" }
    }
}

extension FileOutcome.Kind {
    fileprivate var name: String {
        switch self {
        case .new: "new"
        case .known: "known"
        case .sameAs: "sameAs"
        case .newVersion: "newVersion"
        case .otherDataset: "otherDataset"
        case .notUnderstood: "notUnderstood"
        }
    }
}

extension [UInt8] {
    /// Two lower-case digits a byte.
    var hexadecimal: String {
        let digits = Array<UInt8>("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
