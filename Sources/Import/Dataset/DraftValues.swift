import Storage
import Workflow

// Values of a line that a header tells. What is not understood is kept under its own name.
extension DraftReader {
    mutating func readValue(_ section: Section) {
        if text.dialect.isEscaped { return readOwnValue(section) }
        let line = bytes.line(at: section.content.lowerBound, limit: section.content.upperBound)
        let words = text.string(section.field == .tags ? section.content : line.text)
        guard !words.isEmpty else { return }
        let isTaken = take(words, section.field)
        if !isTaken {
            if isUntold(section.field) {
                warn(.unknownValue, section.line, "\(name(of: section)): \(words.prefix(40))")
            }
            keep(section)
            return
        }
        let rest = bytes.trimmed(line.next..<max(line.next, section.content.upperBound))
        guard section.field != .tags, !rest.isEmpty else { return }
        var free = Section.preface(at: line.next, line: section.line + 1)
        free.content = rest
        freeTexts.append(free)
    }

    /// No other label has told it: what this one says is not understood.
    private func isUntold(_ field: SectionField?) -> Bool {
        switch field {
        case .priority: draft.values.priority == nil
        case .created: draft.values.createdAt == nil
        case .closed: draft.values.closedAt == nil
        default: false
        }
    }

    /// Our own files tell values as the desk has them.
    private mutating func readOwnValue(_ section: Section) {
        let words = text.string(section.content)
        guard !words.isEmpty else { return }
        switch section.field {
        case .reference: draft.values.reference = words
        case .customer: draft.values.customer = words
        case .assignee: draft.values.assignee = words
        case .tags: draft.values.tags = Escape.decodedPath(bytes, section.content)
        default: if !take(words, section.field) { keep(section) }
        }
    }

    /// - Returns: false for what is not understood, or is told already.
    mutating func take(_ words: String, _ field: SectionField?) -> Bool {
        switch field {
        case .reference: takeReference(words)
        case .priority: takePriority(words)
        case .customer: takeName(words, \.customer)
        case .assignee: takeName(words, \.assignee)
        case .created: takeTime(words, \.createdAt)
        case .closed: takeTime(words, \.closedAt)
        case .tags: takeTags(words)
        default: false
        }
    }

    /// A whole number is printed; a key with letters is a reference.
    private mutating func takeReference(_ words: String) -> Bool {
        let bare = String(Substring(words).trimming("`[]*#").trimmingBlanks)
        if let number = Int(bare), number >= 0 {
            guard printed == nil else { return false }
            printed = number
            return true
        }
        guard draft.values.reference == nil, bare.utf8.count <= 80, !bare.contains("\n"), !bare.isEmpty else {
            return false
        }
        draft.values.reference = bare
        return true
    }

    private mutating func takePriority(_ words: String) -> Bool {
        guard draft.values.priority == nil, let priority = text.dialect.priority(of: CheckedBox.chosen(in: words))
        else { return false }
        draft.values.priority = priority
        if words != priority.name { draft.values.priorityText = words }
        return true
    }

    private mutating func takeName(_ words: String, _ value: WritableKeyPath<TicketValues, String?>) -> Bool {
        guard draft.values[keyPath: value] == nil, let name = PersonName.only(words) else { return false }
        draft.values[keyPath: value] = name
        return true
    }

    private mutating func takeTime(_ words: String, _ value: WritableKeyPath<TicketValues, SourceTime?>) -> Bool {
        guard draft.values[keyPath: value] == nil, let time = text.dialect.time(of: words) else { return false }
        draft.values[keyPath: value] = time
        return true
    }

    /// `priority/P1`, `severity:high`
    private mutating func takePriority(ofTags tags: [String]) {
        guard draft.values.priority == nil else { return }
        for tag in tags {
            let parts = tag.split(maxSplits: 1) { ":/-_=".contains($0) }
            guard parts.count == 2, ["priority", "prio", "severity", "优先级"].contains(folded(String(parts[0]))),
                let priority = text.dialect.priority(of: String(parts[1]))
            else { continue }
            (draft.values.priority, draft.values.priorityText) = (priority, tag)
            return
        }
    }

    /// A path of levels is a category, where the file has no other name for it.
    private mutating func takeTags(_ words: String) -> Bool {
        let isPath = ["｜", " > ", "＞", "→"].contains { words.contains($0) }
        if isPath, text.dialect.strongFields & SectionField.category.bit == 0 { return false }
        let tags = LabelList.tags(of: words)
        draft.values.tags = Array(Set(draft.values.tags + tags)).sortedByBytes()
        takePriority(ofTags: tags)
        return true
    }

    /// Entries of those who worked on it: under headings, in items or in lines that begin with a time.
    mutating func readLog(_ section: Section) {
        guard let entries = LogEntries(section.content, in: bytes, text) else {
            keep(section)
            return
        }
        if !entries.lead.isEmpty { keep(text.string(entries.lead), as: name(of: section)) }
        draft.notes += entries.entries
        guard draft.values.createdAt == nil else { return }
        draft.values.createdAt = entries.entries.lazy.compactMap(\.at).first
    }
}
