import Import
import Storage
import Testing
import Workflow

/// A desk on which anything may happen. What a new verb does is one more line in `RandomActions`.
struct RandomDesk {
    static let ana = Agent(id: 1, name: "ana", role: .admin)

    let store: Store
    var random: SmallRandom
    private(set) var minute = 0
    private let commands: [RandomActions.Something]

    init(seed: Int, tickets: Int = 4, commands: [RandomActions.Something] = RandomActions.all) throws {
        self.commands = commands
        store = try Store.inMemory()
        random = SmallRandom(state: UInt64(seed))
        for number in 1...tickets {
            let new = NewTicket(title: "证书 \(number)", description: "到期", categoryPath: ["CDN", "证书"], tags: ["a"])
            _ = try store.file(new, context)
        }
    }

    var context: CommandContext {
        CommandContext(
            agent: Self.ana.name, at: Instant(milliseconds: Int64(minute) * 60_000), command: "desk \(minute)")
    }

    /// Does one thing. A refusal is part of the game, but not one by the schema: rules come first.
    mutating func doSomething() {
        minute += 1
        let chosen = commands[random.next(below: commands.count)]
        let present = context
        do {
            try chosen(store, &random, present)
        } catch StorageError.failed(let detail) {
            Issue.record("minute \(minute): \(detail)")
        } catch StorageError.refused(let rule) {
            Issue.record("minute \(minute): refused by \(rule)")
        } catch {
            // What a rule refuses must leave no trace, which the comparisons afterwards show.
        }
    }

    /// Operations that no other undid, the newest first.
    func inForce() throws -> [Int64] {
        try store.read { try OperationLog.lines(limit: nil, in: $0) }
            .filter { !$0.isUndone && $0.undoes == nil }.map(\.number)
    }

    var newest: Int64 { get throws { try store.read { try OperationLog.lines(limit: 1, in: $0).first?.number ?? 0 } } }
}

/// All that a person could see of a desk at one time.
struct Sight: Equatable {
    var export = ""
    var versions: [Int] = []
    var hits: [String: [Int64]] = [:]
    /// What the desk is looked after with. What is made in passing is left out: it stays.
    var care: [String] = []
    var operations: [OperationLine] = []
    var histories: [[HistoryEntry]] = []

    init(_ store: Store, besidesLog: Bool = false) throws {
        try store.read { db in
            let queryContext = QueryContext(
                agent: RandomDesk.ana, now: Instant(milliseconds: 0), zone: .utc,
                categories: try CategoryTree.read(in: db))
            try Exporter.eachLine(try Query.parse(""), queryContext, in: db) {
                export += String(decoding: $0, as: UTF8.self)
            }
            for word in ["证书", "回复", "客户", "标题"] {
                hits[word] = try TicketList(try Query.parse("\(word) is:any"), queryContext, in: db).numbers().map(
                    \.rawValue)
            }
            care = try Self.care(in: db)
            guard !besidesLog else { return }
            let tickets = try TicketList(try Query.parse("sort:id"), queryContext, in: db).tickets(limit: nil)
            versions = tickets.map(\.version)
            histories = try tickets.map { try TicketHistory.of($0.number, in: db) }
            operations = try OperationLog.lines(limit: nil, in: db)
        }
    }

    private static func care(in db: any Transaction) throws -> [String] {
        let texts = try [TextError.Kind.canned, .macro].flatMap { try DeskTexts.all($0, in: db) }.map { "\($0)" }
        let people = try Agents.lines(in: db).map { "\($0)" } + Teams.all(in: db).map { "\($0)" }
        let rules = try Rules.all(in: db).map { "\($0)" } + Calendars.all(in: db).map { "\($0)" }
        return try texts + people + rules + Views.all(in: db).map { "\($0)" } + permissions(in: db)
    }

    private static func permissions(in db: any Transaction) throws -> [String] {
        let permissions = try Permissions.read(in: db)
        return Permission.allCases.map { "\($0) \(permissions.role(for: $0))" }
    }

    /// What is told otherwise than in the other: for a failing test.
    func lines(besides other: Sight) -> [String] {
        let lines = export.split(separator: "\n").map { String($0) }
        let others = other.export.split(separator: "\n").map { String($0) }
        var different = lines.filter { !others.contains($0) } + others.filter { !lines.contains($0) }.map { "≠ \($0)" }
        different +=
            care.filter { !other.care.contains($0) } + other.care.filter { !care.contains($0) }.map { "≠ \($0)" }
        if versions != other.versions { different.append("\(versions) ≠ \(other.versions)") }
        if hits != other.hits { different.append("\(hits) ≠ \(other.hits)") }
        if operations != other.operations { different.append("the log differs") }
        if histories != other.histories { different.append("a history differs") }
        return different
    }
}
