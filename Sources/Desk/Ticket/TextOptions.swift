import ArgumentParser
import Import
import Workflow

/// Where a text comes from: `-m`, `-F` or the editor.
struct TextOptions: ParsableArguments {
    @Option(name: [.customShort("m"), .customLong("message")], help: ArgumentHelp("The text.", valueName: "text"))
    var message: String?

    @Option(
        name: [.customShort("F"), .customLong("file")],
        help: ArgumentHelp("A file with the text; - is standard input.", valueName: "file"), completion: .file())
    var file: String?

    @Flag(name: [.customShort("e"), .customLong("editor")], help: "Write the text in $VISUAL or $EDITOR.")
    var editor = false

    mutating func validate() throws {
        let given = (message == nil ? 0 : 1) + (file == nil ? 0 : 1) + (editor ? 1 : 0)
        if given > 1 { throw ValidationError("Give one of -m, -F and -e.") }
    }

    /// The text without white space at its end; nil when none of the options was given.
    /// - Throws: `Refusal.cancelled` when the editor was left with nothing written.
    func read(_ session: Session) throws -> WrittenText? {
        if let message { return WrittenText(text: message.withoutTrailingSpace) }
        if file == "-" { return WrittenText(text: try text(of: try FileBytes.read("/dev/stdin"), "stdin")) }
        if let file { return WrittenText(text: try text(of: try FileBytes.read(file), file)) }
        guard editor else { return nil }
        let isTerminal = session.terminal.isTerminal && !session.globals.noInput
        let (text, draft) = try Editor(environment: session.environment, isTerminal: isTerminal).write()
        return WrittenText(text: text, draft: draft)
    }

    private func text(of bytes: [UInt8], _ path: String) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw ImportError.notText(path) }
        return text.withoutTrailingSpace
    }
}

/// What a person wrote, and the file that keeps it until the desk does.
struct WrittenText {
    let text: String
    var draft: Draft?

    /// Runs what puts the text into the desk; where that fails, the person is told where the text is.
    /// - Parameter keepsDraft: the text is not to be written this time.
    func keep<T>(_ session: Session, keepsDraft: Bool = false, _ body: () throws -> T) throws -> T {
        do {
            let result = try body()
            if keepsDraft { try tellPlace(session) } else { draft?.discard() }
            return result
        } catch {
            try tellPlace(session)
            throw error
        }
    }

    private func tellPlace(_ session: Session) throws {
        if let draft { try session.note(session.words.ticket.textIsIn(draft.path)) }
    }
}

extension String {
    var withoutTrailingSpace: String {
        var scalars = unicodeScalars[...]
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
