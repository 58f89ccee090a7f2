import Workflow

/// Words that say that codes are listed.
enum CodeWords {
    private static let words = [
        "错误码", "状态码", "返回码", "响应码", "异常码", "原因码", "结果码", "业务码", "子码", "码值", "错误代码", "返回值", "返回代码", "状态代码", "代码", "编码",
        "errno",
    ]

    /// Titles say it soon; each line under one asks.
    private static let longest = 200

    static func areIn(_ text: String) -> Bool {
        let text = folded(String(text.prefix(longest)))
        if words.contains(where: { text.contains($0) }) || text == "码" { return true }
        // `code`, `codes`, `ErrorCode`, but neither `decode` nor `barcode`.
        var rest = text[...]
        while let place = rest.range(ofWord: "code") {
            let before = text[..<place.lowerBound]
            let isWord = before.last.map { !$0.isLetter } ?? true
            let isNamed = ["error", "err", "status", "return", "result", "response", "reason", "exit"].contains {
                before.hasSuffix($0)
            }
            if isWord || isNamed { return true }
            rest = text[place.upperBound...]
        }
        return false
    }
}

/// A code and what it means on a line of their own, without a table: `-97 ERROR_X it means`, `400 HTTP_Y it means`.
struct CodeLine {
    let code: Range<Int>
    let name: Range<Int>?
    let text: Range<Int>

    var codeEnd: Int { max(name?.upperBound ?? 0, code.upperBound) }

    init?(_ content: Range<Int>, in bytes: Bytes) {
        let limit = content.upperBound
        var at = content.lowerBound
        if Identifier.end(bytes, at, limit) != nil || at < limit && bytes[at] == 0x5F {
            guard let line = CodeLine(named: content, in: bytes) else { return nil }
            self = line
            return
        }
        if at < limit, bytes[at] == 0x2D { at += 1 }
        let digits = at
        while at < limit, bytes[at].isDigit { at += 1 }
        guard at > digits, at - digits <= 10, at < limit, bytes[at] == 0x20 || bytes[at] == 0x09 else { return nil }
        code = content.lowerBound..<at
        let rest = bytes.skippingBlanks(at, limit: limit)
        let name = Identifier.end(bytes, rest, limit).map { rest..<$0 }
        self.name = name
        text = bytes.trimmed((name?.upperBound ?? rest)..<limit)
        guard name != nil || !text.isEmpty else { return nil }
    }

    /// The name first, then the number.
    private init?(named content: Range<Int>, in bytes: Bytes) {
        var at = content.lowerBound
        while at < content.upperBound, Identifier.isPart(bytes[at]) { at += 1 }
        let name = content.lowerBound..<at
        let start = bytes.skippingBlanks(at, limit: content.upperBound)
        at = start
        if at < content.upperBound, bytes[at] == 0x2D { at += 1 }
        let digits = at
        while at < content.upperBound, bytes[at].isDigit { at += 1 }
        guard at > digits, start > name.upperBound else { return nil }
        code = start..<at
        self.name = name
        text = bytes.trimmed(at..<content.upperBound)
    }
}

/// Names of programs: `ERROR_X`, of two parts and more.
enum Identifier {
    @inline(__always)
    static func isPart(_ byte: UInt8) -> Bool {
        byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A || byte.isDigit || byte == 0x5F
    }

    /// Where a name in capitals ends that starts here; nil where none does.
    static func end(_ bytes: Bytes, _ start: Int, _ limit: Int) -> Int? {
        guard start < limit, bytes[start] >= 0x41, bytes[start] <= 0x5A else { return nil }
        var at = start
        var first: Int?
        while at < limit, bytes[at] >= 0x41 && bytes[at] <= 0x5A || bytes[at].isDigit || bytes[at] == 0x5F {
            if bytes[at] == 0x5F, first == nil { first = at }
            at += 1
        }
        guard let first, first - start >= 2, bytes[at - 1] != 0x5F, at == limit || !isPart(bytes[at]) else {
            return nil
        }
        return at
    }
}

/// The heading of a table: which of its columns hold codes, and what the others tell.
struct ArticleTable {
    private let headings: [String]
    private let codeColumns: [Int]

    init(_ bytes: Bytes, _ heading: Range<Int>, under title: String) {
        self.init(bytes, cells: TableCells.ranges(bytes, heading))
    }

    init(_ bytes: Bytes, cells: [Range<Int>]) {
        let headings = cells.map { folded(PlainText.line(bytes.text($0))) }
        self.headings = headings
        codeColumns = headings.indices.filter { CodeWords.areIn(headings[$0]) }
    }

    var hasCodes: Bool { !codeColumns.isEmpty }
    var columnCount: Int { headings.count }

    /// Of several columns with codes the one that names the error.
    func key(_ cells: [Range<Int>], in bytes: Bytes) -> String? {
        let columns = codeColumns.filter { $0 < cells.count }
        let texts = columns.map { PlainText.line(bytes.text(cells[$0])) }
        return texts.first { EntryKindRule.key($0) != nil } ?? texts.first { !$0.isEmpty }
    }

    func role(of column: Int) -> ArticleEntry.Role {
        guard column < headings.count else { return .other }
        let heading = headings[column]
        if let role = LabelWords.role(of: heading), role != .note { return role == .symptom ? meaning : role }
        if Self.remedies.contains(where: { heading.contains($0) }) { return .remedy }
        if Self.causes.contains(where: { heading.contains($0) }) { return .cause }
        return Self.meanings.contains { heading.contains($0) } ? meaning : .other
    }

    /// What a code means is its cause, unless another column tells causes.
    private var meaning: ArticleEntry.Role {
        headings.contains { heading in Self.causes.contains { heading.contains($0) } } ? .symptom : .cause
    }

    private static let remedies = [
        "处理", "措施", "建议", "解决", "排查", "solution", "action", "resolution", "fix", "what to do",
    ]
    private static let causes = ["原因", "cause", "reason"]
    private static let meanings = [
        "含义", "说明", "描述", "信息", "意义", "详情", "解释", "meaning", "message", "description", "note", "error",
    ]
}

extension Substring {
    fileprivate func range(ofWord word: String) -> Range<Index>? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(word) { return at..<index(at, offsetBy: word.count) }
            at = index(after: at)
        }
        return nil
    }
}
