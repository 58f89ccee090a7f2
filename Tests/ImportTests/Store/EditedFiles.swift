import Storage
import Testing
import Workflow

/// What an operator has on their disk, and what they want the desk to hold: a simple model of editions of files.
struct EditedFiles {
    /// What a file says of one matter.
    struct Text: Hashable {
        var title: String
        var lines: [String]
    }

    struct Entry: Hashable {
        var matter: Int
        var text: Text
    }

    /// What the desk is to hold of a matter.
    struct Held: Equatable {
        /// Nil until the desk has said it.
        var number: Int64?
        var text: Text
    }

    private(set) var desk: [Int: Held] = [:]
    /// Files that are still worked on, with their present entries.
    private(set) var living: [String: [Entry]] = [:]
    /// Every content that a file had, also under names it no longer has.
    private(set) var past: [String: [[Entry]]] = [:]
    private var matters = 0
    private var names = 0
    private var words = 0

    mutating func newName() -> String {
        names += 1
        return "file\(names).md"
    }

    mutating func newEntry() -> Entry {
        matters += 1
        return Entry(matter: matters, text: Text(title: "Matter \(matters)", lines: [newLine(), newLine()]))
    }

    private mutating func newLine() -> String {
        words += 1
        return "What is said here is number \(words)."
    }

    /// One ticket changes its title or its text, never both at once: then nobody could tell that it is the same.
    mutating func edited(_ entry: Entry, _ numbers: inout SeededNumbers) -> Entry {
        var entry = entry
        words += 1
        switch Int.random(in: 0...2, using: &numbers) {
        case 0: entry.text.title = "Matter \(entry.matter) again \(words)"
        case 1: entry.text.lines[0] = newLine()
        default: entry.text.lines = [newLine(), newLine()]
        }
        return entry
    }

    /// The file was imported: what it says holds, and what it does not say stays.
    mutating func imported(_ entries: [Entry], as name: String, from old: [String]) {
        for entry in entries { desk[entry.matter, default: Held(text: entry.text)].text = entry.text }
        let history = old.flatMap { past[$0] ?? [] }
        // Nobody works on two files that tell the same ticket differently.
        let matters = Set(entries.map(\.matter))
        living = living.filter { file in
            !old.contains(file.key) && !file.value.contains { matters.contains($0.matter) }
        }
        living[name] = entries
        past[name] = (past[name] ?? []) + history.filter { !(past[name] ?? []).contains($0) } + [entries]
    }

    mutating func learn(_ number: Int64, of matter: Int) { desk[matter]?.number = number }

    static func text(_ entries: [Entry]) -> String {
        Written.file(
            entries.map { entry in
                Written.Ticket(
                    title: entry.text.title, description: (["Hello,"] + entry.text.lines).joined(separator: "\n"))
            })
    }
}

/// Random steps of an operator with their files, on a desk and on the model of it.
struct EditedDesk {
    let desk: ImportDesk
    private(set) var files = EditedFiles()
    private(set) var log: [String] = []
    private var numbers: SeededNumbers
    private var batches: [(label: String, before: EditedFiles)] = []
    private var undone: (operation: Int64, after: EditedFiles, label: String)?

    init(seed: Int) throws {
        desk = try ImportDesk()
        numbers = SeededNumbers(seed: UInt64(seed))
    }

    mutating func step() throws {
        switch Int.random(in: 0..<20, using: &numbers) {
        case 0..<3: try bringNewFile()
        case 3..<10: try edit()
        case 10..<12: try split()
        case 12..<14: try merge()
        case 14..<16: try revert()
        case 16: try copy()
        case 17..<19: try undo()
        default: try redo()
        }
    }

    private mutating func pick() -> (name: String, entries: [EditedFiles.Entry])? {
        guard let name = files.living.keys.sorted().randomElement(using: &numbers) else { return nil }
        return (name, files.living[name] ?? [])
    }

    private mutating func bringNewFile() throws {
        let entries = (0..<Int.random(in: 3...8, using: &numbers)).map { _ in files.newEntry() }
        try bring([(files.newName(), entries)], from: [], "new")
    }

    /// Edits, insertions, removals, another matter in a place, another order, another name.
    private mutating func edit() throws {
        guard let (name, old) = pick() else { return }
        var entries = old
        for index in entries.indices where Int.random(in: 0..<3, using: &numbers) == 0 {
            entries[index] = files.edited(entries[index], &numbers)
        }
        if Int.random(in: 0..<3, using: &numbers) == 0, entries.count > 3 {
            entries[Int.random(in: entries.indices, using: &numbers)] = files.newEntry()
        }
        if Int.random(in: 0..<3, using: &numbers) == 0 { entries.shuffle(using: &numbers) }
        for _ in 0..<Int.random(in: 0...2, using: &numbers) {
            entries.insert(files.newEntry(), at: Int.random(in: 0...entries.count, using: &numbers))
        }
        while entries.count > 3, Int.random(in: 0..<3, using: &numbers) == 0 {
            entries.remove(at: Int.random(in: entries.indices, using: &numbers))
        }
        guard isEdition(entries, of: old) else { return }
        let newName = Bool.random(using: &numbers) ? files.newName() : name
        let gone = Set(old.map(\.matter)).subtracting(entries.map(\.matter)).compactMap { files.desk[$0]?.number }
        let outcomes = try bring([(newName, entries)], from: [name], "edited \(name)")
        #expect(outcomes.allSatisfy { $0.kind == .known || $0.goneTickets.map(\.rawValue) == gone.sorted() })
    }

    /// The rule for files under another name.
    private func isEdition(_ new: [EditedFiles.Entry], of old: [EditedFiles.Entry]) -> Bool {
        let titles = Set(old.map(\.text.title))
        let same = new.count { titles.contains($0.text.title) }
        return same >= 3 && same * 2 > min(old.count, new.count)
    }

    private mutating func split() throws {
        guard let (name, entries) = pick(), entries.count >= 6 else { return }
        let place = Int.random(in: 3...(entries.count - 3), using: &numbers)
        let halves = [Array(entries[..<place]), Array(entries[place...])].map { (files.newName(), $0) }
        if Bool.random(using: &numbers) { return try bring(halves, from: [name], "split \(name)").forEach { _ in } }
        try bring([halves[0]], from: [name], "first of \(name)")
        try bring([halves[1]], from: [], "second of \(name)")
    }

    private mutating func merge() throws {
        guard let (first, entries) = pick(), let (second, others) = pick(), first != second else { return }
        var all = entries + others
        if Bool.random(using: &numbers) { all.shuffle(using: &numbers) }
        if Bool.random(using: &numbers) { all.append(files.newEntry()) }
        guard entries.count >= 3, others.count >= 3, Set(all.map(\.matter)).count == all.count else { return }
        try bring([(Bool.random(using: &numbers) ? first : files.newName(), all)], from: [first, second], "merged")
    }

    private mutating func revert() throws {
        guard let (name, _) = pick(), let old = files.past[name]?.randomElement(using: &numbers) else { return }
        try bring([(Bool.random(using: &numbers) ? name : files.newName(), old)], from: [name], "reverted \(name)")
    }

    private mutating func copy() throws {
        guard let (name, entries) = pick() else { return }
        try bring([(files.newName(), entries)], from: [name], "copied \(name)")
    }

    @discardableResult
    private mutating func bring(
        _ brought: [(name: String, entries: [EditedFiles.Entry])], from old: [String], _ what: String
    ) throws -> [FileOutcome] {
        let before = files
        log.append("\(what): " + brought.map { "\($0.name) \($0.entries.map(\.text.title))" }.joined(separator: ", "))
        let reports = try desk.bring(
            brought.map { .init(path: $0.name, bytes: Array(EditedFiles.text($0.entries).utf8)) })
        for (place, file) in brought.enumerated() {
            files.imported(file.entries, as: file.name, from: place == 0 ? old : [])
        }
        var outcomes: [FileOutcome] = []
        for case .dataset(_, _, let outcome, let batch) in reports {
            outcomes.append(outcome)
            guard outcome.kind != .known, let batch, batches.last?.label != batch else { continue }
            batches.append((batch, before))
            undone = nil
        }
        try expectModel()
        return outcomes
    }

    private mutating func undo() throws {
        guard let (label, before) = batches.popLast() else { return }
        log.append("undo \(label)")
        let operation = try desk.store.undoImport(label, desk.context).operation
        undone = (try #require(operation), files, label)
        files = files.undone(to: before)
        try expectModel()
    }

    private mutating func redo() throws {
        guard let last = undone else { return }
        log.append("redo \(last.label)")
        _ = try desk.store.undo(last.operation, desk.context)
        batches.append((last.label, files))
        files = last.after
        undone = nil
        try expectModel()
    }

    /// Nothing doubled, nothing lost, every ticket under its number with what its file says.
    private mutating func expectModel() throws {
        let tickets = try desk.tickets
        let known = Set(files.desk.values.compactMap(\.number))
        let fresh = tickets.filter { !known.contains($0.ticket.number.rawValue) }
        for (matter, held) in files.desk where held.number == nil {
            let found = fresh.first { $0.ticket.title == held.text.title }
            if let found { files.learn(found.ticket.number.rawValue, of: matter) }
        }
        let present = tickets.map { ticket in
            "\(ticket.ticket.number.rawValue) \(ticket.ticket.title): \(ticket.description?.body ?? "")"
        }
        let wanted = files.desk.values.sorted { ($0.number ?? 0) < ($1.number ?? 0) }.map { held in
            "\(held.number ?? 0) \(held.text.title): " + (["Hello,"] + held.text.lines).joined(separator: "\n")
        }
        #expect(present == wanted, "\(log.joined(separator: "\n"))")
        if present != wanted { throw ImportDesk.Unexpected() }
    }
}

extension EditedFiles {
    /// The files as they were, but with names and words that were never used.
    fileprivate func undone(to before: EditedFiles) -> EditedFiles {
        var files = before
        (files.matters, files.names, files.words) = (matters, names, words)
        return files
    }
}
