import Workflow

/// Writes rows as JSON: one document, or a line for each row. Equal rows give equal bytes.
package struct JSONRendering: Sendable {
    package let zone: TimeZoneRules

    package init(zone: TimeZoneRules) { self.zone = zone }

    /// The document that `--json` prints; the order of its keys is part of the interface.
    package func envelope(_ rows: Rows) -> [UInt8] {
        JSONWriter.bytes(of: document(rows)) + [0x0A]
    }

    /// The same as a value, for documents that hold several.
    package func document(_ rows: Rows) -> JSONValue {
        let ofReport: [JSONObject.Member] =
            rows.zoneName.map { zone in
                [
                    JSONObject.Member(name: "period", value: rows.period.map { .string($0) } ?? .null),
                    JSONObject.Member(name: "zone", value: .string(zone)),
                ]
            } ?? []
        return rows.document.json(
            [
                JSONObject.Member(name: "query", value: rows.query.map { .string($0) } ?? .null),
                JSONObject.Member(name: "asOf", value: rows.asOf.map { time($0) } ?? .null),
                JSONObject.Member(name: "total", value: .integer(Int64(rows.total))),
                JSONObject.Member(name: "returned", value: .integer(Int64(rows.entries.count))),
                JSONObject.Member(name: "truncated", value: .bool(rows.isTruncated)),
            ] + ofReport + [
                JSONObject.Member(
                    name: "items", value: .array(rows.entries.map { .object(JSONObject(members(of: $0, in: rows))) }))
            ])
    }

    /// One object a line, with the schema in each.
    package func lines(_ rows: Rows) -> [UInt8] {
        var writer = JSONWriter()
        for row in rows.entries {
            writer.write(rows.document.json(members(of: row, in: rows)))
            writer.write(raw: "\n")
        }
        return writer.bytes
    }

    private func members(of row: [RowEntry], in rows: Rows) -> [JSONObject.Member] {
        rows.selection.map { JSONObject.Member(name: rows.fields[$0].name, value: json(row[$0].value)) }
    }

    private func json(_ value: RowValue) -> JSONValue {
        switch value {
        case .null: .null
        case .text(let text): .string(text)
        case .number(let number): .integer(number)
        case .decimal(let number): .double(number)
        case .truth(let truth): .bool(truth)
        case .time(let instant): time(instant)
        case .list(let parts): .array(parts.map { .string($0) })
        case .numbers(let numbers): .array(numbers.map { .integer($0) })
        }
    }

    package func time(_ instant: Int64) -> JSONValue {
        .string(TimeText.rfc3339(instant, offset: zone.offset(at: instant)))
    }
}
