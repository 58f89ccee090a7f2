import Files
import Import
import Presentation
import Workflow

/// What a person has set for themselves, for all desks: a text file of lines "name = value".
struct UserConfig: Sendable {
    let path: String
    private(set) var lines: [String]

    /// The file in the person's folder of settings; nothing is set where there is none.
    init(_ environment: EnvironmentVariables) {
        let home = environment["HOME"] ?? "."
        let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.config"
        self.init(path: folder + "/desk/config")
    }

    private init(path: String) {
        self.path = path
        let bytes = (try? FileBytes.read(path)) ?? []  // most people have no such file
        lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0) }
        while lines.last == "" { lines.removeLast() }
    }

    /// What is set. Lines that set nothing do no harm here; `check` tells of them.
    var values: [Setting: String] {
        var values: [Setting: String] = [:]
        for line in lines {
            if let (setting, value) = try? Self.read(line) { values[setting] = value }  // `check` tells why
        }
        return values
    }

    /// One value. Every command asks for some, and none of them for a table.
    subscript(setting: Setting) -> String? {
        for line in lines.reversed() {
            if let (found, value) = try? Self.read(line), found == setting { return value }  // as in `values`
        }
        return nil
    }

    var language: Language? { self[.language].flatMap(Language.init(rawValue:)) }
    var colour: ColourChoice { self[.colour].flatMap(ColourChoice.init(rawValue:)) ?? .auto }
    /// More tickets than this are not changed without a yes.
    var confirmAbove: Int { Int(self[.confirmAbove] ?? Setting.confirmAbove.standard) ?? 10 }

    /// - Throws: `SettingError.badLine` for the first line that sets nothing.
    func check() throws(SettingError) {
        for (index, line) in lines.enumerated() where !Self.isRemark(line) {
            do { _ = try Self.read(line) } catch { throw .badLine(path, line: index + 1) }
        }
    }

    /// Sets a value or, with nil, takes it out; other lines stay as they are.
    mutating func set(_ setting: Setting, to value: String?) {
        let isOld: (String) -> Bool = { Self.name(of: $0) == setting.name }
        guard let value else { return lines.removeAll(where: isOld) }
        let line = "\(setting.name) = \(value)"
        if let index = lines.firstIndex(where: isOld) { lines[index] = line } else { lines.append(line) }
    }

    func write() throws {
        if let slash = path.lastIndex(of: "/") { try FileBytes.makeFolder(String(path[..<slash])) }
        try FileBytes.write(Array((lines.joined(by: "\n") + "\n").utf8), to: path)
    }

    /// A line as a setting and its value; nil for a remark.
    static func read(_ line: String) throws -> (Setting, String)? {
        guard !isRemark(line), let name = name(of: line), let sign = line.firstIndex(of: "=") else { return nil }
        let setting = try Setting(named: name)
        guard setting.scope == .user else { throw SettingError.wrongScope(setting, .user) }
        return (setting, try setting.value(from: String(line[line.index(after: sign)...]).trimmed))
    }

    private static func isRemark(_ line: String) -> Bool { line.trimmed.isEmpty || line.trimmed.hasPrefix("#") }

    private static func name(of line: String) -> String? {
        line.firstIndex(of: "=").map { String(line[..<$0]).trimmed }
    }
}
