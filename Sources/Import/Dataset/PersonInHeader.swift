import Workflow

/// `**Customer:** Ann Lee` among other labels of a header names somebody; the same label alone opens a conversation.
enum PersonInHeader {
    /// Longer values are something said.
    static let longest = 60

    /// What a speaker's label tells in a header; nil when it is something said.
    static func field(
        _ label: FieldLabel, of role: Role, next: Int, limit: Int, in bytes: Bytes, _ vocabulary: Vocabulary
    )
        -> SectionField?
    {
        guard role != .system, label.hasColon, !label.value.isEmpty, label.value.count <= longest,
            PersonName.only(bytes.text(label.value)) != nil
        else { return nil }
        return isAddress(label.value, in: bytes) || stands(label, before: next, limit: limit, in: bytes, vocabulary)
            ? (role == .customer ? .customer : .assignee) : nil
    }

    /// Nobody says nothing but an address of mail below a heading of a ticket.
    private static func isAddress(_ value: Range<Int>, in bytes: Bytes) -> Bool {
        bytes.contains(0x40, in: value) && !value.contains { bytes[$0].isSpace }
    }

    /// A run of labels that look the same holds one that only headers have.
    private static func stands(
        _ label: FieldLabel, before start: Int, limit: Int, in bytes: Bytes, _ vocabulary: Vocabulary
    ) -> Bool {
        var at = start
        for _ in 0..<8 where at < limit {
            let line = bytes.line(at: at, limit: limit)
            at = line.next
            if bytes.skippingSpace(line.text) == line.end { continue }
            guard let next = FieldLabel(line, in: bytes), next.form == label.form, next.isMarked == label.isMarked,
                next.hasColon
            else { return false }
            let meaning = vocabulary.meaning(of: next.name, in: bytes).meaning
            if meaning?.field.isHeader ?? false { return true }
            if meaning?.field.isLong ?? false { return false }
        }
        return false
    }
}
