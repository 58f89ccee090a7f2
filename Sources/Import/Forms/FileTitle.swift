import Workflow

/// What a file calls itself in its first line: a list of bugs, of things to do, of questions. It says what its headings and items
/// are where nothing else does.
struct FileTitle {
    enum Kind { case tickets, toDo, questions }

    let kind: Kind
    /// Its line, and the signs that underline it.
    let range: Range<Int>
    /// Of its heading; 0 where it is none.
    let level: Int
    /// `Bugs`, `TICKETS`, 问题清单: the name of several, and nothing more.
    let isBare: Bool
    /// Its name is of tickets of any kind: people may speak in them.
    private(set) var mayTalk = false
    /// Nothing in the file says it.
    private var isOfPath = false

    private static let longest = 90
    private static let longestGroup = 60

    /// Nil where the first line says nothing of the kind.
    init?(in bytes: Bytes, from start: Int) {
        let first = bytes.skippingSpace(start..<bytes.count)
        guard first < bytes.count else { return nil }
        let line = bytes.line(at: bytes.lineStart(before: first), limit: bytes.count)
        let heading = Heading.mayBegin(line, in: bytes) ? Heading(line, in: bytes) : nil
        let text = bytes.trimmed(heading?.text ?? line.text)
        guard text.count <= FileTitle.longest, let kind = FileTitle.kind(of: text, in: bytes) else { return nil }
        let next = line.next < bytes.count ? bytes.line(at: line.next, limit: bytes.count) : nil
        let isUnderlined = next.map { RuleLine.isRule($0, in: bytes) } ?? false
        if heading == nil {
            // A line like others is a title only where it stands alone, or above a list.
            let standsAlone = next.map({ bytes.skippingSpace($0.text) == $0.end || ListMark($0, in: bytes) != nil })
            guard ListMark(line, in: bytes) == nil, !FileTitle.isLabel(text, in: bytes),
                isUnderlined || standsAlone ?? false
            else { return nil }
        }
        self.kind = kind
        range = line.start..<(isUnderlined ? next?.next ?? line.next : line.next)
        level = heading?.level ?? 0
        let name = folded(bytes.text(text))
        isBare =
            name.utf8.count <= 24 && !name.contains(where: \.isNumber)
            && FileTitle.ofSeveral.contains(where: name.hasSuffix)
    }

    /// `KNOWN_ISSUES.md`, `todo.txt`: what a file is called, where its first line says nothing.
    init?(path: String) {
        var name = FilePaths.baseName(path).prefix { $0 != "." }.description.replacing("_", with: " ")
        let kind = name.withUTF8 { buffer in
            FileTitle.kind(of: 0..<buffer.count, isPath: true, in: Bytes(rebasing: buffer[...]))
        }
        guard let kind else { return nil }
        (self.kind, range, level, isBare) = (kind, 0..<0, 0, false)
        isOfPath = true
        mayTalk = folded(name).contains("ticket") || name.contains("工单")
    }

    /// `BUG-12.md`, `incident.txt`: the file is called after one of them. Its folder says nothing, as a path may leave it out.
    static func namesTicket(path: String) -> Bool {
        let name = FilePaths.baseName(path)
        let words = folded(name).split { !$0.isLetter }
        if guides.contains(where: { guide in words.indices.contains { words[$0...].starts(with: guide) } }) {
            return false
        }
        return words.contains(where: OneTicketTitle.matters.contains)
            || OneTicketTitle.isKey(path: path) && !words.contains { ["err", "def"].contains($0) }
            || ["工单", "缺陷", "故障单", "事故", "不具合", "障害報告"].contains(where: name.contains)
    }

    private static let ofSeveral = [
        "bugs", "tickets", "issues", "defects", "incidents", "todo", "todos", "backlog", "清单", "列表", "待办", "记录", "汇总",
        "工单",
        "缺陷",
    ]

    /// No heading below it names anything but a group of items. In a list of things to do one above nothing but items does, whatever
    /// it says; in a list of bugs it may be a bug.
    func hasOnlyGroups(_ survey: Survey, in bytes: Bytes) -> Bool {
        let headings = survey.landmarks.filter { $0.kind == .heading && !$0.isFenced && $0.start >= range.upperBound }
        var (tasks, items) = (0, 0)
        let areGroups = headings.indices.allSatisfy { index in
            if FileTitle.namesGroup(headings[index], in: bytes) { return true }
            let end = index + 1 < headings.count ? headings[index + 1].start : bytes.count
            let below = BodyLines(below: headings[index].start, until: end, in: bytes)
            // What holds no items is beside the point.
            guard below.items > 0 else { return true }
            (tasks, items) = (tasks + 1, items + below.items)
            return (kind == .toDo || isOfPath) && below.others == 0
                && headings[index].title(in: bytes.line(at: headings[index].start, limit: bytes.count), bytes)
                    .map { !FileTitle.isPart($0, in: bytes) } ?? false
        }
        // Many headings with few items each are what is to be done, and any with few items may be bugs.
        return areGroups && (tasks * 4 <= items || kind == .toDo && tasks < 5)
    }

    /// The levels at which headings below it name groups.
    func groupLevels(of survey: Survey, in bytes: Bytes) -> Set<Int> {
        let groups = survey.landmarks.filter {
            $0.kind == .heading && !$0.isFenced && $0.start >= range.upperBound && FileTitle.namesGroup($0, in: bytes)
        }
        return Set(groups.map { Int($0.level) })
    }

    private static func namesGroup(_ mark: Landmark, in bytes: Bytes) -> Bool {
        mark.title(in: bytes.line(at: mark.start, limit: bytes.count), bytes).map { isGroup($0, in: bytes) } ?? false
    }

    /// `Verification`, `Next steps`: a part of the file, and no matter of its own.
    static func isPart(_ name: Range<Int>, in bytes: Bytes) -> Bool {
        guard name.count <= 60 else { return false }
        let plain = folded(bytes.text(name)).drop { !$0.isLetter }
        return parts.contains(String(plain)) || partStarts.contains(where: plain.hasPrefix)
            || partEnds.contains(where: plain.hasSuffix)
    }

    private static let parts: Set<String> = [
        "verification", "testing", "test plan", "testing plan", "implementation plan", "implementation order",
        "implementation", "next steps", "action items", "recommendations", "recommended actions", "lessons learned",
        "background", "scope", "out of scope", "priority order", "priorities", "roadmap", "references", "see also",
        "related", "related files", "related documents", "contributing", "changelog", "timeline", "metrics", "risks",
        "plan", "fix plan", "workflow", "status", "conventions", "environment", "setup", "purpose", "key",
        "instructions",
        "验证", "测试计划", "实施计划", "实施步骤", "下一步", "后续计划", "建议", "背景", "范围", "参考", "参考资料", "修复计划", "优先级", "修复顺序",
        "环境", "目的", "经验教训",
    ]
    /// `Changelog`, 更新日志: what was done when.
    static func isHistory(_ name: Range<Int>, in bytes: Bytes) -> Bool {
        let plain = folded(bytes.text(name.prefix(60))).drop { !$0.isLetter }
        return [
            "changelog", "change log", "update log", "update history", "change history", "release notes", "更新日志",
            "更新记录", "变更记录",
            "变更日志", "修改记录", "güncelleme günlüğü", "historial", "история изменений", "журнал изменений", "更新履歴", "变更历史",
        ].contains(where: plain.hasPrefix)
    }

    private static let partEnds = ["备忘", "说明", "现状", "约定", "图例", "流程", "规则", "背景", "注意事项", "使用方法"]
    private static let partStarts = [
        "how to", "files to", "files changed", "files modified", "when to", "what to", "tests to", "order of",
        "list of",
        "如何",
    ]

    /// `Open`, `High priority`, `v1.2`, `Known bugs`: what stands below is of one kind.
    private static func isGroup(_ name: Range<Int>, in bytes: Bytes) -> Bool {
        guard name.count <= longestGroup else { return false }
        let text = bytes.text(name)
        if StatusWords.status(ofName: text) != nil || kind(of: name, in: bytes) != nil { return true }
        let words = folded(text).split { !$0.isLetter && !$0.isNumber && $0 != "." }
        guard (1...3).contains(words.count) else { return false }
        if PriorityTable.priority(of: words.filter { $0 != "priority" && $0 != "prio" }.joined(separator: " ")) != nil {
            return true
        }
        return words.contains { word in
            groupNames.contains(String(word)) || word.first?.isNumber ?? false
                || word.first == "v" && word.dropFirst().first?.isNumber ?? false
        }
    }

    /// `TO\u{44}O: oil the gate` is an item.
    private static func isLabel(_ text: Range<Int>, in bytes: Bytes) -> Bool {
        guard let colon = bytes.firstColon(in: text), let end = bytes.colonEnd(at: colon, limit: text.upperBound) else {
            return false
        }
        return bytes.skippingSpace(end..<text.upperBound) < text.upperBound
    }

    private static func kind(of title: Range<Int>, isPath: Bool = false, in bytes: Bytes) -> Kind? {
        let words = folded(bytes.text(title)).split { !$0.isASCII || !$0.isLetter && !$0.isNumber && $0 != "&" }
        func holds(_ phrases: [[Substring]]) -> Bool {
            phrases.contains { phrase in
                words.indices.contains { words[$0...].starts(with: phrase) }
            }
        }
        func holdsHan(_ words: [StaticString]) -> Bool { words.contains { bytes.first($0, in: title) != nil } }
        if holds(guides) || holdsHan(guidesInHan) { return nil }
        if let kind = furtherKind(of: title, isPath: isPath, in: bytes) { return kind }
        if holds(questions) || holdsHan(questionsInHan) { return .questions }
        // `Bug 12: the gate sticks`, `Bug report`: one, and no list of them.
        if words.first == "bug", !words.contains(where: lists.contains), !holdsHan(listsInHan) { return nil }
        if holds(tickets) || holdsHan(ticketsInHan) { return .tickets }
        // Issues of whatever are no sign by themselves.
        if words.first == "issues" || words.last == "issues" && words.count <= 3 { return .tickets }
        return holds(toDo) || holdsHan(toDoInHan) ? .toDo : nil
    }

    /// Of other languages only what is said with nothing beside it: `Ошибки`, `Errores conocidos`, 不具合一覧.
    private static func furtherKind(of title: Range<Int>, isPath: Bool, in bytes: Bytes) -> Kind? {
        guard title.count <= 40 else { return nil }
        let scalars = bytes.text(title).unicodeScalars
        guard let first = scalars.firstIndex(where: \.isLetter), let last = scalars.lastIndex(where: \.isLetter) else {
            return nil
        }
        let initial = simplyFolded(scalars[first]) ?? StatusWords.smallLetter(scalars[first])
        guard initial.map({ namesElsewhere.contains(initial: $0) }) ?? false else { return nil }
        var name = String.UnicodeScalarView()
        name.append(
            contentsOf: scalars[first...last].lazy.map { simplyFolded($0) ?? StatusWords.smallLetter($0) ?? $0 })
        let plain = String(name)
        func says(_ name: StaticString) -> Bool {
            plain.utf8.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        }
        if isPath, faultsElsewhere.contains(where: says) { return .tickets }
        return ticketsElsewhere.contains(where: says) ? .tickets : toDoElsewhere.contains(where: says) ? .toDo : nil
    }
}

/// What stands below a heading, line by line: items of lists with what is indented or goes on right below them, and other texts.
struct BodyLines {
    private(set) var items = 0
    private(set) var others = 0

    init(below heading: Int, until end: Int, in bytes: Bytes) {
        var at = bytes.line(at: heading, limit: end).next
        var isAfterBlank = true
        while at < end {
            let line = bytes.line(at: at, limit: end)
            at = line.next
            guard bytes.skippingSpace(line.text) < line.end, !RuleLine.isRule(line, in: bytes) else {
                isAfterBlank = true
                continue
            }
            if ListMark(line, in: bytes) != nil || PipeRow.isRow(line, in: bytes) {
                items += 1
            } else if items == 0 || isAfterBlank && !bytes[line.start].isSpace {
                others += 1
            }
            isAfterBlank = false
        }
    }
}
