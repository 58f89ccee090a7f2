/// A line that names what it tells: `**分类**：x`, `**分类：** x`, `【分类】x`, `分类：x`, `- **分类**: x`, `| 分类 | x |`.
struct FieldLabel {
    enum Form: UInt8 { case bold, bracket, plain, row }

    let form: Form
    let name: Range<Int>
    /// The text behind it on the same line, trimmed; may be empty.
    let value: Range<Int>
    /// A list marker or a quotation mark stands before it.
    let isMarked: Bool
    let hasColon: Bool

    private static let longestName = 64
    private static let longestPlainName = 48

    init?(_ line: TextLine, in bytes: Bytes) {
        let indented = bytes.skippingBlanks(line.start, limit: line.end)
        guard indented < line.end, indented - line.start <= 3 else { return nil }
        if bytes[indented] == 0x7C {
            guard !FieldLabel.isTableHead(line, in: bytes) else { return nil }
            self.init(row: indented..<line.end, in: bytes)
            return
        }
        let start = ListMark.end(at: indented, limit: line.end, in: bytes) ?? indented
        guard start < line.end else { return nil }
        let isMarked = start > indented
        switch bytes[start] {
        case 0x2A: self.init(bold: start..<line.end, isMarked, in: bytes)
        case 0xE3 where bytes.has("【", at: start, limit: line.end):
            self.init(bracketed: start..<line.end, isMarked, in: bytes)
        default: self.init(plain: start..<line.end, isMarked, in: bytes)
        }
    }

    private init(
        _ form: Form, name: Range<Int>, value: Range<Int>, isMarked: Bool, hasColon: Bool, in bytes: Bytes
    ) {
        self.form = form
        self.name = bytes.trimmed(name)
        self.value = bytes.trimmed(value)
        self.isMarked = isMarked
        self.hasColon = hasColon
    }

    private init?(bold range: Range<Int>, _ isMarked: Bool, in bytes: Bytes) {
        guard let mark = BoldMark(range, longest: FieldLabel.longestName, in: bytes) else { return nil }
        guard mark.hasColon || mark.rest.isEmpty else { return nil }
        self.init(
            .bold, name: mark.name, value: mark.rest, isMarked: isMarked, hasColon: mark.hasColon, in: bytes)
    }

    private init?(bracketed range: Range<Int>, _ isMarked: Bool, in bytes: Bytes) {
        let start = range.lowerBound + 3
        let limit = min(range.upperBound, start + FieldLabel.longestName)
        guard start < limit, let close = bytes.first("】", in: start..<limit), close > start else { return nil }
        let colon = bytes.colonEnd(at: close + 3, limit: range.upperBound)
        self.init(
            .bracket, name: start..<close, value: (colon ?? close + 3)..<range.upperBound, isMarked: isMarked,
            hasColon: colon != nil, in: bytes)
    }

    private init?(plain range: Range<Int>, _ isMarked: Bool, in bytes: Bytes) {
        let limit = min(range.upperBound, range.lowerBound + FieldLabel.longestPlainName)
        guard let at = bytes.firstColon(in: range.lowerBound..<limit), at > range.lowerBound,
            let colon = bytes.colonEnd(at: at, limit: range.upperBound),
            !FieldLabel.isPartOfWord(before: at, behind: colon, range.upperBound, in: bytes)
        else { return nil }
        self.init(
            .plain, name: range.lowerBound..<at, value: colon..<range.upperBound, isMarked: isMarked, hasColon: true,
            in: bytes)
    }

    /// The colon of `https://…` and of `10:20` ends no name.
    private static func isPartOfWord(before at: Int, behind colon: Int, _ limit: Int, in bytes: Bytes) -> Bool {
        if bytes.has("//", at: colon, limit: limit) { return true }
        return at > 0 && colon < limit && bytes[at - 1].isDigit && bytes[colon].isDigit
    }

    private static let columnTitles: [StaticString] = [
        "字段", "项目", "属性", "名称", "信息项", "信息", "键", "Field", "Key", "Property", "Item", "Name", "Attribute", "Parameter",
        "Detail", "Details", "Info", "Information", "Поле", "Параметр",
        "Campo", "Champ", "Feld", "Alan", "項目", "Aspect",
    ]

    /// `| 字段 | 内容 |` above `|---|---|`, or that line: a table's frame, which tells nothing.
    static func isFrame(_ line: TextLine, in bytes: Bytes) -> Bool {
        if PipeRow.isDivider(line, in: bytes) { return true }
        guard line.next < bytes.count, let name = firstCell(line, in: bytes) else { return false }
        return PipeRow.isDivider(bytes.line(at: line.next, limit: bytes.count), in: bytes)
            && columnTitles.contains { bytes.says($0, at: name) }
    }

    /// `| name | value |`; a bar inside the value is part of it, as categories have them.
    private init?(row range: Range<Int>, in bytes: Bytes) {
        let row = bytes.trimmed(range)
        let start = row.lowerBound + 1
        let limit = min(row.upperBound, start + FieldLabel.longestName)
        guard start < limit, row.count > 3, bytes[row.upperBound - 1] == 0x7C else { return nil }
        guard let bar = bytes.first("|", in: start..<limit), bar + 1 < row.upperBound else { return nil }
        var name = bytes.trimmed(start..<bar)
        if let mark = BoldMark(name, longest: FieldLabel.longestName, in: bytes), mark.rest.isEmpty { name = mark.name }
        guard !name.isEmpty else { return nil }
        // A table of more than two columns is no list of labels; a category may be divided by bars.
        let cells = FieldLabel.cells(bar + 1..<row.upperBound, in: bytes)
        if cells > 1, !(Vocabulary.standard.meaning(of: name, in: bytes).meaning?.field.isCategory ?? false) {
            return nil
        }
        self.init(
            .row, name: name, value: bar + 1..<row.upperBound - 1, isMarked: false, hasColon: true, in: bytes)
    }
}

extension FieldLabel {
    /// The names of columns, above a line that divides them from rows that are no labels.
    private static func isTableHead(_ line: TextLine, in bytes: Bytes) -> Bool {
        guard line.next < bytes.count else { return false }
        let divider = bytes.line(at: line.next, limit: bytes.count)
        guard PipeRow.isDivider(divider, in: bytes), divider.next < bytes.count else { return false }
        if isFrame(line, in: bytes) { return false }
        var at = divider.next
        var known = 0
        for row in 0..<8 where at < bytes.count {
            let line = bytes.line(at: at, limit: bytes.count)
            at = line.next
            guard let name = firstCell(line, in: bytes) else { break }
            if Vocabulary.standard.meaning(of: name, in: bytes).meaning != nil { known += row == 0 ? 2 : 1 }
            if known >= 2 { return false }
        }
        return true
    }

    private static func firstCell(_ line: TextLine, in bytes: Bytes) -> Range<Int>? {
        let start = bytes.skippingBlanks(line.start, limit: line.end)
        guard start < line.end, bytes[start] == 0x7C, let bar = bytes.first("|", in: start + 1..<line.end) else {
            return nil
        }
        let name = bytes.trimmed(start + 1..<bar)
        return BoldMark(name, longest: longestName, in: bytes)?.name ?? name
    }

    /// How many bars end a cell.
    private static func cells(_ range: Range<Int>, in bytes: Bytes) -> Int {
        range.count { bytes[$0] == 0x7C && bytes[$0 - 1] != 0x5C }
    }
}

/// `**name**：rest` or `**name：** rest`.
struct BoldMark {
    let name: Range<Int>
    let rest: Range<Int>
    let hasColon: Bool

    /// `***mask***` is none: three stars are a mask in this family.
    init?(_ range: Range<Int>, longest: Int, in bytes: Bytes) {
        let start = range.lowerBound + 2
        guard bytes.has("**", at: range.lowerBound, limit: range.upperBound), start < range.upperBound,
            bytes[start] != 0x2A
        else { return nil }
        let limit = min(range.upperBound, start + longest + 2)
        guard let close = bytes.first("**", in: start..<limit), close > start else { return nil }
        let outer = bytes.colonEnd(at: close + 2, limit: range.upperBound)
        let inner = bytes.trimmed(start..<close)
        name = Heading.withoutColon(inner, in: bytes)
        guard !name.isEmpty else { return nil }
        rest = bytes.trimmed((outer ?? close + 2)..<range.upperBound)
        hasColon = outer != nil || name.count < inner.count
    }
}
