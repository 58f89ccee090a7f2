import App
import ArgumentParser
import Files
import Import
import Presentation
import Seeds
import Storage
import Workflow

/// `desk init`: makes a desk.
struct Init: Verb {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a desk.",
        discussion: """
            You become its admin. On a terminal it asks for the time zone, the language and the hours of work; -y takes what is \
            proposed. --sample fills it with invented tickets to try things on.
            """)

    @Argument(help: ArgumentHelp("The folder it is for; the desk is its .desk/desk.sqlite.", valueName: "dir"))
    var folder: String?

    @Flag(help: "Import the demo datasets.")
    var sample = false

    @Option(
        help: ArgumentHelp(
            "Hours of work: cn, 24x7, hours such as \"Mon-Fri 09:00-18:00\", or an iCalendar file of holidays.",
            valueName: "hours"))
    var calendar: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let path = self.path(session)
        let watch = sample ? InterruptWatch(ImportTelling.farewell(ImportTotals(), session)) : nil
        if globals.isDryRun { return try session.print(session.words.start.wouldCreate(path)) }
        let zone = globals.zone ?? session.environment["TZ"].flatMap { $0.isEmpty ? nil : $0 } ?? LocalZone.name()
        var setup = DeskSetup(
            zone: zone, language: globals.language(session.environment),
            calendar: try DeskCalendar(calendar ?? "cn", zone: zone, session))
        let isOpen = globals.zone == nil && globals.lang == nil && calendar == nil
        if isOpen && session.canAsk && !globals.yes && !globals.quiet { try setup.ask(session) }
        _ = try ZoneFile.rules(named: setup.zone)
        let new = NewDesk(
            uuid: try RandomBytes.uuid(), admin: session.actorName, timeZone: setup.zone,
            language: setup.language.rawValue, at: session.now)
        if let slash = path.lastIndex(of: "/") { try FileBytes.makeFolder(String(path[..<slash])) }
        let store = try DeskFile.create(path, new, timeoutSeconds: globals.timeoutSeconds)
        try session.warnOfNetwork(path)
        let hours = try setup.calendar.apply(to: store, session.context, setup.language.words)
        if !session.isQuiet {
            let words = setup.language.words.start
            try session.print(words.created(path, session.actorName, setup.zone, hours))
            if session.terminal.isTerminal && !sample { try session.print(words.whatNext) }
        }
        if let watch { try importSample(into: store, session, watch) }
    }

    private func path(_ session: Session) -> String {
        DeskPath.given(globals, session.environment) ?? folder.map(DeskPath.inside) ?? ".desk/desk.sqlite"
    }

    private func importSample(into store: Store, _ session: Session, _ watch: InterruptWatch) throws {
        let importer = Importer(context: session.context)
        let files = Seeds.files.map { Importer.Source(path: $0.name, bytes: $0.content) }
        var telling = ImportTelling(session: session, fileCount: files.count, watch: watch)
        try importer.run(files, into: store) { try telling.tell($0) }
        try telling.end()
    }
}

/// Random bytes from the system, at the edge.
enum RandomBytes {
    static func uuid() throws -> UUIDBytes {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
        guard let uuid = UUIDBytes(bytes) else { throw StorageError.failed(detail: "no random bytes") }
        return uuid
    }
}

/// The time zone of this machine.
enum LocalZone {
    static func name() -> String {
        guard let bytes = try? FileBytes.read("/etc/timezone") else { return "UTC" }  // not every system names its zone
        let name = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).first
        return name.map { String($0) } ?? "UTC"
    }
}
