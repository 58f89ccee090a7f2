import Workflow

/// Lines of a file that no guide has: boxes that are ticked or not, items that end with what became of them, turns of a talk, and
/// what a ticket says of itself.
struct WorkLines {
    private var boxes = 0
    private var stamped = 0
    private var items = 0
    private var told = 0
    private var lines = 0
    private var labels: Set<SectionField> = []
    private var speakers: [Role?] = []

    init(in bytes: Bytes, from start: Int) {
        bytes.eachLineOutsideFences(from: start) { line, _ in
            if bytes.skippingSpace(line.text) < line.end { see(line, bytes) }
        }
    }

    /// In a file of which some lines are so, the others belong to them.
    var areMost: Bool {
        boxes >= 3 && boxes * 10 >= lines || stamped >= 3 && stamped * 3 >= lines || mostItemsAreTold
            || labels.count >= 2 || speakers == [.customer, .agent]
    }

    /// `The gate sticks: fixed`
    var mostItemsAreTold: Bool { told >= 3 && told * 2 >= items }

    private mutating func see(_ line: TextLine, _ bytes: Bytes) {
        lines += 1
        if speakers.count < 2 { speakers.append(Speaker(line, in: bytes)?.role) }
        if TurnHead(line, in: bytes) != nil { stamped += 1 }
        let first = bytes.skippingBlanks(line.start, limit: line.end)
        if [0x2A, 0x2B, 0x2D].contains(bytes[first]), ListTicket(line, in: bytes) != nil { boxes += 1 }
        if let mark = ListMark(line, in: bytes) {
            items += 1
            let text = bytes.trimmed(mark.content..<line.end)
            if WorkLines.endsTold(text, in: bytes) { told += 1 }
        }
        // Only above the first text a label says what the whole is.
        guard lines <= 12, let label = FieldLabel(line, in: bytes), label.hasColon, label.value.count <= 60,
            let field = Vocabulary.standard.meaning(of: label.name, in: bytes).meaning?.field
        else { return }
        if [.priority, .assignee, .customer].contains(field) { labels.insert(field) }
    }

    /// `The gate sticks: fixed`, 图片没有显示：解决
    static func endsTold(_ text: Range<Int>, in bytes: Bytes) -> Bool {
        toldStatus(text, in: bytes) != nil || TitleStatus.read(text, in: bytes).status != nil
    }

    /// What stands behind the last colon or dash, where that is a status and nothing else.
    static func toldStatus(_ text: Range<Int>, in bytes: Bytes) -> (title: Range<Int>, status: Status)? {
        statusBehindColon(text, in: bytes) ?? statusBehindDash(text, in: bytes) ?? statusBehindBlank(text, in: bytes)
    }

    /// 评论框的问题 已解决: a word by itself.
    private static func statusBehindBlank(_ text: Range<Int>, in bytes: Bytes) -> (title: Range<Int>, status: Status)? {
        let from = max(text.lowerBound + 1, text.upperBound - 20)
        guard text.count >= 10, let last = text.last, bytes[last] >= 0x80,
            let blank = (from..<text.upperBound).last(where: { bytes[$0] == 0x20 }),
            (0xE4...0xE9).contains(bytes[blank + 1])
        else { return nil }
        let title = bytes.trimmed(text.lowerBound..<blank)
        guard !title.isEmpty, let status = StatusWords.status(ofName: bytes.text(blank + 1..<text.upperBound)) else {
            return nil
        }
        return (title, status)
    }

    private static let dashes: [StaticString] = ["--", "—", "–", "->", "=>", " - "]

    private static func statusBehindDash(_ text: Range<Int>, in bytes: Bytes) -> (title: Range<Int>, status: Status)? {
        guard text.count >= 4 else { return nil }
        let from = max(text.lowerBound + 1, text.upperBound - 30)
        for dash in dashes {
            guard let at = bytes.last(dash, in: from..<text.upperBound) else { continue }
            let title = bytes.trimmed(text.lowerBound..<at)
            let words = bytes.trimmed(at + dash.utf8CodeUnitCount..<text.upperBound)
            if !title.isEmpty, let status = StatusWords.status(ofName: bytes.text(words)) { return (title, status) }
        }
        return nil
    }

    private static func statusBehindColon(_ text: Range<Int>, in bytes: Bytes) -> (title: Range<Int>, status: Status)? {
        var at = text.upperBound - 1
        let from = max(text.lowerBound + 1, text.upperBound - 30)
        while at >= from {
            if let end = bytes.colonEnd(at: at, limit: text.upperBound) {
                let title = bytes.trimmed(text.lowerBound..<at)
                guard !title.isEmpty,
                    let status = StatusWords.status(ofName: bytes.text(bytes.trimmed(end..<text.upperBound)))
                else { return nil }
                return (title, status)
            }
            at -= 1
        }
        return nil
    }
}
