import ArgumentParser
import Import
import Presentation
import Storage
import Workflow

/// `desk config edit`: all settings of a kind in the editor.
struct ConfigEdit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change settings in $VISUAL or $EDITOR.",
        discussion: "Your own unless told. A line taken out gives a setting its standard value again.")
    @OptionGroup var scope: ScopeOption
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let scope = self.scope.scope ?? .user
        let settings = Setting.allCases.filter { $0.scope == scope }
        var stored = session.config.values
        if scope == .desk {
            let store = try session.openForReading()
            stored = try store.read { db in
                try settings.reduce(into: [:]) { $0[$1] = try Settings.stored($1, in: db) }
            }
        }
        let text = try session.compose(from: form(settings, stored, session.words.settings))
        let values = try read(text, scope)
        let changes = settings.filter { stored[$0] != values[$0] }.map { (setting: $0, value: values[$0]) }
        guard !changes.isEmpty else { throw Refusal.cancelled }
        try SettingChange(session).apply(changes)
    }

    private func form(_ settings: [Setting], _ stored: [Setting: String], _ words: Words.Settings) -> String {
        settings.map { setting in
            let line = stored[setting].map { "\(setting.name) = \($0)" } ?? "# \(setting.name) = \(setting.standard)"
            return "# \(words.explains(setting))\n\(line)\n"
        }.joined(by: "\n")
    }

    /// - Throws: what is wrong with the first line that sets nothing.
    private func read(_ text: String, _ scope: Setting.Scope) throws -> [Setting: String] {
        var values: [Setting: String] = [:]
        for line in text.split(separator: "\n").map({ String($0).trimmed }) where !line.hasPrefix("#") && !line.isEmpty
        {
            guard let sign = line.firstIndex(of: "=") else { throw SettingError.unknown(line, nearest: nil) }
            let setting = try Setting(named: String(line[..<sign]).trimmed)
            guard setting.scope == scope else { throw SettingError.wrongScope(setting, scope) }
            values[setting] = try setting.value(from: String(line[line.index(after: sign)...]).trimmed)
        }
        return values
    }
}
