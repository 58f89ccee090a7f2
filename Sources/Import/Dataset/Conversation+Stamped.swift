import Workflow

// Conversations whose turns are opened by a time, or by names that no table has.
extension Conversation {
    /// Nil when the first line opens no such turn; `searches` allows lines before the first, `allowsName` names without a time.
    /// `onlyBelowStamps` names below a time alone on its line.
    init?(
        stamped range: Range<Int>, in bytes: Bytes, searches: Bool = false, allowsName: Bool = false,
        onlyBelowStamps: Bool = false, _ dayOrder: DayOrder? = nil
    ) {
        guard !range.isEmpty else { return nil }
        self.init()
        var open: (head: TurnHead, line: Int)?
        var roles = SpokenRoles()
        var at = range.lowerBound
        var number = 0
        var isBelowStamp = !onlyBelowStamps
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            if line.start < line.end, isBelowStamp, let head = TurnHead(line, in: bytes, allowsName: allowsName),
                open == nil || head.look == open?.head.look
            {
                if let open {
                    add(open.head, open.line, until: line.start, &roles, dayOrder, bytes)
                } else {
                    lead = bytes.trimmed(range.lowerBound..<line.start)
                }
                open = (head, number)
            } else if open == nil, !searches, bytes.skippingSpace(line.text) < line.end {
                return nil
            }
            if onlyBelowStamps, bytes.skippingSpace(line.text) < line.end {
                isBelowStamp = SinceStart.alone(line.text, in: bytes) != nil
            }
            number += 1
            at = line.next
        }
        guard let open else { return nil }
        add(open.head, open.line, until: range.upperBound, &roles, dayOrder, bytes)
        settle(roles, in: bytes)
        settleClocks()
    }

    /// `[00:14]`, `[02:01]`: a talk that begins within a minute of nothing counts seconds, for few begin at midnight.
    private mutating func settleClocks() {
        let clocks = utterances.filter { $0.offset != nil }
        guard let first = clocks.first?.offset, first < 3_600_000, clocks.allSatisfy(\.isShortClock) else { return }
        for index in utterances.indices { utterances[index].offset = utterances[index].offset.map { $0 / 60 } }
    }

    /// Three names and more of which nothing says who answers: nobody's words are an agent's.
    private mutating func settle(_ roles: SpokenRoles, in bytes: Bytes) {
        guessed = roles.guessed
        guard guessed.count > 2 else { return }
        let names = Set(guessed)
        for index in utterances.indices {
            guard let author = utterances[index].author, names.contains(bytes.text(author)) else { continue }
            utterances[index].role = .customer
        }
    }

    private mutating func add(
        _ head: TurnHead, _ line: Int, until end: Int, _ roles: inout SpokenRoles, _ dayOrder: DayOrder?, _ bytes: Bytes
    ) {
        let body = bytes.trimmed(head.body.lowerBound..<max(head.body.lowerBound, end))
        // The messenger says so itself, under the name of either.
        let isNotice =
            utterances.isEmpty
            && (bytes.first("end-to-end encrypted", in: body) != nil || bytes.first("端到端加密", in: body) != nil)
        let role = isNotice ? (role: .system, isNamed: false) : roles.role(of: head.name, in: bytes)
        var utterance = Utterance(role: role.role, body: body, line: line, note: nil, time: head.time)
        if head.time == nil, let short = head.short, let dayOrder { utterance.time = short.time(dayOrder) }
        utterance.author = role.isNamed ? head.name : nil
        utterance.offset = head.offset
        utterance.isShortClock = head.isShortClock
        utterances.append(utterance)
    }
}

extension Conversation {
    /// Lines with nothing but a time, above those that say who speaks: they are no words of the one before.
    mutating func takeStamps(in bytes: Bytes) {
        var stamp = Conversation.cutStamp(&lead, in: bytes)
        for index in utterances.indices {
            if utterances[index].offset == nil, utterances[index].time == nil { utterances[index].offset = stamp }
            stamp = Conversation.cutStamp(&utterances[index].body, in: bytes)
        }
    }

    private static func cutStamp(_ text: inout Range<Int>, in bytes: Bytes) -> Int? {
        guard !text.isEmpty else { return nil }
        let last = max(text.lowerBound, bytes.lineStart(before: text.upperBound))
        guard let stamp = SinceStart.alone(last..<text.upperBound, in: bytes) else { return nil }
        text = bytes.trimmed(text.lowerBound..<last)
        return stamp
    }
}

extension Conversation {
    /// Turns as a person taught them: the pattern opens one, what follows it, or its `{text}`, is said.
    init?(taught range: Range<Int>, _ turns: TaughtTurns, in bytes: Bytes) {
        guard !range.isEmpty else { return nil }
        self.init()
        var open: (values: [String: Range<Int>], body: Int, line: Int)?
        var roles = SpokenRoles()
        var at = range.lowerBound
        var number = 0
        lead = range.lowerBound..<range.lowerBound
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            if let found = turns.pattern.match(bytes.trimmed(line.text), in: bytes, isWhole: false) {
                if let open {
                    add(open, until: line.start, turns, &roles, bytes)
                } else {
                    lead = bytes.trimmed(range.lowerBound..<line.start)
                }
                open = (found.values, found.values["text"]?.lowerBound ?? found.end, number)
            }
            number += 1
            at = line.next
        }
        guard let open else { return nil }
        add(open, until: range.upperBound, turns, &roles, bytes)
    }

    private mutating func add(
        _ open: (values: [String: Range<Int>], body: Int, line: Int), until end: Int, _ turns: TaughtTurns,
        _ roles: inout SpokenRoles, _ bytes: Bytes
    ) {
        let name = open.values["who"]
        var role: (role: Role, isNamed: Bool) = (.customer, false)
        if let name {
            role = turns.role(of: bytes.text(name)).map { ($0, false) } ?? roles.role(of: name, in: bytes)
        }
        var utterance = Utterance(
            role: role.role, body: bytes.trimmed(open.body..<max(open.body, end)), line: open.line, note: nil)
        if let at = open.values["at"] {
            let words = bytes.text(at)
            utterance.time = turns.times.lazy.compactMap { $0.time(of: words) }.first ?? TimeReader.time(of: words)
        }
        utterance.author = role.isNamed ? name : nil
        utterances.append(utterance)
    }
}

/// Who is who in a conversation: by the table of speakers, else the first to speak asks and the others answer.
struct SpokenRoles {
    private var known: [String: Role] = [:]
    private var customer: String?
    /// Names of which the roles are guessed by who spoke first.
    private(set) var guessed: [String] = []

    /// `isNamed` when the label is a name and not only a role.
    mutating func role(of name: Range<Int>, in bytes: Bytes) -> (role: Role, isNamed: Bool) {
        if let role = Speaker.role(of: name, in: bytes) {
            if role == .customer { customer = customer ?? bytes.text(name) }
            return (role, false)
        }
        let text = bytes.text(name)
        if let role = known[text] { return (role, true) }
        let told = SpokenRoles.role(inside: text)
        if told == nil { guessed.append(text) }
        let role = told ?? (customer == nil ? .customer : .agent)
        if role == .customer { customer = customer ?? text }
        known[text] = role
        return (role, true)
    }

    /// `客服小王`, `Agent Smith`, `customer_12`: a name that says what its owner does.
    private static func role(inside name: String) -> Role? {
        let words = latinWords(of: name)
        func holds(_ latin: [String], _ han: [String]) -> Bool {
            latin.contains(where: words.contains) || han.contains { name.contains($0) }
        }
        let agents = ["agent", "support", "helpdesk", "operator", "bot", "admin"]
        if holds(agents, ["客服", "坐席", "工程师", "技术支持", "机器人"]) { return .agent }
        if holds(["customer", "visitor", "client", "caller"], ["客户", "用户", "访客", "顾客"]) { return .customer }
        return holds(["system"], ["系统"]) ? .system : nil
    }

    /// In lower case; a capital behind a small letter opens a word: `AnswerBot` is a bot, and Talbot is none.
    private static func latinWords(of name: String) -> [String] {
        var words = [""]
        var last: UInt8 = 0
        for byte in name.utf8 {
            let isSmall = byte >= 0x61 && byte <= 0x7A
            let isCapital = byte >= 0x41 && byte <= 0x5A
            if !isSmall && !isCapital || isCapital && last >= 0x61 && last <= 0x7A { words.append("") }
            if isSmall || isCapital { words[words.count - 1].append(Character(Unicode.Scalar(byte | 0x20))) }
            last = byte
        }
        return words
    }
}
