import Import
import Workflow

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The person's own editor.
struct Editor {
    let command: String
    private let environment: [String: String]

    /// - Throws: `Refusal.noEditor` when none is named and nobody sits at a terminal to use the usual one.
    init(environment: [String: String], isTerminal: Bool) throws(Refusal) {
        let named = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty }
        guard let command = named ?? (isTerminal ? "vi" : nil) else { throw .noEditor }
        self.command = command
        self.environment = environment
    }

    /// Lets the person write a text. The draft keeps it until whoever asked for it discards the draft.
    /// - Throws: `Refusal.cancelled` when nothing was written, `Refusal.editorFailed` when the editor did not end well
    ///   and left a text.
    func write(from start: String = "") throws -> (text: String, draft: Draft) {
        let draft = try Draft(in: environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp")
        if !start.isEmpty { try FileBytes.write(Array(start.utf8), to: draft.path) }
        let status = run(on: draft.path)
        guard let text = String(validating: try FileBytes.read(draft.path), as: UTF8.self)?.withoutTrailingSpace else {
            throw ImportError.notText(draft.path)
        }
        let isNothingNew = text.isEmpty || text.isSameText(as: start.withoutTrailingSpace)
        if isNothingNew { draft.discard() }
        guard status == 0 else { throw Refusal.editorFailed(isNothingNew ? nil : draft.path, status: status) }
        guard !isNothingNew else { throw Refusal.cancelled }
        return (text, draft)
    }

    private func run(on path: String) -> Int32 {
        ShellProcess.withoutInterrupts {
            ShellProcess("\(command) \"$1\"", [path], environment: environment)?.wait() ?? ShellProcess.commandNotFound
        }
    }
}

/// A text that is not safe in the desk yet: a file of its own that only this person can read.
struct Draft {
    let path: String

    init(in folder: String) throws(ImportError) {
        let suffix = ".md"
        var name = Array("\(folder)/desk-XXXXXX\(suffix)".utf8CString)
        let descriptor = mkstemps(&name, Int32(suffix.utf8.count))
        guard descriptor >= 0 else { throw .cannotWrite(folder, reason: String(cString: strerror(errno))) }
        close(descriptor)
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The text is safe, or there is none.
    func discard() { unlink(path) }
}
