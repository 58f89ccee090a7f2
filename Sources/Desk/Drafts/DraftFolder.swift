import Files
import Import
import Presentation
import Workflow

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where texts are kept that the desk does not have yet: beside the desk, because a desk that is busy, full or read-only
/// cannot keep them, and where only this person can read them.
struct DraftFolder {
    let path: String

    /// The person's folder of states; where that cannot be written, one for temporary files.
    init(_ environment: EnvironmentVariables) {
        let home = environment["HOME"] ?? "."
        let state = Self.set(environment["XDG_STATE_HOME"]) ?? home + "/.local/state"
        let usual = state + "/desk/drafts"
        path = Self.make(usual) ? usual : (Self.set(environment["TMPDIR"]) ?? "/tmp") + "/desk-drafts-\(geteuid())"
        _ = Self.make(path)
    }

    private static func set(_ value: String?) -> String? { value.flatMap { $0.isEmpty ? nil : $0 } }

    /// Makes the folder for this person alone.
    private static func make(_ path: String) -> Bool {
        guard let slash = path.lastIndex(of: "/") else { return false }
        // What cannot be made is seen when it is written to.
        try? FileBytes.makeFolder(String(path[..<slash]))
        return (mkdir(path, 0o700) == 0 || errno == EEXIST) && access(path, W_OK) == 0
    }

    // Anybody can make a folder of that name in /tmp first, or a link, and lay drafts into it that somebody else then resumes.
    private func requirePrivate() throws(Refusal) {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return }
        let isPrivate =
            facts.st_mode & S_IFMT == S_IFDIR && facts.st_uid == geteuid() && facts.st_mode & 0o077 == 0
        guard isPrivate else { throw .draftsNotPrivate(folder: path) }
    }

    /// All drafts, the oldest first.
    /// - Throws: `Refusal.draftsNotPrivate`
    func drafts() throws -> [Draft] {
        try requirePrivate()
        let names = (try? FileBytes.names(in: path)) ?? []
        return names.compactMap { Self.number(of: $0) }.sorted().map { Draft(folder: path, number: $0) }
    }

    /// - Throws: `Refusal.noDraft`
    func find(_ name: String) throws -> Draft {
        let plain = folded(name)
        let drafts = try drafts()
        if let draft = drafts.first(where: { $0.name == plain || String($0.number) == plain }) { return draft }
        throw Refusal.noDraft(name)
    }

    /// A draft of a new number, empty.
    func make() throws -> Draft {
        var number = (try drafts().last?.number ?? 0) + 1
        while true {
            let draft = Draft(folder: path, number: number)
            let descriptor = open(draft.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            if descriptor >= 0 {
                close(descriptor)
                return draft
            }
            // Another process may have taken the number.
            guard errno == EEXIST else {
                throw FileError.cannotWrite(draft.path, reason: String(cString: strerror(errno)))
            }
            number += 1
        }
    }

    /// `d3.md` is draft 3.
    private static func number(of name: String) -> Int? {
        guard name.hasPrefix("d"), name.hasSuffix(".md") else { return nil }
        return Int(name.dropFirst().dropLast(3))
    }
}

/// A text that the desk does not have yet, in a file of its own, with a second file that says what it was for.
struct Draft: Equatable {
    let folder: String
    let number: Int

    var name: String { "d\(number)" }
    var path: String { "\(folder)/\(name).md" }
    private var factsPath: String { "\(folder)/\(name).json" }

    /// - Throws: `FileError.notText` for what is no text.
    func text() throws -> String {
        guard let text = TextBytes.read(try FileBytes.read(path))?.text else { throw FileError.notText(path) }
        guard let header = facts()?.header else { return text.withoutTrailingSpace }
        // Only the lines that were put there: a text may have lines of its own that begin with the same sign.
        let lines = header.split(separator: "\n")
        var own = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !lines.contains($0) }[...]
        while own.first?.allSatisfy(\.isWhitespace) == true { own.removeFirst() }
        return own.joined(separator: "\n").withoutTrailingSpace
    }

    func write(_ text: String) throws {
        try FileBytes.write(Array(text.utf8), to: path)
    }

    /// Nil where nobody wrote down what it is for.
    func facts() -> DraftFacts? {
        // A broken file tells as little as none.
        guard let bytes = try? FileBytes.read(factsPath), let json = try? JSONReader.value(of: bytes) else {
            return nil
        }
        return DraftFacts(json: json)
    }

    func write(_ facts: DraftFacts) throws {
        try FileBytes.write(JSONWriter.bytes(of: Document.draft.json(facts.stored)), to: factsPath)
    }

    /// The draft with its text, as `Document.draft`.
    func json() throws -> JSONValue {
        var object = JSONObject([JSONObject.Member(name: "draft", value: .string(name))])
        let facts = facts()?.json ?? ["command": nil, "desk": nil, "at": nil, "reason": nil, "base": nil]
        if case .object(let known) = facts { known.members.forEach { object.set($0.name, to: $0.value) } }
        object.set("text", to: .string(try text()))
        return .object(object)
    }

    /// The text is safe, or nobody wants it.
    func discard() {
        unlink(path)
        unlink(factsPath)
    }
}

/// What a draft was for, and why it is one.
struct DraftFacts: Equatable {
    /// The command without the text and the options that brought it.
    var arguments: [String]
    /// The desk's file.
    var desk: String
    var at: Instant
    /// Why the command failed; empty while it has not ended.
    var reason: String
    /// The form as it was before it was filled in, where the text is a form.
    var base: String?
    /// What stood above the text in the editor, in lines of its own, and is none of it.
    var header: String?
    /// By which the desk knows the command again, where it was stored though nobody could be told.
    var key: String?

    init(
        arguments: [String], desk: String, at: Instant, reason: String = "", base: String? = nil, key: String? = nil,
        header: String? = nil
    ) {
        self.arguments = arguments
        self.desk = desk
        self.at = at
        self.reason = reason
        self.base = base
        self.key = key
        self.header = header
    }

    fileprivate init?(json: JSONValue) {
        guard case .array(let arguments)? = json["command"], let desk = json["desk"]?.text,
            let at = json["at"]?.text.flatMap({ TimeText.instant(rfc3339: $0) })
        else { return nil }
        self.init(
            arguments: arguments.compactMap(\.text), desk: desk, at: Instant(milliseconds: at),
            reason: json["reason"]?.text ?? "", base: json["base"]?.text, key: json["key"]?.text,
            header: json["header"]?.text)
    }

    fileprivate var json: JSONValue {
        [
            "command": .array(arguments.map { .string($0) }), "desk": .string(desk),
            "at": .string(TimeText.rfc3339(at.milliseconds, offset: 0)), "reason": .string(reason),
            "base": base.map { .string($0) } ?? .null,
        ]
    }

    /// As the file beside the text keeps it: what no other program is told, too.
    fileprivate var stored: JSONValue {
        guard case .object(var members) = json else { return json }
        members.set("key", to: key.map { .string($0) } ?? .null)
        members.set("header", to: header.map { .string($0) } ?? .null)
        return .object(members)
    }

    /// A command without its text, so that it can be said again with another.
    static func withoutText(_ arguments: [String]) -> [String] {
        let options = ["-m", "--message", "-F", "--file"]
        var kept: [String] = []
        var rest = arguments[...]
        while let word = rest.popFirst() {
            if word == "--" { return kept + [word] + rest }
            if options.contains(word) {
                _ = rest.popFirst()
            } else if !["-e", "--editor"].contains(word), !options.contains(where: { word.hasPrefix($0 + "=") }) {
                kept.append(word)
            }
        }
        return kept
    }
}
