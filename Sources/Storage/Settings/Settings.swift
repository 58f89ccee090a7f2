import Workflow

/// What is set on a desk. A person's own settings are in a file of theirs and not known here.
package enum Settings {
    /// The value that holds: what was set, else the standard.
    package static func text(of setting: Setting, in db: any Transaction) throws -> String {
        try stored(setting, in: db) ?? setting.standard
    }

    /// Nil where nothing was set.
    package static func stored(_ setting: Setting, in db: any Transaction) throws -> String? {
        try db.row("SELECT value FROM setting WHERE name = $1", [.text(setting.name)])?.optionalText(0)
    }

    package static func requirements(in db: any Transaction) throws -> [Requirement] {
        Requirement.list(try text(of: .resolveRequires, in: db)) ?? []
    }

    package static func lateReply(in db: any Transaction) throws -> LateReply {
        LateReply(text: try text(of: .lateReply, in: db)) ?? .followUp
    }

    /// A length that was set; nil when it is turned off.
    package static func length(of setting: Setting, in db: any Transaction) throws -> Query.Length? {
        Query.Length(try text(of: setting, in: db))
    }
}

extension Setting {
    /// A value as it is kept.
    /// - Throws: `SettingError.badValue`
    package func value(from text: String) throws(SettingError) -> String {
        let plain = folded(text)
        let value: String? =
            switch kind {
            case .text: text.isEmpty ? nil : text
            case .number(let range): Int(plain).flatMap { range.contains($0) ? String($0) : nil }
            case .choice(let words): words.contains(plain) ? plain : nil
            case .length(let canBeOff):
                canBeOff && ["off", "never", "关闭", "不"].contains(plain)
                    ? Setting.off : Query.Length(plain).flatMap { $0.isPositive ? $0.description : nil }
            case .lateReply: LateReply(text: plain)?.text
            case .day: plain.isEmpty ? nil : DateExpression(plain)?.description
            case .requirements: Requirement.list(plain).map { $0.map(\.text).joined(by: ", ") }
            }
        guard let value else { throw .badValue(self, text) }
        return value
    }
}

extension Query.Length {
    /// More than no time at all.
    package var isPositive: Bool { amounts.contains { $0.count > 0 } }
}

extension Store {
    /// Sets settings of the desk, or with nil gives them their standard again: one operation.
    package func set(
        _ values: [(setting: Setting, value: String?)], _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .settings) { operation in
            for (setting, value) in values where try Settings.stored(setting, in: operation.db) != value {
                try operation.set(setting, to: value)
            }
        }.result
    }
}

extension Operation {
    fileprivate mutating func set(_ setting: Setting, to value: String?) throws {
        try db.run("INSERT INTO setting (name) VALUES ($1) ON CONFLICT (name) DO NOTHING", [.text(setting.name)])
        let row = try db.row("SELECT id FROM setting WHERE name = $1", [.text(setting.name)])
        guard let id = try row?.integer(0) else { throw StorageError.failed(detail: "no setting was made") }
        try change(.settingValue, ofRow: id, to: .optional(value))
    }
}
