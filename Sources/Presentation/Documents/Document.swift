import Workflow

/// A JSON document that the program prints: its name and version, what it is, and its keys in the order in which they are
/// written.
///
/// The documents stand in `Document.all` and nowhere else: code names one by its constant (`Document.changed`), and only
/// this folder makes them. A version goes up when a key is renamed, removed or changes its meaning; a new key leaves it.
package struct Document: Equatable, Sendable {
    /// Such as `desk.changed`.
    package let name: String
    package let version: Int
    /// One sentence in English that says what it is.
    package let about: String
    /// All keys but `schema`, which every document begins with.
    package let keys: [Key]
    /// Of a list what each item holds; nil of a document that is no list.
    package let items: [Key]?
    /// What a list says of itself beside what every list says.
    package let besides: [Key]
    /// Whether its items hold keys that are not listed here.
    package let holdsOtherKeys: Bool

    /// One thing.
    init(_ name: String, _ version: Int, _ about: String, _ keys: [Key]) {
        self.init(name, version, about, keys, items: nil, besides: [], holdsOtherKeys: false)
    }

    /// A list: an envelope that says how many there are, and the items. As lines of JSON each item is a document by itself.
    init(
        list name: String, _ version: Int, _ about: String, holdsOtherKeys: Bool = false, besides keys: [Key] = [],
        _ items: [Key]
    ) {
        let list = Key("items", .objects, "What was found.", holdsOtherKeys: holdsOtherKeys, items)
        self.init(
            name, version, about, Self.envelope + keys + [list], items: items, besides: keys,
            holdsOtherKeys: holdsOtherKeys)
    }

    private init(
        _ name: String, _ version: Int, _ about: String, _ keys: [Key], items: [Key]?, besides: [Key],
        holdsOtherKeys: Bool
    ) {
        self.name = name
        self.version = version
        self.about = about
        self.keys = keys
        self.items = items
        self.besides = besides
        self.holdsOtherKeys = holdsOtherKeys
    }

    /// What the key `schema` says, such as `desk.changed/1`.
    package var schema: String { "\(name)/\(version)" }

    private static let envelope: [Key] = [
        .text("query", "The query in full, or null."),
        .time("asOf", "The time as of which the desk was read; null is now."),
        .number("total", "How many there are in all."), .number("returned", "How many are in this document."),
        .truth("truncated", "Whether some were left out."),
    ]
}

extension Document {
    /// A key of a document or of an object inside one. Any value may be null: then it is unknown or there is none.
    package struct Key: Equatable, Sendable {
        /// What stands there.
        package enum Kind: String, Sendable {
            case text, number, truth
            /// RFC 3339.
            case time
            case texts, numbers, object, objects
            /// Whatever the caller gave.
            case any
        }

        package let name: String
        package let kind: Kind
        package let meaning: String?
        /// Left out where there is nothing to say.
        package let isOptional: Bool
        /// Keys that are not listed here may stand in it: columns of a report, names that people chose.
        package let holdsOtherKeys: Bool
        /// Of an object or of each of several.
        package let keys: [Key]

        init(
            _ name: String, _ kind: Kind, _ meaning: String? = nil, isOptional: Bool = false,
            holdsOtherKeys: Bool = false, _ keys: [Key] = []
        ) {
            self.name = name
            self.kind = kind
            self.meaning = meaning
            self.isOptional = isOptional
            self.holdsOtherKeys = holdsOtherKeys
            self.keys = keys
        }

        /// The same, left out where there is nothing to say.
        var whereKnown: Key {
            Key(name, kind, meaning, isOptional: true, holdsOtherKeys: holdsOtherKeys, keys)
        }

        static func text(_ name: String, _ meaning: String? = nil) -> Key { Key(name, .text, meaning) }
        static func number(_ name: String, _ meaning: String? = nil) -> Key { Key(name, .number, meaning) }
        static func truth(_ name: String, _ meaning: String? = nil) -> Key { Key(name, .truth, meaning) }
        static func time(_ name: String, _ meaning: String? = nil) -> Key { Key(name, .time, meaning) }
        static func texts(_ name: String, _ meaning: String? = nil) -> Key { Key(name, .texts, meaning) }
        static func numbers(_ name: String, _ meaning: String? = nil) -> Key { Key(name, .numbers, meaning) }

        static func object(_ name: String, _ meaning: String? = nil, _ keys: [Key]) -> Key {
            Key(name, .object, meaning, keys)
        }

        static func objects(_ name: String, _ meaning: String? = nil, _ keys: [Key]) -> Key {
            Key(name, .objects, meaning, keys)
        }
    }
}

extension Document {
    /// The document with these members behind its `schema`.
    package func json(_ members: [JSONObject.Member]) -> JSONValue {
        .object(JSONObject([JSONObject.Member(name: "schema", value: .string(schema))] + members))
    }

    /// The same of a literal: `Document.next.json(["number": 1042])`.
    package func json(_ object: JSONValue) -> JSONValue {
        guard case .object(let object) = object else { return object }
        return json(object.members)
    }

    /// A list of this kind with all there is.
    /// - Parameter asOf: as JSON, since times in a list are written in the zone of whoever reads it.
    package func list(
        _ items: [JSONValue], query: String? = nil, asOf: JSONValue = .null, besides members: [JSONObject.Member] = []
    ) -> JSONValue {
        let count = JSONValue.integer(Int64(items.count))
        let envelope: [(String, JSONValue)] = [
            ("query", query.map { .string($0) } ?? .null), ("asOf", asOf), ("total", count), ("returned", count),
            ("truncated", false),
        ]
        return json(
            envelope.map { JSONObject.Member(name: $0.0, value: $0.1) } + members
                + [JSONObject.Member(name: "items", value: .array(items))])
    }
}
