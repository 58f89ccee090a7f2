import Workflow
@testable import Presentation

/// Compares what a command printed with the list of documents.
struct DocumentCheck {
    /// What is wrong, a sentence each.
    private(set) var faults: [String] = []

    /// A whole document, as `--json` prints it.
    init(_ value: JSONValue) {
        guard let document = document(of: value) else { return }
        check(value, Document.Key("document", .object, holdsOtherKeys: false, [.text("schema")] + document.keys), "")
    }

    /// A line of `--format jsonl`: an item of a list, or a document that is no list.
    init(line value: JSONValue) {
        guard let document = document(of: value) else { return }
        let keys = [.text("schema")] + (document.items ?? document.keys)
        check(value, Document.Key("line", .object, holdsOtherKeys: document.holdsOtherKeys, keys), "")
    }

    private mutating func document(of value: JSONValue) -> Document? {
        guard case .object(let object) = value, object.members.first?.name == "schema" else {
            faults.append("The first key is not schema.")
            return nil
        }
        let found = Document.all.first { $0.schema == value["schema"]?.text }
        if found == nil { faults.append("\(value["schema"]?.text ?? "") is not in the list of documents.") }
        return found
    }

    private mutating func check(_ value: JSONValue, _ key: Document.Key, _ path: String) {
        switch (value, key.kind) {
        case (.null, _), (_, .any), (.string, .text), (.bool, .truth), (.integer, .number), (.double, .number): return
        case (.string(let text), .time):
            if TimeText.instant(rfc3339: text) == nil { faults.append("\(path) is no time: \(text)") }
        case (.array(let values), .texts): values.forEach { check($0, Document.Key("", .text), path) }
        case (.array(let values), .numbers): values.forEach { check($0, Document.Key("", .number), path) }
        case (.array(let values), .objects):
            let each = Document.Key("", .object, holdsOtherKeys: key.holdsOtherKeys, key.keys)
            for value in values { check(value, each, path) }
        case (.object(let object), .object): check(object, key, path)
        default: faults.append("\(path) is not \(key.kind.rawValue): \(value)")
        }
    }

    private mutating func check(_ object: JSONObject, _ key: Document.Key, _ path: String) {
        let names = object.members.map(\.name)
        let known = key.keys.map(\.name)
        for missing in key.keys where !missing.isOptional && !names.contains(missing.name) {
            faults.append("\(path).\(missing.name) is missing.")
        }
        let strange = names.filter { !known.contains($0) }
        if !strange.isEmpty && !key.holdsOtherKeys { faults.append("\(path) has keys that are not listed: \(strange)") }
        let ordered = names.filter { known.contains($0) }
        if ordered != known.filter({ names.contains($0) }) { faults.append("\(path) has another order: \(ordered)") }
        for member in object.members {
            guard let key = key.keys.first(where: { $0.name == member.name }) else { continue }
            check(member.value, key, path + "." + member.name)
        }
    }
}
