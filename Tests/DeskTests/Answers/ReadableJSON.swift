import Workflow

/// A document in lines that a person can compare: what fits into one stays in one.
enum ReadableJSON {
    static func text(_ value: JSONValue, indent: String = "") -> String {
        let line = JSONWriter.text(of: value)
        guard indent.count + line.count > 110 else { return line }
        let inner = indent + "  "
        switch value {
        case .array(let values):
            let lines = values.map { inner + text($0, indent: inner) }
            return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
        case .object(let object):
            let lines = object.members.map { member in
                inner + JSONWriter.text(of: .string(member.name)) + ": " + text(member.value, indent: inner)
            }
            return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
        default: return line
        }
    }
}
