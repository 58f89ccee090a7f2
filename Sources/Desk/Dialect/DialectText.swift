import Files
import Import
import Presentation
import Storage
import Workflow

/// Dialects as commands name them: kept on the desk, or in a file.
enum DialectText {
    /// The dialect of a file.
    static func read(_ path: String, _ session: Session) throws -> TaughtDialect {
        let text = try session.text(of: try FileBytes.read(path), from: path)
        return try parse(text, name: stem(of: path), path: path)
    }

    /// - Throws: `TextError.unknownText`
    static func find(_ name: String, _ session: Session, in store: Store) throws -> TaughtDialect {
        let known = try store.read { try DeskTexts.all(.dialect, in: $0) }
        if let kept = known.first(where: { folded($0.name) == folded(name) }) {
            return try parse(kept.text, name: kept.name, path: kept.name)
        }
        if RawPath(name).kind() == .file { return try read(name, session) }
        throw TextError.unknownText(.dialect, name, nearest: Nearest(to: folded(name)).among(known.map(\.name)))
    }

    /// By the names of files, those that they were read with.
    static func used(in store: Store) throws -> [String: TaughtDialect] {
        let (names, texts) = try store.read { (try DialectUses.byFile(in: $0), try DeskTexts.all(.dialect, in: $0)) }
        guard !names.isEmpty else { return [:] }
        var used: [String: TaughtDialect] = [:]
        for (file, name) in names {
            guard let text = texts.first(where: { folded($0.name) == folded(name) }) else { continue }
            used[file] = try parse(text.text, name: text.name, path: text.name)
        }
        return used
    }

    static func parse(
        _ text: String, name: String, path: String
    ) throws -> TaughtDialect {
        do {
            return try TaughtDialect.parse(text, name: name)
        } catch {
            throw DialectRefusal(path: path, fault: error)
        }
    }

    /// As it is written, line by line, harmless to a terminal.
    static func shown(_ text: String) -> String {
        let lines = text.withoutTrailingSpace.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { SafeText.line(String($0)) }.joined(by: "\n") + "\n"
    }

    /// `tickets` of `/data/tickets.md`
    static func stem(of path: String) -> String {
        let name = FilePaths.baseName(path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}
