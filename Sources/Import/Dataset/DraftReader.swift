import Workflow

/// Makes a draft of a ticket's sections. What has no field of its own is kept under its name.
struct DraftReader {
    let text: Text
    let fences: ClosedFences
    var draft: TicketDraft
    private(set) var warnings: [DatasetWarning] = []
    var derivedAnswersDiffer = false

    /// The whole number that a label gives it.
    var printed: Int?
    private var category: [[String]] = [[], [], []]
    /// What the block at the top of a file says.
    var frontCategory: [String] = []
    var titleLabel: NamedText?
    private var statusName: String?
    /// Sections that turned out to be conversations, read when it is known whether a better one is there.
    var spokenSections: [(section: Section, conversation: Conversation)] = []
    var freeTexts: [Section] = []
    /// Something is still to be done.
    var hasOpenBoxes = false
    /// Answers that help until the matter is mended.
    var workarounds = 0
    /// Where in `extra` a name stands; names are compared as bytes.
    private var extraIndex: [[UInt8]: Int] = [:]

    var bytes: Bytes { text.bytes }

    init(title: String, _ text: Text, _ fences: ClosedFences) {
        draft = TicketDraft(title: title)
        self.text = text
        self.fences = fences
    }

    mutating func read(_ sections: [Section], of place: TicketPlace) {
        for section in sections { read(section) }
        placeConversations()
        placeFreeTexts()
        placeLabels(of: place)
        placeTitle(of: place)
        finishAnswers()
    }

    /// A cell of a row: a value, or a text under the name of its column.
    mutating func readCell(_ section: Section) {
        if section.field == nil { keep(section) } else { read(section) }
    }

    /// What the place of a row or an item tells; `bytes` hold the names of its groups.
    mutating func place(_ place: TicketPlace, groups: [Range<Int>], of bytes: Bytes) {
        placeConversations()
        placeFreeTexts()
        placeLabels(of: place)
        placeGroups(groups.map { bytes.text(DraftReader.withoutMarks($0, in: bytes)) })
        placeTitleStatus()
        finishAnswers()
    }

    /// A label of a header that holds values.
    mutating func readLabel(_ section: Section) { readCell(section) }

    /// What only the whole place tells, of forms whose texts are read already.
    mutating func finishLabels(of place: TicketPlace) {
        placeFreeTexts()
        placeLabels(of: place)
        placeTitle(of: place)
        finishAnswers()
    }

    private mutating func read(_ section: Section) {
        guard !section.content.isEmpty || section.field == nil else { return }
        if section.isGuess { warn(.guessedSection, section.line, "\(name(of: section)): \(section.field?.name ?? "")") }
        switch section.field {
        case .container: readContainer(section)
        case .title: readTitle(section)
        case .status where tellsOfParts(section): break
        case .status: readLine(section) { $0.readStatus($1, section) }
        case .statusName: statusName = text.string(section.content)
        case .reference, .priority, .customer, .assignee, .created, .closed, .tags: readValue(section)
        case .log: readLog(section)
        case .category, .firstCategory: readCategory(section, rank: 0)
        case .secondCategory: readCategory(section, rank: 1)
        case .thirdCategory: readCategory(section, rank: 2)
        case .description: readDescription(section)
        case .answers where isTrial(section): keep(section)
        case .answers:
            let before = draft.answers.count
            readAnswers(section)
            if isWorkaround(section) || section.isGuess { workarounds += draft.answers.count - before }
        case .causes: readCauses(section)
        case .conversation: readConversation(section)
        // What one ticket sums up at its top is what it is about.
        case .summary
        where (text.dialect.tellsOfOneMatter || text.dialect.isSingle) && section.look == .heading
            && draft.description == nil:
            readDescription(section)
        case .summary, nil: readOther(section)
        }
    }

    func name(of section: Section) -> String {
        guard let name = section.name else { return "正文" }
        if text.dialect.isEscaped { return text.string(name) }
        let ordinal = section.look == .heading ? Ordinal.plain(in: bytes, name) : nil
        let words = ordinal.map { $0.end..<name.upperBound } ?? name
        let inside = BoldMark(words, longest: words.count, in: bytes)
        return text.string(inside?.name ?? Heading.withoutColon(words, in: bytes))
    }

    mutating func warn(_ code: DatasetWarning.Code, _ line: Int, _ detail: String = "") {
        warnings.append(DatasetWarning(line: line, code: code, detail: detail))
    }

    /// Keeps a section under its own name; a name that comes again is continued.
    mutating func keep(_ section: Section) {
        keep(text.string(section.content), as: name(of: section))
    }

    mutating func keep(_ words: String, as name: String) {
        let key = Array(name.utf8)
        guard let index = extraIndex[key] else {
            extraIndex[key] = draft.extra.count
            draft.extra.append(NamedText(name: name, text: words))
            return
        }
        if !draft.extra[index].text.isEmpty, !words.isEmpty { draft.extra[index].text += "\n" }
        draft.extra[index].text += words
    }
}

// Fields that fit in a line.
extension DraftReader {
    private mutating func readContainer(_ section: Section) {
        if section.look == .heading { readOther(section) }
    }

    /// What stands below the line is free text.
    private mutating func readLine(_ section: Section, _ take: (inout DraftReader, String) -> Void) {
        let line = bytes.line(at: section.content.lowerBound, limit: section.content.upperBound)
        take(&self, text.string(line.text))
        let rest = bytes.trimmed(line.next..<max(line.next, section.content.upperBound))
        guard !rest.isEmpty else { return }
        var free = Section.preface(at: line.next, line: section.line + 1)
        free.content = rest
        freeTexts.append(free)
    }

    private mutating func readTitle(_ section: Section) {
        readLine(section) { reader, title in
            guard reader.titleLabel == nil else { return reader.keep(section) }
            reader.titleLabel = NamedText(name: reader.name(of: section), text: title)
        }
    }

    /// A list tells how every part of it stands: the matter is open while one of them is.
    private mutating func tellsOfParts(_ section: Section) -> Bool {
        guard !text.dialect.isEscaped, let list = Items(section.content, in: bytes, fences), list.items.count >= 2
        else {
            return false
        }
        keep(section)
        let told = list.items.map { text.dialect.status(of: text.string($0)) }
        guard draft.statusText == nil, draft.status == nil else { return true }
        if told.contains(where: { $0 != nil && $0 != .resolved && $0 != .closed }) {
            draft.status = .open
        } else if let first = told[0], told.allSatisfy({ $0 == first }) {
            draft.status = first
        }
        return true
    }

    private mutating func readStatus(_ words: String, _ section: Section) {
        guard draft.statusText == nil else { return keep(words, as: name(of: section)) }
        draft.statusText = words
        draft.status = text.dialect.status(of: CheckedBox.chosen(in: words))
        if draft.status == nil, !words.isEmpty {
            warn(.unknownValue, section.line, "\(name(of: section)): \(words.prefix(40))")
        }
    }

    private mutating func readCategory(_ section: Section, rank: Int) {
        guard category[rank].isEmpty, rank == 0 || category[0].count < 2 else { return keep(section) }
        if let list = Items(section.content, in: bytes, fences) {
            category[rank] = list.items.flatMap { CategoryPath.levels(of: $0, text) }
            return
        }
        let line = bytes.line(at: section.content.lowerBound, limit: section.content.upperBound)
        category[rank] = CategoryPath.levels(of: line.text, text)
        let rest = bytes.trimmed(line.next..<max(line.next, section.content.upperBound))
        guard !rest.isEmpty else { return }
        var free = Section.preface(at: line.next, line: section.line + 1)
        free.content = rest
        freeTexts.append(free)
    }

    /// A title label names the ticket when its heading only counts. What the file says of a ticket's group is the category, or the
    /// status, where no label says it.
    private mutating func placeLabels(of place: TicketPlace) {
        draft.categoryPath = category.flatMap { $0 }
        if draft.categoryPath.isEmpty { draft.categoryPath = frontCategory }
        // 栏杆设计完成 is a part of it.
        if hasOpenBoxes, draft.status == .resolved, draft.statusText.flatMap(StatusWords.status(ofName:)) == nil {
            draft.status = .open
        }
        if let statusName { draft.status = Status(name: statusName) }
        for value in place.values { take(value) }
        placeGroups(place.groups.map { text.string(DraftReader.withoutMarks($0, in: bytes)) })
        if let titleLabel {
            if text.dialect.titlesOnlyCount {
                let digits = bytes[place.title].reversed().prefix(while: \.isDigit).reversed()
                printed = printed ?? Int(String(decoding: digits, as: UTF8.self))
                draft.title = titleLabel.text
            } else if place.isOnlyOrdinal {
                draft.title = titleLabel.text
            } else {
                keep(titleLabel.text, as: titleLabel.name)
            }
        }
    }
}

extension DraftReader {
    /// A title that goes on for lines is its first sentence, and all of it stands in the description.
    mutating func shortenTitle() {
        guard draft.title.utf8.count > 240 || draft.title.utf8.contains(0x0A) else { return }
        let whole = draft.title
        draft.title = TicketTitle.firstLine(of: whole)
        draft.description = draft.description.map { whole + "\n\n" + $0 } ?? whole
    }
}

/// The name of a field that the desk has of its own.
enum NewReference {
    /// What another desk calls a ticket.
    static let name = "ref"
}
