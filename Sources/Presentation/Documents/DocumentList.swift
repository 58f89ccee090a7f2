import Workflow

/// The list of documents: what `desk help json` prints.
package struct DocumentList {
    package let documents: [Document]

    package init(_ documents: [Document] = Document.all) { self.documents = documents }

    // MARK: For people

    package var text: String {
        Self.introduction + documents.map { "\n" + lines(of: $0).joined(by: "\n") + "\n" }.joined(by: "")
    }

    private static let introduction = """
        What commands print with --json: one document, which begins with the key
        "schema", its name and version. A list says how many there are and holds the
        keys below as "items"; with --format jsonl each item is a line. "?" marks keys
        that are left out where there is nothing to say, "…" that other keys may be
        there; every value may be null. desk help json --json says what each key means.

        """

    private func lines(of document: Document) -> [String] {
        let kind = document.items == nil ? "" : " (list)"
        let besides = document.besides.isEmpty ? [] : ["beside the items: " + Self.names(document.besides)]
        let keys = Self.names(document.items ?? document.keys) + (document.holdsOtherKeys ? ", …" : "")
        let lines = ([document.about] + besides + [keys]).flatMap { LineWrap.lines(of: $0, width: 74) }
        return [document.schema + kind] + lines.map { "    " + $0 }
    }

    private static func names(_ keys: [Document.Key]) -> String {
        keys.map { key in
            let parts = [names(key.keys), key.holdsOtherKeys ? "…" : ""].filter { !$0.isEmpty }
            let inside = parts.isEmpty ? "" : " (\(parts.joined(by: ", ")))"
            return key.name + (key.isOptional ? "?" : "") + inside
        }.joined(by: ", ")
    }

    // MARK: For programs

    package var json: JSONValue { Document.documents.list(documents.map(item)) }

    private func item(_ document: Document) -> JSONValue {
        [
            "document": .string(document.name), "version": .integer(Int64(document.version)),
            "about": .string(document.about), "list": .bool(document.items != nil),
            "keys": .array((document.items ?? document.keys).map(json)),
            "besides": .array(document.besides.map(json)), "open": .bool(document.holdsOtherKeys),
        ]
    }

    private func json(_ key: Document.Key) -> JSONValue {
        var object = JSONObject()
        object.set("name", to: .string(key.name))
        object.set("kind", to: .string(key.kind.rawValue))
        if let meaning = key.meaning { object.set("meaning", to: .string(meaning)) }
        if key.isOptional { object.set("optional", to: true) }
        if key.holdsOtherKeys { object.set("open", to: true) }
        if !key.keys.isEmpty { object.set("keys", to: .array(key.keys.map(json))) }
        return .object(object)
    }
}
