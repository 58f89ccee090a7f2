import App
import Files
import Import
import Presentation
import Storage
import Workflow

/// Texts that were typed for the command that runs.
extension Session {
    /// Lets the person write a text in the editor. A draft keeps it from the first word until the command has ended well.
    /// - Throws: `Refusal.cancelled` when nothing was written, `Refusal.editorFailed` when the editor did not end well.
    func compose(from start: String = "") throws -> String {
        if let resumed { return try resumed.text() }
        let editor = try Editor(environment: environment, isTerminal: terminal.isTerminal && !globals.noInput)
        let draft = try DraftFolder(environment).make()
        // The first line is for the person; below it stands who is going to read it.
        editorHeader = start.isEmpty ? try destiny?() : nil
        if let editorHeader {
            try draft.write("\n" + editorHeader + "\n")
        } else if !start.isEmpty {
            try draft.write(start)
        }
        try draft.write(facts(reason: ""))
        let status = awaiting { editor.open(draft.path) }
        let text = try draft.text()
        let isNothingNew = text.isEmpty || text.isSameText(as: start.withoutTrailingSpace)
        if isNothingNew { draft.discard() } else { self.draft = draft }
        guard status == 0 else { throw Refusal.editorFailed(status: status) }
        guard !isNothingNew else { throw Refusal.cancelled }
        return text
    }

    /// Lets the person change the text of a draft.
    func rewrite(_ draft: Draft) throws {
        let editor = try Editor(environment: environment, isTerminal: terminal.isTerminal)
        let before = try draft.text()
        let status = awaiting { editor.open(draft.path) }
        guard status == 0 else { throw Refusal.editorFailed(status: status) }
        guard try draft.text().isEmpty else { return }
        try draft.write(before)
        throw Refusal.cancelled
    }

    /// A form that two people filled in: the draft holds both, to be decided.
    func keepForm(_ text: String, base: String) throws {
        formBase = base
        try draft?.write(text)
    }

    func facts(reason: String) -> DraftFacts {
        DraftFacts(
            arguments: DraftFacts.withoutText(arguments), desk: absolutePath, at: now, reason: reason, base: formBase,
            key: idempotencyKey, header: editorHeader)
    }

    var absolutePath: String { path.hasPrefix("/") ? path : DeskPath.currentFolder() + "/" + path }

    /// Puts what was typed where it is safe. Nothing is more annoying than to write a text twice.
    /// - Returns: what to tell about it.
    func keptText(after error: any Error) -> String? {
        guard draft != nil || typedText != nil else { return nil }
        // Only the telling of it failed.
        if let operation = storedOperation() {
            draft?.discard()
            return words.drafts.stored(operation)
        }
        let reason = ExitReport(words: words, isJSON: false).reason(of: error)
        do {
            let kept = try draft ?? DraftFolder(environment).make()
            if draft == nil, let typedText { try kept.write(typedText) }
            try kept.write(facts(reason: reason))
            return words.drafts.kept(kept.name, canAsk)
        } catch {
            let text = typedText ?? (try? draft?.text()) ?? ""  // what cannot be read was kept before
            return words.drafts.unsaved + "\n" + text
        }
    }

    /// What the text of this command was stored as, where it was.
    private func storedOperation() -> Int64? {
        // A desk that cannot be read says nothing of it: the text is kept.
        opened.lazy.compactMap { [idempotencyKey] file in
            (try? file.store.read { try OperationLog.number(withKey: idempotencyKey, in: $0) }) ?? nil
        }.first
    }

    /// The text of `-m`, or of standard input, whether the command has come to it or not.
    private var typedText: String? {
        if let typed { return typed }
        var rest = arguments.prefix { $0 != "--" }
        while let word = rest.popFirst() {
            for option in ["-m", "--message"] {
                if word == option { return rest.first.flatMap(\.nilWhenEmpty) }
                if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)).nilWhenEmpty }
            }
            if ["-F", "--file"].contains(word), rest.first == "-" {
                // Nothing is lost when there is nothing to be read.
                let bytes = (try? FileBytes.readStandardInput()) ?? []
                return String(decoding: bytes, as: UTF8.self).withoutTrailingSpace.nilWhenEmpty
            }
        }
        return nil
    }

    /// The zone for times that are no desk's: that asked for, the desk's if it can be read, else the machine's.
    func ownZone() throws -> TimeZoneRules {
        if let name = globals.zone { return try ZoneFile.rules(named: name) }
        // A desk that cannot be opened must not hide the drafts.
        if let zone = try? openForReading().read({ try zone(in: $0) }) { return zone }
        return try ZoneFile.rules(named: environment["TZ"].flatMap(\.nilWhenEmpty) ?? LocalZone.name())
    }

    /// The options of this command that a resumed one takes over.
    var globalWords: [String] {
        (globals.isDryRun ? ["-n"] : []) + (globals.yes ? ["-y"] : []) + (globals.noInput ? ["--no-input"] : [])
            + (globals.actor.map { ["--as", $0] } ?? []) + (globals.lang.map { ["--lang", $0.rawValue] } ?? [])
            + (globals.timeoutSeconds == 30 ? [] : ["--timeout", String(globals.timeoutSeconds)])
            + (answersInJSON ? ["--json"] : [])
    }
}
