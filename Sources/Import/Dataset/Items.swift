/// The items of a list, and what stands in it without being one.
struct Items {
    private(set) var items: [Range<Int>] = []
    /// Notes such as `...（共8条回复）`.
    private(set) var notes: [Range<Int>] = []

    private var kind = ListMark.Kind.bullet
    private var number = 0
    /// Every number of the list is 1, as Markdown allows.
    private var isLazy = false
    private var openItem: Int?
    private var isAfterBlank = false
    /// Blank lines stand between the items, so that one inside an item ends nothing.
    private var isLoose = false
    /// How far the first item is indented; items further in belong to the one above.
    private var indentation = 0

    /// Nil when the first line is no list item.
    init?(_ range: Range<Int>, in bytes: Bytes, _ fences: ClosedFences, isLoose: Bool = false) {
        guard !range.isEmpty, let first = ListMark(bytes.line(at: range.lowerBound, limit: range.upperBound), in: bytes)
        else { return nil }
        kind = first.kind
        indentation = Items.indentation(before: range.lowerBound, in: bytes)
        survey(range, in: bytes)
        self.isLoose = self.isLoose || isLoose
        var at = range.lowerBound
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            see(line, in: bytes, isFenced: fences.hold(line.start))
            at = line.next
        }
        close(at: range.upperBound, in: bytes)
    }

    /// Learns how the list is written before it is divided.
    private mutating func survey(_ range: Range<Int>, in bytes: Bytes) {
        var at = range.lowerBound
        var marks = 0
        var ones = 0
        var afterBlank = 0
        var wasBlank = false
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            if let mark = mark(of: line, in: bytes), mark.kind == kind {
                marks += 1
                ones += mark.number == 1 ? 1 : 0
                afterBlank += wasBlank ? 1 : 0
            }
            wasBlank = line.start == line.end
            at = line.next
        }
        isLazy = kind == .number && marks > 1 && ones == marks
        isLoose = marks > 1 && afterBlank * 2 >= marks - 1 && afterBlank > 0
    }

    private mutating func see(_ line: TextLine, in bytes: Bytes, isFenced: Bool) {
        if bytes.skippingSpace(line.text) == line.end {
            isAfterBlank = true
            return
        }
        defer { isAfterBlank = false }
        if isFenced { return }
        if let mark = mark(of: line, in: bytes), continues(mark) {
            close(at: line.start, in: bytes)
            openItem = mark.content
            number = mark.number
        } else if Items.isNote(line, in: bytes) {
            close(at: line.start, in: bytes)
            notes.append(line.text)
        } else if openItem == nil || isAfterBlank && !isLoose && !bytes[line.start].isSpace {
            close(at: line.start, in: bytes)
            openItem = line.start
        }
    }

    private func mark(of line: TextLine, in bytes: Bytes) -> ListMark? {
        guard line.start < line.end, indentation > 0, bytes[line.start] == 0x20 || bytes[line.start] == 0x09 else {
            return ListMark(line, in: bytes)
        }
        let start = bytes.skippingBlanks(line.start, limit: line.end)
        guard start - line.start == indentation else { return nil }
        return ListMark(TextLine(start: start, end: line.end, next: line.next), in: bytes)
    }

    private static func indentation(before start: Int, in bytes: Bytes) -> Int {
        var at = start
        while at > 0, bytes[at - 1] == 0x20 || bytes[at - 1] == 0x09 { at -= 1 }
        return at == 0 || bytes[at - 1] == 0x0A ? start - at : 0
    }

    /// Numbers inside a message begin again or jump: they start no item.
    private func continues(_ mark: ListMark) -> Bool {
        guard mark.kind == kind else { return false }
        return kind == .bullet || isLazy || items.isEmpty && openItem == nil || mark.number == number + 1
    }

    private mutating func close(at end: Int, in bytes: Bytes) {
        if let start = openItem { items.append(bytes.trimmed(start..<max(start, end))) }
        openItem = nil
    }

    static func isNote(_ line: TextLine, in bytes: Bytes) -> Bool {
        guard line.start < line.end, bytes[line.start] == 0x2E || bytes[line.start] == 0xE2 else { return false }
        let isCut = bytes.has("...", at: line.start, limit: line.end) || bytes.has("…", at: line.start, limit: line.end)
        return isCut && line.end - line.start <= 96 && bytes.first("（共", in: line.text) != nil
    }
}
