import Workflow

/// A table above or below tickets that tells of each in a row, by its key or its number: how it stands, how urgent it is, whose it is.
struct IndexTable {
    private let bytes: Bytes
    private let vocabulary: Vocabulary
    /// Where a ticket's heading names it: by its first words, without marks.
    private var places: [String: Int] = [:]
    private var told: [(place: Int, values: [ToldValue])] = []
    private var structure: [Range<Int>] = []
    /// Rows of tables that say of themselves that they hold tickets, and tell of none that is there.
    private var others = 0

    /// The table that is being read.
    private var table: RowTable?
    private var names: [Range<Int>] = []
    private var matched: [(place: Int, values: [ToldValue], line: Range<Int>)] = []
    /// Rows that name a ticket somewhere else than where an index does.
    private var mentions = 0
    private var rows = 0
    private var head = 0..<0

    /// Gives the tickets what rows outside of them tell, and counts the rows that tell of others.
    static func read(_ candidate: inout FormCandidate, from start: Int, in bytes: Bytes) {
        guard candidate.places.count >= 2, !candidate.dialect.isEscaped else { return }
        var index = IndexTable(bytes: bytes, vocabulary: candidate.dialect.vocabulary)
        var at = start
        for place in candidate.places {
            if place.start > at { index.walk(at..<place.start, candidate.places) }
            at = max(at, place.body.upperBound)
        }
        if at < bytes.count { index.walk(at..<bytes.count, candidate.places) }
        // An item's reader sees nothing but the item.
        if candidate.form == .sections {
            for (place, values) in index.told { candidate.places[place].tell(values: values) }
            candidate.structure += index.structure
        }
        candidate.rowsOfOthers = index.others
    }

    private init(bytes: Bytes, vocabulary: Vocabulary) {
        (self.bytes, self.vocabulary) = (bytes, vocabulary)
    }

    private mutating func walk(_ range: Range<Int>, _ places: [TicketPlace]) {
        var previous: TextLine?
        var at = range.lowerBound
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            at = line.next
            if let above = previous, PipeRow.isDivider(line, in: bytes), PipeRow.isRow(above, in: bytes) {
                end(places.count)
                begin(above, line, places)
            } else if table != nil, PipeRow.isRow(line, in: bytes) {
                see(line)
            } else if table != nil {
                end(places.count)
            }
            previous = line
        }
        end(places.count)
    }

    private mutating func begin(_ names: TextLine, _ divider: TextLine, _ places: [TicketPlace]) {
        let cells = PipeRow.cells(of: names.text, in: bytes).map { String(decoding: $0, as: UTF8.self) }
        let table = RowTable(cells, .pipes, vocabulary)
        guard cells.count >= 3, table.likelihood >= 0.8 else { return }
        if self.places.isEmpty { nameAll(places) }
        self.table = table
        self.names = PipeRow.ranges(of: names.text, in: bytes)
        head = names.start..<divider.next
        (rows, matched, mentions) = (0, [], 0)
    }

    private mutating func nameAll(_ all: [TicketPlace]) {
        for (index, place) in all.enumerated() {
            let line = bytes.line(at: place.start, limit: bytes.count)
            for word in IndexTable.words(of: bytes.text(line.text)).prefix(4) where word.contains(where: \.isNumber) {
                places[word] = places[word] ?? index
            }
            let title = IndexTable.plain(bytes.text(place.title))
            if !title.isEmpty { places[title] = places[title] ?? index }
        }
    }

    private static func words(of text: String) -> [String] {
        text.split { " 【】[]()（）·|:：,，、/".contains($0) }.map { plain(String($0)) }
    }

    /// `**BUG-1**`, `[#1](…)`, `1.` without what stands around them.
    private static func plain(_ text: String) -> String {
        var text = folded(text)
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") { text = String(text[..<end]) }
        return String(Substring(text).trimming("#*`~[]():：.,、，-–—·| "))
    }

    private mutating func see(_ line: TextLine) {
        guard let table else { return }
        let cells = PipeRow.ranges(of: line.text, in: bytes).map { bytes.trimmed($0) }
        // A row of totals, or a remark, is of no ticket.
        guard cells.count(where: { !isNothing($0) }) * 2 > table.columns.count else { return }
        rows += 1
        guard let (counted, place) = named(by: cells, table) else {
            let words = cells.flatMap { IndexTable.words(of: bytes.text($0)) }
            if words.contains(where: { places[$0] != nil }) { mentions += 1 }
            return
        }
        var values: [ToldValue] = []
        for (column, cell) in cells.enumerated() where column != counted && !isNothing(cell) {
            guard table.columns.indices.contains(column), names.indices.contains(column) else { continue }
            values.append(
                ToldValue(field: table.columns[column].field, name: bytes.trimmed(names[column]), words: cell))
        }
        matched.append((place, values, line.start..<line.next))
    }

    /// The ticket that its row names by key or number, else by title, and in which column.
    private func named(by cells: [Range<Int>], _ table: RowTable) -> (column: Int, place: Int)? {
        let key = table.columns.firstIndex { $0.field == .reference } ?? 0
        let title = table.columns.firstIndex { $0.field == .title } ?? 0
        for column in [key, title] where cells.indices.contains(column) {
            if let place = places[IndexTable.plain(bytes.text(cells[column]))] { return (column, place) }
        }
        return nil
    }

    private func isNothing(_ cell: Range<Int>) -> Bool {
        cell.isEmpty || (["-", "--", "—", "–"] as [StaticString]).contains { bytes.says($0, at: cell) }
    }

    /// Most of its rows tell of tickets that are there, each of another, and of most of them; the others are lost with it.
    private mutating func end(_ count: Int) {
        guard table != nil else { return }
        table = nil
        let unknown = rows - matched.count - mentions
        let isIndex =
            matched.count >= 2 && matched.count * 2 >= max(rows, count)
            && Set(matched.map(\.place)).count == matched.count
        if isIndex {
            told += matched.map { ($0.place, $0.values) }
            structure.append(head)
            structure += matched.map(\.line)
        }
        // Of no more rows than there are tickets one may have another name.
        if rows >= 2, isIndex ? rows > count : unknown * 2 > rows { others += unknown }
    }
}
