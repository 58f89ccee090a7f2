// What a heading or a label opens.
extension Sectioner {
    func opening(_ heading: Heading, _ line: TextLine) -> Section? {
        if dialect.isEscaped { return ownOpening(heading, line) }
        let (meaning, key) = dialect.vocabulary.meaning(of: heading.text, in: bytes)
        let isSectionLevel = dialect.isSectionLevel(heading.level, below: ticketLevel)
        var section = Section(
            field: nil, look: .heading, name: heading.text, start: line.start, line: 0, content: line.next..<line.next)
        if sections.last?.field == .conversation, Speaker.role(of: heading.text, in: bytes) != nil { return nil }
        if let meaning, meaning.field != .summary {
            guard heading.level > ticketLevel || isSectionLevel else { return nil }
            section.field = resolved(meaning, key)
            return section
        }
        if let told = toldValue(heading, line) { return told }
        let recurs = heading.level > ticketLevel && !dialect.isSingle && dialect.recurring.contains(key.short)
        guard isSectionLevel || recurs, !fences.hold(line.start) else { return nil }
        return guessed(section)
    }

    /// `## Status: closed`, `### Solution: oil it`
    private func toldValue(_ heading: Heading, _ line: TextLine) -> Section? {
        guard heading.level > ticketLevel, let colon = bytes.firstColon(in: heading.text),
            let end = bytes.colonEnd(at: colon, limit: heading.text.upperBound)
        else { return nil }
        let name = bytes.trimmed(heading.text.lowerBound..<colon)
        let value = bytes.trimmed(end..<heading.text.upperBound)
        guard !value.isEmpty, let field = dialect.vocabulary.meaning(of: name, in: bytes).meaning?.field,
            [.answers, .causes].contains(field)
                || value.count <= 60 && [.status, .priority, .assignee, .customer, .created, .closed].contains(field)
        else { return nil }
        return Section(
            field: field, look: .heading, name: name, start: line.start, line: 0, content: value.lowerBound..<line.next)
    }

    /// Our own files: sections stand at level 3 and nowhere else; a name that begins with a backslash is an extra one.
    private func ownOpening(_ heading: Heading, _ line: TextLine) -> Section? {
        guard heading.level == 3 else { return nil }
        let field = dialect.vocabulary.meaning(of: heading.text, in: bytes).meaning?.field
        return Section(
            field: bytes[heading.text.lowerBound] == 0x5C ? nil : field, look: .heading, name: heading.text,
            start: line.start, line: 0, content: line.next..<line.next)
    }

    func opening(_ label: FieldLabel, _ line: TextLine) -> Section? {
        if dialect.isEscaped, bytes.says(Escape.statusName, at: label.name) {
            return Section(
                field: .statusName, look: .label, name: label.name, start: line.start, line: 0, content: label.value)
        }
        if label.form == .plain, dialect.recurringPlain.isEmpty { return nil }
        if !dialect.isEscaped, PairLabel.stands(label, line, in: bytes) { return nil }
        let (meaning, key) = dialect.vocabulary.meaning(of: label.name, in: bytes)
        let known = meaning?.field == .summary ? nil : meaning
        if let person = person(label, key, line) { return person }
        if isSpoken(key, known) { return nil }
        let field = known.flatMap { resolved($0, key) }
        guard let isDoubtful = isDoubtful(label, known, field, key) else { return nil }
        let isFrame = label.form == .row && FieldLabel.isFrame(line, in: bytes)
        // `**Details**: …` holds no labels, but a text.
        let isText = field == .container && !label.value.isEmpty
        let section = Section(
            field: isFrame ? .container : isText ? nil : field, look: .label, name: label.name, start: line.start,
            line: 0,
            content: label.value.isEmpty ? line.next..<line.next : label.value, isDoubtful: isDoubtful)
        return known == nil && !isFrame ? guessed(section) : section
    }

    /// A speaker's name among the labels of a header names somebody.
    private func person(_ label: FieldLabel, _ key: NameKey, _ line: TextLine) -> Section? {
        guard isInHeader, Speaker.isSpeaker(key), let role = Speaker.role(of: label.name, in: bytes) else { return nil }
        var field = PersonInHeader.field(
            label, of: role, next: line.next, limit: range.upperBound, in: bytes, dialect.vocabulary)
        // The last of a run, below one that only headers have.
        if field == nil, role != .system, isRun(label), sections.dropLast().last?.field?.isHeader ?? false,
            label.value.count <= PersonInHeader.longest, PersonName.only(bytes.text(label.value)) != nil
        {
            field = role == .customer ? .customer : .assignee
        }
        guard let field else { return nil }
        return Section(field: field, look: .label, name: label.name, start: line.start, line: 0, content: label.value)
    }

    /// A speaker's label belongs to the conversation it stands in.
    private func isSpoken(_ key: NameKey, _ known: Vocabulary.Meaning?) -> Bool {
        guard Speaker.isSpeaker(key) else { return false }
        guard known != nil, let open = sections.last else { return true }
        return open.field == .conversation || open.look == .heading && open.field == .answers
    }

    /// Nil when the label is text; otherwise whether it opens a section only for want of a heading.
    private func isDoubtful(_ label: FieldLabel, _ known: Vocabulary.Meaning?, _ field: SectionField?, _ key: NameKey)
        -> Bool?
    {
        switch label.form {
        // The rows of one table are labels, whatever they tell.
        case .row: return isInHeader || isRun(label) ? false : nil
        case .plain:
            if followsAlike(label) { return false }
            guard let known, dialect.recurringPlain.contains(key.short) else { return nil }
            // A word such as 时间 begins many a sentence.
            if known.field.isHeader, !known.field.isCategory, known.field != .status {
                return isInHeader && isUnderstood(label, known.field) ? false : nil
            }
            return isInHeader || !dialect.hasSectionHeadings && !label.isMarked ? false : nil
        case .bold, .bracket: break
        }
        let recurs = dialect.recurring.contains(key.short)
        if isInHeader { return known != nil || label.hasColon || recurs || followsAlike(label) ? false : nil }
        if let open = sections.last, open.look == .heading {
            if open.field == .causes, known == nil || field == nil || field == .category { return nil }
            if open.field == field { return nil }
        }
        guard let known else {
            if recurs { return !label.isMarked && !dialect.hasSectionHeadings ? false : nil }
            // One more of a list of labels, right below another.
            if label.hasColon, followsAlike(label) { return false }
            return opensByKeyword(label) ? false : nil
        }
        if recurs { return !dialect.hasSectionHeadings ? false : label.isMarked ? nil : field != nil }
        // The rarer of two names for one thing is kept under its own, and not as the end of what stands above it.
        if known.isWeak, label.form == .bold, label.hasColon, known.field.isLong, !dialect.hasSectionHeadings,
            sections.last?.field != .conversation
        {
            return false
        }
        guard !label.isMarked, !known.isWeak else { return nil }
        guard dialect.hasSectionHeadings else { return false }
        // In a message such a line is more likely somebody's emphasis.
        return known.field.isLong && sections.last?.field != .conversation ? true : nil
    }

    /// `**排查步骤**：` alone on its line, below another label: a name that comes once, and says by a word what it is. Below one that
    /// is unknown as well it is one more of them.
    private func opensByKeyword(_ label: FieldLabel) -> Bool {
        guard label.form == .bold, label.hasColon, !label.isMarked, label.value.isEmpty, !dialect.hasSectionHeadings,
            let open = sections.last, open.look == .label, open.field != .conversation, open.field != .answers
        else { return false }
        guard let guess = dialect.vocabulary.guess(label.name, in: bytes) else { return open.field == nil }
        return guess.isLong && guess != open.field
    }

    /// Its value is one that such a label has.
    private func isUnderstood(_ label: FieldLabel, _ field: SectionField) -> Bool {
        let words = bytes.text(label.value)
        switch field {
        // These may stand on the line below.
        case .created, .closed: return dialect.time(of: words.isEmpty ? below(label) : words) != nil
        case .priority: return dialect.priority(of: words.isEmpty ? below(label) : words) != nil
        case .customer, .assignee: return PersonName.only(words) != nil
        default: return !label.value.isEmpty && label.value.count <= 120
        }
    }

    private func below(_ label: FieldLabel) -> String {
        let next = bytes.line(at: label.name.lowerBound, limit: range.upperBound).next
        guard next < range.upperBound else { return "" }
        return bytes.text(bytes.trimmed(bytes.line(at: next, limit: range.upperBound).text))
    }

    /// In a run that began in the header, the line below a label that looks the same is a label too, whatever its name.
    private func followsAlike(_ label: FieldLabel) -> Bool {
        guard isRun(label), label.name.count <= 30 else { return false }
        return isInHeader || sections.last?.look == .label
    }

    func isRun(_ label: FieldLabel) -> Bool {
        guard let lastLabel, lastLabel.form == label.form, lastLabel.isMarked == label.isMarked else { return false }
        let line = bytes.lineStart(before: label.name.lowerBound)
        return lastLabel.end == line
    }

    private func resolved(_ meaning: Vocabulary.Meaning, _ key: NameKey) -> SectionField? {
        guard meaning.isWeak else { return meaning.field }
        return dialect.promoted[meaning.field] == key.short ? meaning.field : nil
    }

    /// An unknown name may say enough by a keyword, unless the file has a proper name for that field.
    private func guessed(_ section: Section) -> Section {
        var section = section
        guard let name = section.name, let guess = dialect.vocabulary.guess(name, in: bytes) else { return section }
        guard dialect.strongFields & guess.bit == 0, dialect.promoted[guess] == nil else { return section }
        section.field = guess
        section.isGuess = true
        return section
    }
}
