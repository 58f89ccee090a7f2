import Presentation
import Workflow

/// What a command says in JSON, gathered until it ends: one document, whatever the command printed on its way.
struct Gathered {
    /// Bytes went out: the document, or what the command was asked to write as it is.
    var isWritten = false
    /// The text for people, when it is to be a part of `desk.done`.
    var lines: [String] = []
    var operation: Int64?
    var number: Ticket.Number?
    var name: String?
    /// A list whose items come one after another.
    private(set) var list: (document: Document, items: [JSONValue])?
    /// What the list says of itself.
    var besides: [JSONObject.Member] = []

    mutating func add(_ item: JSONValue, to document: Document) {
        if list == nil { list = (document, []) }
        list?.items.append(item)
    }

    var message: JSONValue { lines.isEmpty ? .null : .string(lines.joined(by: "\n")) }
}
