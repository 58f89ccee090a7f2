import ArgumentParser
import Files
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
    func read(_ session: Session) throws -> String? {
        if let resumed = session.resumed { return try resumed.text() }
        if let message { return session.keep(message.withoutTrailingSpace) }
        if file == "-" { return session.keep(try session.text(of: try FileBytes.readStandardInput(), from: "stdin")) }
        if let file { return try session.text(of: try FileBytes.read(file), from: file) }
        return editor ? try session.compose() : nil
    }
}

extension Session {
    /// The text of a file that a person wrote, without white space at its end. Another encoding than UTF-8 is said.
    /// - Throws: `FileError.unknownEncoding`
    func text(of bytes: [UInt8], from path: String) throws -> String {
        guard let read = TextBytes.read(bytes) else { throw FileError.unknownEncoding(path) }
        if read.encoding != .utf8 && !globals.quiet { try note(words.session.readAs(path, read.encoding.rawValue)) }
        return read.text.withoutTrailingSpace
    }
}

extension String {
    var withoutTrailingSpace: String {
        var scalars = unicodeScalars[...]
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
