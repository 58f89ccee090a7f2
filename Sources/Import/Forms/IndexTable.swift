import Workflow

/// A table above or below tickets that tells of each in a row, by its key or its number: how it stands, how urgent it is, whose it is.
struct IndexTable {
    private let bytes: Bytes
    private let vocabulary: Vocabulary
    /// Where a ticket's heading names it: by its first words, without marks.
    private var places: [String: Int] = [:]
    private var tables: [Table] = []
    private var isInTable = false

    /// One that says of itself that it holds tickets.
    private struct Table {
        let columns: RowTable
        let names: [Range<Int>]
        /// Its first two lines.
        let head: Range<Int>
        var rows = 0
        var matched: [(place: Int, values: [ToldValue], line: Range<Int>)] = []
        /// Rows that name a ticket somewhere else than where an index does.
        var mentions = 0

        var unknown: Int { rows - matched.count - mentions }

        /// Most of its rows tell of tickets that are there, each of another.
        var isIndex: Bool {
            !matched.isEmpty && matched.count * 2 >= rows && Set(matched.map(\.place)).count == matched.count
        }
    }

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
        index.join(&candidate)
    }

    /// Tables are an index where together they tell of most tickets, and of none twice. The rows of others are lost with it.
    private func join(_ candidate: inout FormCandidate) {
        let indexes = tables.filter(\.isIndex)
        let matched = indexes.flatMap(\.matched)
        let isIndex =
            matched.count >= 2 && matched.count * 2 >= candidate.places.count
            && Set(matched.map(\.place)).count == matched.count
        // An item's reader sees nothing but the item.
        if isIndex, candidate.form == .sections {
            for row in matched { candidate.places[row.place].tell(values: row.values) }
            candidate.structure += indexes.map(\.head) + matched.map(\.line)
        }
        // Of no more rows than there are tickets one may have another name.
        let rows = indexes.reduce(0) { $0 + $1.rows }
        if isIndex, rows > candidate.places.count { candidate.rowsOfOthers += indexes.reduce(0) { $0 + $1.unknown } }
        for table in tables where table.rows >= 2 && table.unknown * 2 > table.rows {
            candidate.rowsOfOthers += table.unknown
        }
    }

    private init(bytes: Bytes, vocabulary: Vocabulary) {
        (self.bytes, self.vocabulary) = (bytes, vocabulary)
    }

    private mutating func walk(_ range: Range<Int>, _ places: [TicketPlace]) {
        var previous: TextLine?
        isInTable = false
        var at = range.lowerBound
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            at = line.next
            if let above = previous, PipeRow.isDivider(line, in: bytes), PipeRow.isRow(above, in: bytes) {
                begin(above, line, places)
            } else if isInTable, PipeRow.isRow(line, in: bytes) {
                see(line, places)
            } else {
                isInTable = false
            }
            previous = line
        }
    }

    private mutating func begin(_ names: TextLine, _ divider: TextLine, _ places: [TicketPlace]) {
        let cells = PipeRow.cells(of: names.text, in: bytes).map { String(decoding: $0, as: UTF8.self) }
        let columns = RowTable(cells, .pipes, vocabulary)
        isInTable = cells.count >= 3 && columns.likelihood >= 0.8
        guard isInTable else { return }
        if self.places.isEmpty { nameAll(places) }
        tables.append(
            Table(
                columns: columns, names: PipeRow.ranges(of: names.text, in: bytes), head: names.start..<divider.next))
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

    private mutating func see(_ line: TextLine, _ places: [TicketPlace]) {
        guard var table = tables.popLast() else { return }
        defer { tables.append(table) }
        let cells = PipeRow.ranges(of: line.text, in: bytes).map { bytes.trimmed($0) }
        // A row of totals, or a remark, is of no ticket.
        guard cells.count(where: { !isNothing($0) }) * 2 > table.columns.columns.count else { return }
        table.rows += 1
        guard let (counted, place) = named(by: cells, table.columns, places) else {
            let words = cells.flatMap { IndexTable.words(of: bytes.text($0)) }
            let isMention = words.contains { self.places[$0] != nil && !$0.allSatisfy(\.isNumber) }
            if isMention { table.mentions += 1 }
            return
        }
        var values: [ToldValue] = []
        for (column, cell) in cells.enumerated() where !isNothing(cell) {
            // The name itself stands in the ticket; what it leads to does not.
            if column == counted, bytes.first("](", in: cell) == nil { continue }
            let isNamed = table.columns.columns.indices.contains(column) && table.names.indices.contains(column)
            values.append(
                ToldValue(
                    field: isNamed && column != counted ? table.columns.columns[column].field : nil,
                    name: isNamed ? bytes.trimmed(table.names[column]) : nil, words: cell))
        }
        table.matched.append((place, values, line.start..<line.next))
    }

    /// The ticket that its row names by key, else by title, and in which column. A number alone counts only beside a title like the
    /// ticket's: rows of anything are counted.
    private func named(by cells: [Range<Int>], _ table: RowTable, _ all: [TicketPlace]) -> (column: Int, place: Int)? {
        let key = table.columns.firstIndex { $0.field == .reference } ?? 0
        let text =
            table.columns.firstIndex { $0.field == .title } ?? table.columns.firstIndex { $0.field == .description }
        for column in [key, text ?? 0] where cells.indices.contains(column) {
            let name = IndexTable.plain(bytes.text(cells[column]))
            guard let place = places[name] else { continue }
            if !name.allSatisfy(\.isNumber) { return (column, place) }
            if let text, cells.indices.contains(text), resembles(cells[text], all[place].title) {
                return (column, place)
            }
        }
        return nil
    }

    /// Half of the row's words stand in the title.
    private func resembles(_ row: Range<Int>, _ title: Range<Int>) -> Bool {
        let told = IndexTable.parts(of: bytes.text(row))
        return !told.isEmpty && told.intersection(IndexTable.parts(of: bytes.text(title))).count * 2 >= told.count
    }

    /// Words, and of Chinese each sign.
    private static func parts(of text: String) -> Set<String> {
        var parts: Set<String> = []
        for word in folded(text).split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            if word.unicodeScalars.contains(where: \.isHan) {
                parts.formUnion(word.map { String($0) })
            } else {
                parts.insert(String(word))
            }
        }
        return parts
    }

    private func isNothing(_ cell: Range<Int>) -> Bool {
        cell.isEmpty || (["-", "--", "—", "–"] as [StaticString]).contains { bytes.says($0, at: cell) }
    }
}
