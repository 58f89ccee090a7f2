import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk config`: settings of the desk and of the person.
struct ConfigNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show and change settings.",
        discussion: "Settings of the desk hold for all who work there; your own are in a file of yours.",
        subcommands: [ConfigList.self, ConfigGet.self, ConfigSet.self, ConfigUnset.self, ConfigEdit.self],
        defaultSubcommand: ConfigList.self)
}

/// `--scope`: whose settings.
struct ScopeOption: ParsableArguments {
    @Option(help: "db: the desk's, user: your own.")
    var scope: Setting.Scope?

    /// - Throws: `SettingError.wrongScope`
    func check(_ setting: Setting) throws(SettingError) {
        if let scope, scope != setting.scope { throw .wrongScope(setting, scope) }
    }
}

extension Setting.Scope: ExpressibleByArgument {}

/// `desk config list`
struct ConfigList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List settings and what they do.")
    @OptionGroup var scope: ScopeOption
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try session.config.check()
        let values = try SettingValues(session, needsDesk: scope.scope != .user)
        let settings = Setting.allCases.filter { scope.scope == nil || $0.scope == scope.scope }
        try session.show(SettingRows(words: session.words).rows(settings, values.stored), zone: .utc)
    }
}

/// Settings as a list shows them.
private struct SettingRows {
    let words: Words

    func rows(_ settings: [Setting], _ values: [Setting: String]) -> Rows {
        Rows(
            .settings,
            fields: [
                RowField("name", .text, column: Column(heading: words.headings.name)),
                RowField("value", .text, column: Column(heading: words.settings.value)),
                RowField("scope", .text, column: Column(heading: words.settings.scope)),
                RowField("set", .truth, column: Column(heading: words.settings.isSet)),
                RowField(
                    "about", .text, column: Column(heading: words.settings.about, flexibility: .rest(minimum: 20))),
            ],
            entries: settings.map { setting in
                [
                    RowEntry(.text(setting.name)), RowEntry(.text(values[setting] ?? setting.standard)),
                    RowEntry(.text(setting.scope.rawValue)), RowEntry(.truth(values[setting] != nil)),
                    RowEntry(.text(words.settings.explains(setting))),
                ]
            })
    }
}

/// What is set, on the desk and by the person.
private struct SettingValues {
    var stored: [Setting: String]

    init(_ session: Session, needsDesk: Bool) throws {
        stored = session.config.values
        guard needsDesk else { return }
        try session.openForReading().read { db in
            for setting in Setting.allCases where setting.scope == .desk {
                stored[setting] = try Settings.stored(setting, in: db)
            }
        }
    }
}

/// `desk config get NAME`
struct ConfigGet: Verb {
    static let configuration = CommandConfiguration(commandName: "get", abstract: "Print the value of a setting.")

    @Argument(help: "The setting.")
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let setting = try Setting(named: name)
        if session.answersInJSON {
            let values = try SettingValues(session, needsDesk: setting.scope == .desk)
            return try session.show(SettingRows(words: session.words).rows([setting], values.stored), zone: .utc)
        }
        let value =
            try setting.scope == .user
            ? session.config[setting] ?? setting.standard
            : session.openForReading().read { try Settings.text(of: setting, in: $0) }
        try session.print(SafeText.line(value))
    }
}

/// `desk config set NAME VALUE`
struct ConfigSet: Verb {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change a setting. Those of the desk take a manager.")

    @Argument(help: "The setting.")
    var name: String

    @Argument(help: "Its value.")
    var value: [String]

    @OptionGroup var scope: ScopeOption
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let setting = try Setting(named: name)
        try scope.check(setting)
        try SettingChange(session).apply([(setting, try setting.value(from: value.joined(by: " ").trimmed))])
    }
}

/// `desk config unset NAME`
struct ConfigUnset: Verb {
    static let configuration = CommandConfiguration(
        commandName: "unset", abstract: "Give a setting its standard value again.")

    @Argument(help: "The setting.")
    var name: String

    @OptionGroup var scope: ScopeOption
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let setting = try Setting(named: name)
        try scope.check(setting)
        try SettingChange(session).apply([(setting, nil)])
    }
}

/// Changes settings where each is kept, and says so.
struct SettingChange {
    private let session: Session

    init(_ session: Session) { self.session = session }

    func apply(_ values: [(setting: Setting, value: String?)]) throws {
        let own = values.filter { $0.setting.scope == .user }
        let desks = values.filter { $0.setting.scope == .desk }
        if !own.isEmpty {
            var config = session.config
            for (setting, value) in own { config.set(setting, to: value) }
            if !session.globals.isDryRun { try config.write() }
            try tell(own, nil, end: session.globals.isDryRun ? session.words.settings.dryRun : " · " + config.path)
        }
        guard !desks.isEmpty else { return }
        let store = try session.openForWriting()
        let context = session.context
        try checkNames(desks, in: store)
        let result = try store.set(desks, context)
        let end =
            session.globals.isDryRun ? session.words.settings.dryRun : result.operation.map { " · op \($0)" } ?? ""
        try tell(desks, result.operation, end: end)
    }

    /// A name that nothing has would only fail when it is needed.
    private func checkNames(_ values: [(setting: Setting, value: String?)], in store: Store) throws {
        for case (.defaultCalendar, let name?) in values {
            _ = try store.read { try Calendars.find(name, in: $0) }
        }
    }

    private func tell(
        _ values: [(setting: Setting, value: String?)], _ operation: Int64?, end: String
    ) throws {
        guard !session.isQuiet else { return }
        for (setting, value) in values {
            try session.done(
                session.words.settings.isNow(setting, value) + SafeText.line(end), operation, name: setting.name)
        }
    }
}
