import Workflow

/// What each form of line makes of what it tells.
extension ArticleReader {
    // MARK: Items

    mutating func takeItem(_ index: Int, isNumbered: Bool) {
        let line = lines[index]
        var before: ArticleEntry.Role?
        while let last = items.last, last.indent >= line.indent {
            before = last.role
            items.removeLast()
        }
        if lead?.isInItem == true { endLead() }
        if isNumbered, asksOften, items.isEmpty, holdsQuestions(index) { return open(group: index) }
        if isNumbered, items.isEmpty, asks(index) {
            let number = bytes.text(bytes.trimmed(numberRange(line)))
            return open(question: QuestionMark(number: number, text: line.content), index)
        }
        let owner = current
        // A label within the item before tells nothing of this one.
        let ownerRole = items.last?.role ?? before ?? standingRole(owner)
        if let label = ArticleLabel(line.content, in: bytes, mayStandAlone: holdsLines(index)) {
            add(label, line)
            return
        }
        role = ownerRole
        guard let kind = EntryKindRule.item(isNumbered: isNumbered, role: role, under: entries[owner], in: items.count)
        else {
            return addLed(line)
        }
        let title = PlainText.line(bytes.text(line.content.prefix(600)))
        let heading = HeadingText(title)
        entries.append(
            EntryDraft(
                parent: owner, kind: kind,
                number: isNumbered ? bytes.text(bytes.trimmed(numberRange(line))) : heading.number,
                title: Self.short(Self.lead(heading.title)), role: role, line: index + 1,
                titleBytes: line.bytes.lowerBound..<line.bytes.lowerBound, bytes: line.bytes.lowerBound..<bytes.count))
        items.append((entries.count - 1, line.indent, role))
        addLed(line)
    }

    /// `3. Why is it slow?` above a text that answers; one above another item is a step, or something to check.
    private func asks(_ index: Int) -> Bool {
        if countsOn(lines[index]) || asksOften && isAnsweredByQuote(index) { return true }
        let text = bytes.trimmed(lines[index].content)
        guard text.count >= 2,
            bytes[text.upperBound - 1] == 0x3F || bytes.has("？", at: text.upperBound - 3, limit: text.upperBound),
            let next = lines[(index + 1)...].first(where: { $0.form != .blank })
        else { return false }
        return next.form == .text || next.form == .quote
    }

    /// In a list of questions an item above a quotation asks, whatever it says.
    private func isAnsweredByQuote(_ index: Int) -> Bool {
        lines[(index + 1)...].first { $0.form != .blank }?.form == .quote
    }

    /// Its number is the next of the question's above.
    private func countsOn(_ line: ArticleLine) -> Bool {
        guard let last = headings.last?.entry, entries[last].kind == .item, entries[last].level == nil,
            let number = entries[last].number.flatMap({ Int($0) })
        else { return false }
        return Int(bytes.text(bytes.trimmed(numberRange(line)))) == number + 1
    }

    /// Whether lines below an item belong to it.
    private func holdsLines(_ index: Int) -> Bool {
        let next = lines[(index + 1)...].first { $0.form != .blank }
        return next.map { $0.indent > lines[index].indent } ?? false
    }

    /// What the lines of an entry tell outside its items: a label since its heading says it, until a list ends it.
    private func standingRole(_ owner: Int) -> ArticleEntry.Role { role == .note ? entries[owner].role : role }

    func numberRange(_ line: ArticleLine) -> Range<Int> {
        var start = line.line.start
        while start < line.content.lowerBound, bytes[start].isSpace { start += 1 }
        var end = start
        while end < line.content.lowerBound, bytes[end].isDigit { end += 1 }
        return start..<max(end, start)
    }

    /// `名称：说明` is called by its name.
    private static func lead(_ title: String) -> String {
        guard let colon = title.firstIndex(where: { $0 == "：" || $0 == ":" }), colon > title.startIndex,
            title.distance(from: title.startIndex, to: colon) <= 20, title.index(after: colon) < title.endIndex
        else { return title }
        return String(title[..<colon])
    }

    static func short(_ title: String) -> String {
        let line = title.prefix { !$0.isNewline }
        return line.count <= 80 ? String(line) : String(line.prefix(79)) + "…"
    }

    // MARK: Texts

    mutating func takeText(_ index: Int) {
        let line = lines[index]
        if opensNotes(line) { return add(line, role: .note) }
        if previousForm == .blank {
            // Behind a blank line only what is indented still belongs to an item.
            while let last = items.last, line.indent <= last.indent, line.indent < 2 || line.indent < last.indent + 1,
                !goesOn(last.entry, last.indent, behind: index)
            {
                items.removeLast()
                role = items.last?.role ?? entries[current].role
            }
            if role == .note { role = items.last?.role ?? entries[current].role }
        }
        if let lead, lead.blocks > 1 { endLead() }
        if let row = CodeLine(line.content, in: bytes), isCodePlace { return add(code: row, index) }
        if let label = ArticleLabel(line.content, in: bytes) {
            lead = label.role == .sample ? Lead(before: role, isInItem: !items.isEmpty) : nil
            return add(label, line)
        }
        if let question = QuestionMark(line.content, in: bytes) ?? QuestionMark(summary: line.content, in: bytes),
            items.isEmpty
        {
            return open(question: question, index)
        }
        addLed(line)
    }

    /// A label is shown as what it says, but one that says again what was said is shown as it stands.
    private mutating func add(_ label: ArticleLabel, _ line: ArticleLine) {
        let isSaid = role == label.role && pieces.last?.entry == current && pieces.last?.role == label.role
        role = label.role
        add(line, role: role, text: isSaid ? line.content : label.end..<line.content.upperBound)
    }

    /// A line that may say what the block below it tells. What is done is told as one, with its examples.
    private mutating func addLed(_ line: ArticleLine) {
        guard role != .remedy, let told = LeadIn.role(line.content, in: bytes) else { return addCut(line) }
        lead = Lead(before: lead?.before ?? role, isInItem: !items.isEmpty)
        role = told
        add(line, role: told)
    }

    /// The next number of the list comes further down: what stands between belongs to the item, though it is not indented.
    private func goesOn(_ entry: Int, _ indent: Int, behind index: Int) -> Bool {
        guard let number = entries[entry].number.flatMap({ Int($0) }) else { return false }
        for line in lines[(index + 1)...].prefix(Self.longestItem) {
            if case .heading = line.form { return false }
            guard case .item(isNumbered: true) = line.form, line.indent == indent else { continue }
            return Int(bytes.text(bytes.trimmed(numberRange(line)))) == number + 1
        }
        return false
    }

    /// In lines.
    private static let longestItem = 200

    private mutating func endLead() {
        if let lead { role = lead.before }
        lead = nil
    }

    private var isCodePlace: Bool {
        var place: Int? = headings.last?.entry
        while let at = place {
            if CodeWords.areIn(entries[at].title) { return true }
            place = entries[at].parent
        }
        return CodeWords.areIn(frontTitle ?? "")
    }

    private mutating func open(question: QuestionMark, _ index: Int) {
        let line = lines[index]
        while let last = headings.last, entries[last.entry].level == nil { headings.removeLast() }
        let parent = headings.last?.entry ?? 0
        entries.append(
            EntryDraft(
                parent: parent, kind: .item, number: question.number,
                title: Self.short(PlainText.line(bytes.text(question.text))), line: index + 1, titleBytes: line.bytes,
                bytes: line.bytes.lowerBound..<bytes.count))
        headings.append((entries.count - 1, 7))
        role = .other
    }

    private mutating func add(code row: CodeLine, _ index: Int) {
        items.removeAll()
        let line = lines[index]
        let parent = current
        let key = bytes.text(row.name ?? row.code)
        entries.append(
            EntryDraft(
                parent: parent, kind: .row, number: nil, title: PlainText.line(bytes.text(line.content.prefix(600))),
                key: key,
                line: index + 1, titleBytes: line.bytes.lowerBound..<row.codeEnd, bytes: line.bytes))
        pieces.append(
            ArticlePiece(
                entry: entries.count - 1, role: .cause, side: nil, bytes: row.codeEnd..<line.bytes.upperBound,
                texts: [row.text]))
    }

    mutating func takeFence(_ index: Int, _ part: ArticleLine.FencePart) {
        let line = lines[index]
        if part == .opening { fenceRole = isSample(before: index) ? .sample : role }
        add(line, role: fenceRole, text: part == .inside ? line.line.text : nil)
    }

    /// Whether the line before a block says that what follows was printed by something.
    private func isSample(before index: Int) -> Bool {
        guard role != .remedy else { return false }
        var at = index - 1
        while at >= 0, lines[at].form == .blank || lines[at].form == .remark { at -= 1 }
        return at >= 0 && (role == .symptom || SampleWords.arePrintedNext(bytes, lines[at].content))
    }

    mutating func takeRow(_ index: Int) {
        let line = lines[index]
        if table == nil {
            items.removeAll { $0.indent >= line.indent }
            table = ArticleTable(bytes, line.content, under: entries[current].title)
            return add(line, role: .other)
        }
        guard line.form == .row, let table, table.hasCodes else {
            return add(line, role: line.form == .dashes ? .other : role)
        }
        let cells = TableCells.ranges(bytes, line.line.text)
        guard let first = cells.first else { return add(line, role: role) }
        let key = table.key(cells, in: bytes)
        entries.append(
            EntryDraft(
                parent: current, kind: .row, title: PlainText.line(bytes.text(first)), key: key, line: index + 1,
                titleBytes: line.bytes.lowerBound..<min(first.upperBound, line.bytes.upperBound), bytes: line.bytes))
        addCells(cells, of: line, table)
    }

    private mutating func addCells(_ cells: [Range<Int>], of line: ArticleLine, _ table: ArticleTable) {
        var start = cells[0].upperBound
        for (column, cell) in cells.enumerated().dropFirst() {
            let end = column == cells.count - 1 ? line.bytes.upperBound : cell.upperBound
            pieces.append(
                ArticlePiece(
                    entry: entries.count - 1, role: table.role(of: column), side: nil, bytes: start..<end, texts: [cell]
                ))
            start = end
        }
        guard start < line.bytes.upperBound else { return }
        pieces.append(
            ArticlePiece(
                entry: entries.count - 1, role: .other, side: nil, bytes: start..<line.bytes.upperBound, texts: []))
    }
}
