import Files
import Import
import Workflow

extension Words.Reading {
    static let english = Words.Reading(
        readAs: { dataset in
            let reasons = dataset.reasons.compactMap { reason($0) }
            return "read as " + name(dataset.form) + (reasons.isEmpty ? "" : " (" + reasons.joined(by: "; ") + ")")
        },
        account: { account($0) },
        values: Words.Reading.Values(
            titles: { $0 == $1 ? "title: \($0)" : "titles: \($0) … \($1)" },
            statuses: { "status: " + $0 },
            priorities: { "priority: " + $0 },
            customers: { "customers: " + $0 },
            agents: { "agents: " + $0 },
            came: { $0 == $1 ? "came on \($0)" : "came from \($0) to \($1)" },
            unknown: "not understood", answered: "answered", unanswered: "no answer", asked: "as asked",
            others: { "others \($0)" }, comma: ", "),
        samples: .english,
        encoding: { "decoded from \($0.rawValue); the file is kept as it came" },
        notUnderstood: { notUnderstood($0) },
        notUnderstoodFiles: { paths in
            [counted(paths.count, "file was", "files were") + " not understood; nothing from there was kept:"]
                + paths.map { "  " + SafeText.line($0) }
        },
        passedOver: { endings, special in
            let count = endings.reduce(0) { $0 + $1.count }
            let names = endings.map { "\($0.count) \($0.ending.isEmpty ? "without an ending" : $0.ending)" }
            let parts = [
                count > 0
                    ? "passed over \(counted(count, "file")) that no reader takes: " + names.joined(by: ", ") : "",
                special > 0
                    ? "passed over \(counted(special, "pipe, device or socket", "pipes, devices or sockets"))" : "",
            ]
            return parts.filter { !$0.isEmpty }.joined(by: "; ")
        },
        dialect: { fault, path in fault.english(path) },
        tested: { file in account(file.dataset) },
        unplaced: { "\($0): \($1)" },
        draft: .english)

    private static func name(_ form: DatasetForm) -> String {
        switch form {
        case .sections: "tickets under headings"
        case .blocks: "blocks of labels"
        case .file: "one ticket"
        case .questions: "questions and answers"
        case .list: "a list of items"
        case .table: "rows of a table"
        case .csv: "rows of separated values"
        case .chat: "conversations"
        case .tracker: "an issue tracker's export"
        case .taught: "a taught dialect"
        }
    }

    private static func noun(_ form: DatasetForm) -> String {
        switch form {
        case .sections, .tracker, .questions: "headings"
        case .blocks: "blocks"
        case .file: "files"
        case .list: "items"
        case .table, .csv: "rows"
        case .chat: "sessions"
        case .taught: "openings"
        }
    }

    private static func reason(_ reason: DatasetReason) -> String? {
        switch reason {
        case .matched: return nil
        case .fields(let names): return names.isEmpty ? nil : Array(names.prefix(6)).joined(by: ", ")
        case .turns(let count): return counted(count, "turn")
        case .frontMatter(let keys): return "keys at its top: " + Array(keys.prefix(6)).joined(by: ", ")
        case .borrowed(let file): return "as in \(SafeText.line(file)) beside it"
        case .dialect(let name): return SafeText.line(name)
        }
    }

    private static func account(_ dataset: Dataset) -> String {
        let coverage = dataset.coverage
        let outside =
            coverage.outsideCount == 0 ? "" : ", \(coverage.outsideCount) outside (\(ranges(coverage.outside)))"
        return "\(coverage.matched) of \(coverage.lookalikes) \(noun(dataset.form)) matched · lines \(coverage.lines): "
            + "\(coverage.inTickets) in tickets\(outside)" + comments(dataset)
    }

    /// What stands in comments is in no ticket, and nobody reads it.
    private static func comments(_ dataset: Dataset) -> String {
        dataset.comments.isEmpty ? "" : " · comments left out: " + ranges(dataset.comments, most: 6)
    }

    private static func ranges(_ lines: [ClosedRange<Int>], most: Int = 12) -> String {
        let shown = lines.prefix(most).map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
        }
        return shown.joined(by: ", ") + (lines.count > most ? ", …" : "")
    }

    private static func notUnderstood(_ file: DatasetFile) -> [String] {
        let dataset = file.dataset
        var lines: [String] = []
        if dataset.ticketCount == 0 {
            lines.append("not understood: no ticket was found, and nothing was kept")
        } else {
            let why =
                dataset.coverage.leavesMuch
                ? "too much of it is in no ticket"
                : dataset.coverage.leavesTickets
                    ? "it has tickets in two forms, and only those of one are read"
                    : "too little says that these are tickets"
            lines.append("not understood: \(why), and nothing was kept")
            lines.append("nearest: read as \(name(dataset.form)) · " + account(dataset))
        }
        if let sight = dataset.sight { lines += seen(sight, file) }
        let path = SafeText.line(file.path)
        lines.append(
            dataset.ticketCount > 0
                ? "to keep it all the same: desk import --force \(path)"
                : "if it is a guide and no list of tickets: desk import --as articles \(path)")
        lines.append("to teach the desk how its tickets are written: desk dialect new \(path)")
        return lines
    }

    private static func seen(_ sight: FileSight, _ file: DatasetFile) -> [String] {
        var lines: [String] = []
        if !sight.columns.isEmpty {
            let path = SafeText.line(file.path)
            return [
                "seen: columns " + sight.columns.map { SafeText.line($0) }.joined(by: ", "),
                "to say what its columns mean: desk import --map FILE \(path)",
            ]
        }
        let headings = sight.headings.map { "\($0.count) at level \($0.level)" }
        lines.append("seen: " + (headings.isEmpty ? "no headings" : "headings, " + headings.joined(by: ", ")))
        if !sight.labels.isEmpty {
            let labels = sight.labels.map { label in
                let example = label.example.isEmpty ? "" : ": " + SafeText.line(String(label.example.prefix(24)))
                return "\(SafeText.line(label.name)) (\(label.count) times, line \(label.line)\(example))"
            }
            lines.append("frequent labels: " + labels.joined(by: ", "))
        }
        if let alike = resemblance(sight) { lines.append("it resembles " + alike) }
        return lines
    }

    private static func resemblance(_ sight: FileSight) -> String? {
        let headings = sight.headings.reduce(0) { $0 + $1.count }
        if sight.links * 2 > sight.listItems, sight.links >= 2 { return "a list of links" }
        if sight.tableRows >= 3, sight.labels.isEmpty { return "a handbook with tables" }
        if headings >= 2, sight.labels.isEmpty { return "a guide: texts under headings, without labels" }
        return sight.listItems >= 5 ? "a plain list" : nil
    }
}

extension DialectFault {
    fileprivate func english(_ path: String) -> [String] {
        let place = "\(SafeText.line(path)):\(line): "
        switch kind {
        case .unknownWord(let word, let nearest):
            return [place + "unknown word \"\(SafeText.line(word))\"", hint(nearest)].filter { !$0.isEmpty }
        case .unknownField(let word, let nearest):
            return [place + "\"\(SafeText.line(word))\" is no field of a ticket", hint(nearest)].filter { !$0.isEmpty }
        case .badPattern(let text):
            return [
                place + "no pattern: \"\(SafeText.line(text))\"",
                "Names in braces are " + LinePattern.names.map { "{\($0)}" }.joined(by: ", ")
                    + ", with something between two.",
            ]
        case .badTime(let text):
            return [place + "no form of a time: \"\(SafeText.line(text))\"", "Write it as YYYY-MM-DD HH:mm."]
        case .badValue(let text): return [place + "unknown value \"\(SafeText.line(text))\""]
        case .expected(let what): return [place + "expected \(what)"]
        case .noTicket: return [place + "nothing says where a ticket begins", "Write: ticket heading 2"]
        }
    }

    private func hint(_ nearest: String?) -> String { nearest.map { "Did you mean \"\($0)\"?" } ?? "" }
}
