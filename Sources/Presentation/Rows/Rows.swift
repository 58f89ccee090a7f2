import Workflow

/// What a listing command found, before `Rendering` writes it.
package struct Rows: Equatable, Sendable {
    /// What the rows are as JSON.
    package let document: Document
    /// The query in full, when there is one.
    package let query: String?
    /// The instant as of which the rows are told; nil is now.
    package var asOf: Int64?
    /// Of a report, the days that it tells of, and the zone whose days they are.
    package var period: String?
    package var zoneName: String?
    /// People copy what stands there: nothing is cut, however narrow the terminal.
    var isWhole = false
    /// Somebody named the fields: none of them is left out, however narrow the terminal.
    package var isChosen = false
    /// How many there are in all; `entries` may hold fewer.
    package let total: Int
    package let fields: [RowField]
    /// One entry a field in each row.
    package let entries: [[RowEntry]]
    /// Positions of the fields that are written, in order.
    private(set) var selection: [Int]

    /// - Parameter written: so many of the fields are written, the first ones; the others are there to be found by.
    package init(
        _ document: Document, query: String? = nil, asOf: Int64? = nil, total: Int? = nil, fields: [RowField],
        entries: [[RowEntry]], written: Int? = nil
    ) {
        precondition(entries.allSatisfy { $0.count == fields.count }, "a row has one entry a field")
        self.document = document
        self.query = query
        self.asOf = asOf
        self.total = total ?? entries.count
        self.fields = fields
        self.entries = entries
        selection = Array(fields.indices.prefix(written ?? fields.count))
    }

    var isTruncated: Bool { entries.count < total }

    var selectedFields: [RowField] { selection.map { fields[$0] } }

    /// The field of the ticket numbers: `number`, or the first.
    var idPosition: Int { fields.firstIndex { $0.name == "number" } ?? 0 }

    /// Names that fields had before, which people and scripts go on typing.
    private static let formerNames = [
        "id": "number", "due": "dueAt", "created": "createdAt", "updated": "updatedAt", "resolved": "resolvedAt",
        "closed": "closedAt",
    ]

    /// The name that a field has now.
    static func currentName(_ name: String) -> String { formerNames[name] ?? name }

    /// The same rows with these fields only, in this order.
    package func selecting(_ names: [String]) throws(FieldError) -> Rows {
        var rows = self
        rows.selection = []
        rows.isChosen = true
        for name in names {
            let isNamed = { (field: RowField) in field.name == name || field.name == Self.formerNames[name] }
            guard let place = fields.firstIndex(where: isNamed) else {
                throw .unknown(name, nearest: Nearest(to: name).among(fields.map(\.name)))
            }
            rows.selection.append(place)
        }
        return rows
    }

    /// The same rows without the yielding columns that hold nothing in any of them.
    package var withoutEmptyColumns: Rows {
        var rows = self
        rows.selection.removeAll { place in
            guard case .yields = fields[place].column.flexibility else { return false }
            return entries.allSatisfy { $0[place].value == .null }
        }
        return rows
    }

    /// What `--fields help` prints: all fields with the kind of their values.
    package func fieldList(words: Words) -> Rows {
        Rows(
            .columns,
            fields: [
                RowField("field", .text, column: Column(heading: words.headings.field)),
                RowField("kind", .text, column: Column(heading: words.headings.kind)),
            ],
            entries: fields.map { [RowEntry(.text($0.name)), RowEntry(.text($0.kind.rawValue))] })
    }
}
