import Presentation
import Workflow

/// How a command answers: with text for people, or with one JSON document. Text that `print` gets becomes the message of
/// `desk.done` where JSON is asked for, so that a command without a document of its own answers too.
extension Session {
    /// Whether a program reads the answer.
    var answersInJSON: Bool { globals.askedFormat == .json || globals.askedFormat == .jsonl }

    /// Whether nobody wants to read what was done. A program that asks for JSON does.
    var isQuiet: Bool { globals.quiet && !answersInJSON }

    /// Says what was done.
    /// - Parameters:
    ///   - operation: what undoes it; nil in a rehearsal and where nothing changed.
    ///   - number: the ticket that it is about.
    ///   - name: another thing that it is about.
    func done(_ line: String, _ operation: Int64?, number: Ticket.Number? = nil, name: String? = nil) throws {
        gathered.operation = operation
        gathered.number = number
        gathered.name = name
        try print(line)
    }

    /// Prints a document when JSON is asked for, else the text. What is not printed is not made.
    func answer(
        _ document: @autoclosure () -> Document, _ members: @autoclosure () throws -> JSONValue,
        orPrint text: @autoclosure () throws -> String
    ) throws {
        if answersInJSON { try answer(document(), members()) } else { try print(text()) }
    }

    /// Prints a document. `members` is an object without the key `schema`.
    func answer(_ document: Document, _ members: JSONValue) throws {
        try write(JSONWriter.bytes(of: document.json(members)) + [0x0A])
    }

    /// Adds an item to the list that is printed when the command ends; as lines of JSON it is printed at once.
    func answer(_ document: Document, item: JSONValue) throws {
        if globals.askedFormat == .jsonl { return try answer(document, item) }
        gathered.add(item, to: document)
    }

    /// Says what was done to tickets: in a document of its own, or beside the list that the command prints.
    func answer(changes: JSONValue) throws {
        guard gathered.list != nil, case .object(let object) = changes else { return try answer(.changed, changes) }
        gathered.besides = object.members
    }

    /// Prints what was gathered. A command whose output went somewhere else has nothing to add.
    func finishAnswer() throws {
        guard answersInJSON, !gathered.isWritten else { return }
        if let (document, items) = gathered.list {
            let asOf = try asOf.map { JSONRendering(zone: try ownZone()).time($0.milliseconds) } ?? .null
            return try write(JSONWriter.bytes(of: document.list(items, asOf: asOf, besides: gathered.besides)) + [0x0A])
        }
        try answer(
            .done,
            [
                "operation": .optional(gathered.operation), "dryRun": .bool(globals.isDryRun),
                "number": .optional(gathered.number?.rawValue), "name": .optional(gathered.name),
                "message": gathered.message,
            ])
    }

    /// For commands that write bytes as they are.
    /// - Throws: `UsageError.onlyBytes`
    func refuseJSON() throws {
        if answersInJSON { throw UsageError.onlyBytes }
    }
}
