import Workflow

/// A table whose rows are tickets: what its columns tell, and how a row is cut into cells.
struct RowTable: Sendable {
    enum Syntax: Sendable, Equatable {
        case pipes
        case separated(by: UInt8)
    }

    struct Column: Sendable {
        var name: String
        var field: SectionField?
        /// Known only for want of a better name.
        var isWeak = false
    }

    let syntax: Syntax
    private(set) var columns: [Column]

    /// - Parameter names: of the columns, as the file writes them.
    init(_ names: [String], _ syntax: Syntax, _ vocabulary: Vocabulary) {
        self.syntax = syntax
        columns = names.map { RowTable.column($0, vocabulary) }
        if !columns.contains(where: { $0.field == .title }) { promoteTitle() }
        settle()
    }

    private static func column(_ name: String, _ vocabulary: Vocabulary) -> Column {
        var name = name
        return name.withUTF8 { buffer in
            let bytes = Bytes(rebasing: buffer[...])
            let range = bytes.trimmed(0..<bytes.count)
            let inside = BoldMark(range, longest: range.count, in: bytes)?.name ?? range
            let text = bytes.text(inside)
            let meaning = ColumnNames.meaning(of: inside, in: bytes, vocabulary)
            return Column(name: text, field: meaning?.field, isWeak: meaning?.isWeak ?? false)
        }
    }

    /// A table without a column called title has another that serves for it.
    private mutating func promoteTitle() {
        let isTitle = { (column: Column) in ColumnNames.titles.contains(folded(column.name)) }
        if let index = columns.firstIndex(where: isTitle) { columns[index].field = .title }
    }

    /// One column tells a value: the one with a proper name before one with a weak name, then the first.
    private mutating func settle() {
        for index in columns.indices {
            guard let field = columns[index].field else { continue }
            let better = columns.indices.contains { other in
                other != index && columns[other].field == field
                    && (columns[index].isWeak && !columns[other].isWeak
                        || columns[index].isWeak == columns[other].isWeak && other < index)
            }
            if better, field != .answers, field != .causes { columns[index].field = nil }
        }
    }

    /// What the columns tell.
    var fields: Set<SectionField> { Set(columns.compactMap(\.field)) }

    /// How well its header says that rows are tickets, from 0 to 1.
    var likelihood: Double {
        let fields = fields
        let life: Set<SectionField> = [.status, .priority, .created, .closed, .assignee, .customer, .reference]
        let known = fields.intersection(life).count
        let hasText = fields.contains(.title) || fields.contains(.description)
        let hasAnswer = fields.contains(.answers) || fields.contains(.causes)
        if hasText, known >= 2 || known == 1 && (hasAnswer || fields.contains(.category) || fields.contains(.tags)) {
            return 1
        }
        if hasText, known == 1 { return fields.contains(.title) ? 0.9 : 0.7 }
        if fields.contains(.title), fields.contains(.description) || hasAnswer { return 0.8 }
        return known >= 3 && fields.contains(.reference) ? 0.7 : 0
    }

    /// Its row as texts, one a column.
    func cells(of range: Range<Int>, in bytes: Bytes) -> [[UInt8]] {
        switch syntax {
        case .pipes: PipeRow.cells(of: range, in: bytes)
        case .separated(let separator): SeparatedRow.cells(of: range, separator, in: bytes)
        }
    }
}

/// How columns are called that sections are not.
enum ColumnNames {
    /// Columns that serve for a title, folded.
    static let titles: Set<String> = [
        "summary", "subject", "name", "issue", "headline", "short description", "bug", "problem", "问题", "事项", "故障",
        "名称", "诉求标题", "任务",
        "待办", "issue title", "issue summary", "issue_summary", "ticket name", "ticketname", "ticket subject",
        "ticket_subject", "task",
        "risk", "scenario", "titulo", "título", "betreff", "titel", "question", "incident", "defect", "内容", "问题名称",
        "缺陷", "需求", "事件",
        "known issue", "feature", "item", "asunto", "sujet", "titre", "request", "用户问题", "问题标题", "现象", "故障现象",
    ]

    private static let others: [String: SectionField] = [
        "body": .description, "details": .description, "content": .description, "message": .description,
        "text": .description,
        "problema": .description, "descripcion": .description, "beschreibung": .description, "comment": .description,
        "市民诉求": .description, "详情": .description, "备注说明": .description,
        "estado": .status, "statut": .status, "zustand": .status, "进度": .status, "current status": .status,
        "prioridad": .priority, "priorite": .priority, "priorität": .priority,
        "respuesta": .answers, "fix": .answers, "workaround": .answers, "antwort": .answers, "处理": .answers,
        "解决": .answers,
        "mitigation": .answers, "mitigation plan": .answers, "处理情况说明": .answers, "action taken": .answers,
        "解决措施": .answers,
        "requester": .customer, "user": .customer, "username": .customer, "customer": .customer, "client": .customer,
        "reported by": .customer, "creator": .customer, "客户": .customer, "用户": .customer, "提出者": .customer,
        "cliente": .customer,
        "agent": .assignee, "tecnico": .assignee, "bearbeiter": .assignee, "who": .assignee, "处理方": .assignee,
        "fixed by": .assignee,
        "subcategory": .secondCategory, "room": .category, "system": .category,
        "created_at": .created, "found": .created, "发现": .created, "fixed date": .closed, "fixed": .closed, "due": nil,
    ].compactMapValues { $0 }

    static func meaning(of name: Range<Int>, in bytes: Bytes, _ vocabulary: Vocabulary) -> Vocabulary.Meaning? {
        let (meaning, key) = vocabulary.meaning(of: name, in: bytes)
        if vocabulary.taught[key] != nil { return meaning }
        let plain = folded(bytes.text(name))
        if let field = others[plain] { return Vocabulary.Meaning(field: field, isWeak: true) }
        if let meaning, meaning.field != .summary, meaning.field != .container, meaning.field != .log,
            meaning.field != .conversation
        {
            return meaning
        }
        switch Speaker.role(of: name, in: bytes) {
        case .customer: return Vocabulary.Meaning(field: .customer, isWeak: true)
        case .agent: return Vocabulary.Meaning(field: .assignee, isWeak: true)
        default: return nil
        }
    }
}

/// `| a | b |`, a row of a Markdown table.
enum PipeRow {
    /// Where the line's first bar stands; nil for a line that is no row.
    static func isRow(_ line: TextLine, in bytes: Bytes) -> Bool {
        let text = bytes.trimmed(line.text)
        return text.count >= 3 && bytes[text.lowerBound] == 0x7C
            && bytes.contains(0x7C, in: text.lowerBound + 1..<text.upperBound)
    }

    /// `|---|:--:|`
    static func isDivider(_ line: TextLine, in bytes: Bytes) -> Bool {
        let text = bytes.trimmed(line.text)
        return text.contains { bytes[$0] == 0x2D }
            && text.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains(bytes[$0]) } && bytes.contains(0x7C, in: text)
    }

    /// A bar behind a backslash, or in code, is part of its cell; `<br>` ends a line.
    static func cells(of range: Range<Int>, in bytes: Bytes) -> [[UInt8]] {
        let row = bytes.trimmed(range)
        var cells: [[UInt8]] = []
        var cell: [UInt8] = []
        var isCode = false
        var at = row.lowerBound + (bytes.has("|", at: row.lowerBound, limit: row.upperBound) ? 1 : 0)
        while at < row.upperBound {
            let byte = bytes[at]
            if byte == 0x5C, at + 1 < row.upperBound, bytes[at + 1] == 0x7C {
                cell.append(0x7C)
                at += 2
                continue
            }
            if byte == 0x60 { isCode = !isCode && bytes.contains(0x60, in: at + 1..<row.upperBound) }
            if byte == 0x7C, !isCode {
                cells.append(cell)
                cell = []
            } else if let width = breakWidth(at, row.upperBound, in: bytes) {
                cell.append(0x0A)
                at += width
                continue
            } else {
                cell.append(byte)
            }
            at += 1
        }
        if !cell.allSatisfy({ $0 == 0x20 }) { cells.append(cell) }
        return cells
    }

    private static func breakWidth(_ at: Int, _ limit: Int, in bytes: Bytes) -> Int? {
        for tag in ["<br>", "<br/>", "<br />", "<BR>"] as [StaticString] where bytes.has(tag, at: at, limit: limit) {
            return tag.utf8CodeUnitCount
        }
        return nil
    }
}

/// A record of a CSV file (RFC 4180).
enum SeparatedRow {
    /// Where the record ends that starts at `start`, behind its line end: a quoted cell may hold line ends.
    static func end(from start: Int, _ separator: UInt8, in bytes: Bytes) -> Int {
        var at = start
        var isCellStart = true
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x22, isCellStart {
                at = quoteEnd(from: at + 1, in: bytes)
                isCellStart = false
                continue
            }
            if byte == 0x0A { return at + 1 }
            isCellStart = byte == separator
            at += 1
        }
        return bytes.count
    }

    /// Behind the quotation mark that ends a quoted cell; two of them stand for one.
    private static func quoteEnd(from start: Int, in bytes: Bytes) -> Int {
        var at = start
        while at < bytes.count {
            if bytes[at] == 0x22 {
                guard at + 1 < bytes.count, bytes[at + 1] == 0x22 else { return at + 1 }
                at += 1
            }
            at += 1
        }
        return bytes.count
    }

    static func cells(of range: Range<Int>, _ separator: UInt8, in bytes: Bytes) -> [[UInt8]] {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        var cells: [[UInt8]] = []
        var at = range.lowerBound
        while true {
            var cell: [UInt8] = []
            if at < end, bytes[at] == 0x22 {
                at += 1
                while at < end {
                    if bytes[at] == 0x22 {
                        guard at + 1 < end, bytes[at + 1] == 0x22 else { break }
                        at += 1
                    }
                    if bytes[at] != 0x0D || at + 1 >= end || bytes[at + 1] != 0x0A { cell.append(bytes[at]) }
                    at += 1
                }
                at += 1
            }
            // What follows a closed quotation, or a cell without one.
            while at < end, bytes[at] != separator {
                cell.append(bytes[at])
                at += 1
            }
            cells.append(cell)
            guard at < end else { return cells }
            at += 1
        }
    }
}
