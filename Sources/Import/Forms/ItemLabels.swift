import Workflow

/// Labels below an item of a list, which tell of it: `   Status: closed 2024-03-01`.
struct ItemLabels {
    /// The lines that no label tells.
    private(set) var text = ""
    private(set) var labels: LabelTexts

    /// - Parameter below: the lines below the item, without the blanks that all begin with.
    /// - Parameter line: the item's own.
    init(_ below: String, line: Int) {
        labels = LabelTexts(line: line)
        let lines = below.split(separator: "\n", omittingEmptySubsequences: false)
        let found = lines.map { ItemLabels.label(of: $0) }
        // A colon alone makes no label: one of them must be known, and be one that only tickets have.
        guard found.contains(where: { $0.map { ItemLabels.isOfTickets($0.name) } ?? false }) else {
            text = below
            return
        }
        let first = found.firstIndex { $0 != nil } ?? lines.endIndex
        text = String(Substring(lines[..<first].joined(separator: "\n")).trimmingLines)
        var named: (name: String, value: String)?
        for (line, label) in zip(lines[first...], found[first...]) {
            guard let label else {
                named?.value += "\n" + line
                continue
            }
            add(named)
            named = label
        }
        add(named)
    }

    private mutating func add(_ label: (name: String, value: String)?) {
        guard let label else { return }
        labels.add(label.name, Substring(label.value).trimmingLines.utf8, ItemLabels.field(of: label.name))
    }

    /// Nil for a line that is indented further, or has no name before a colon.
    private static func label(of line: Substring) -> (name: String, value: String)? {
        var line = String(line)
        return line.withUTF8 { buffer in
            let bytes = Bytes(rebasing: buffer[...])
            guard let first = bytes.first, first != 0x20, first != 0x09,
                let label = FieldLabel(bytes.line(at: 0, limit: bytes.count), in: bytes), label.hasColon,
                label.name.count <= 30
            else { return nil }
            return (bytes.text(label.name), bytes.text(label.value))
        }
    }

    private static func isOfTickets(_ name: String) -> Bool {
        let field = field(of: name)
        return [.status, .priority, .assignee, .customer, .created, .closed, .answers, .causes].contains(field)
    }

    private static func field(of name: String) -> SectionField? {
        var name = name
        return name.withUTF8 { buffer in
            let bytes = Bytes(rebasing: buffer[...])
            return ColumnNames.meaning(of: 0..<bytes.count, in: bytes, .standard)?.field
        }
    }
}
