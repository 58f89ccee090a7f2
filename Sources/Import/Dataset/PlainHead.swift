/// A line that heads a ticket in a file without headings: `=== Ticket 7 ===`, `TICKET #7` between two rules or above one as long,
/// `Ticket #7: …` below a blank line.
struct PlainHead {
    let text: Range<Int>

    private static let longest = 160
    private static let words: [StaticString] = [
        "Ticket", "TICKET", "ticket", "Case", "CASE", "Issue", "ISSUE", "issue", "Bug", "BUG", "bug", "Incident",
        "INCIDENT", "Defect", "DEFECT", "Request", "REQUEST", "Problem", "PROBLEM", "工单", "案例", "缺陷", "故障", "事件",
        "Тикет",
        "Заявка", "Incidencia", "Chamado",
    ]

    init?(_ line: TextLine, isAfterRule: Bool, isAfterBlank: Bool, in bytes: Bytes) {
        guard line.end - line.start <= PlainHead.longest else { return nil }
        if let caption = RuleLine.captioned(line, in: bytes) {
            text = caption
        } else if isAfterRule, line.next < bytes.count,
            RuleLine.isRule(bytes.line(at: line.next, limit: bytes.count), in: bytes), !RuleLine.isRule(line, in: bytes)
        {
            text = bytes.trimmed(line.text)
        } else if isAfterBlank, PlainHead.counts(line, in: bytes) || PlainHead.isUnderlined(line, in: bytes) {
            text = bytes.trimmed(line.text)
        } else {
            return nil
        }
    }

    /// The rule below it is as long as it is.
    private static func isUnderlined(_ line: TextLine, in bytes: Bytes) -> Bool {
        guard line.next < bytes.count, ListMark(line, in: bytes) == nil, !isLabel(line, in: bytes) else { return false }
        let rule = bytes.line(at: line.next, limit: bytes.count)
        guard RuleLine.isRule(rule, in: bytes) else { return false }
        let (text, length) = (bytes.trimmed(line.text).count, rule.end - rule.start)
        return text >= 5 && abs(text - length) <= max(2, text / 8)
    }

    /// `Priority: high`; `ISSUE: it sticks` names a ticket.
    private static func isLabel(_ line: TextLine, in bytes: Bytes) -> Bool {
        guard let label = FieldLabel(line, in: bytes), label.hasColon else { return false }
        return !words.contains { bytes.says($0, at: label.name) }
    }

    private static func counts(_ line: TextLine, in bytes: Bytes) -> Bool {
        guard let word = words.first(where: { bytes.has($0, at: line.start, limit: line.end) }) else { return false }
        // A figure stands right behind the word.
        let behind = line.start + word.utf8CodeUnitCount
        return (behind..<min(behind + 4, line.end)).contains { bytes[$0].isDigit }
            && Ordinal.title(in: bytes, bytes.trimmed(line.text)) != nil
    }

    private static let talks: [StaticString] = [
        "Conversation", "CONVERSATION", "Session", "SESSION", "Chat", "CHAT", "Call", "CALL", "Dialogue", "Dialog",
        "Transcript", "Example", "Ticket", "TICKET", "对话", "会话", "案例", "通话", "示例",
    ]

    /// `Conversation 3:` alone on its line.
    static func caption(_ line: TextLine, in bytes: Bytes) -> Range<Int>? {
        guard line.end - line.start <= 40,
            let word = talks.first(where: { bytes.has($0, at: line.start, limit: line.end) })
        else { return nil }
        var at = bytes.skippingBlanks(line.start + word.utf8CodeUnitCount, limit: line.end)
        if at < line.end, bytes[at] == 0x23 { at += 1 }
        let digits = at
        while at < line.end, bytes[at].isDigit { at += 1 }
        guard at > digits else { return nil }
        let end = bytes.colonEnd(at: at, limit: line.end) ?? at
        return bytes.skippingSpace(end..<line.end) == line.end ? bytes.trimmed(line.start..<at) : nil
    }

    /// The title of a line that is one.
    static func text(of line: TextLine, in bytes: Bytes) -> Range<Int> {
        RuleLine.captioned(line, in: bytes) ?? bytes.trimmed(line.text)
    }
}
