import Presentation

/// The line that shows on standard error how a long piece of work goes on. It writes nothing itself: it hands out
/// what to write, when the caller's clock says that it is time again.
struct Progress: Sendable {
    /// How far the work is.
    struct State: Equatable, Sendable {
        var filesDone: Int
        var filesTotal: Int
        var tickets: Int
        var bytes: Int
    }

    private static let interval: Int64 = 100
    // A line that is gone before it is read only flickers.
    private static let patience: Int64 = 300
    private static let barWidth = 8...30

    let label: String
    let terminal: Terminal
    let words: Words
    /// The caller's clock, in milliseconds.
    let startedAt: Int64
    private var shownAt: Int64?

    init(label: String, terminal: Terminal, words: Words, startedAt: Int64) {
        self.label = label
        self.terminal = terminal
        self.words = words
        self.startedAt = startedAt
    }

    /// What to write now; nil when nobody watches or the last line is still fresh.
    mutating func update(_ state: State, at now: Int64) -> String? {
        guard terminal.isTerminal else { return nil }
        guard now - startedAt >= Self.patience else { return nil }
        if let shownAt, now - shownAt < Self.interval { return nil }
        shownAt = now
        return "\r" + line(state, at: now) + "\u{1B}[K"
    }

    /// Removes the line; nil when there is none.
    mutating func end() -> String? {
        guard shownAt != nil else { return nil }
        shownAt = nil
        return "\r\u{1B}[K"
    }

    /// The line as it stands, one column short of the terminal's width: a full line would wrap.
    func line(_ state: State, at now: Int64) -> String {
        let label = SafeText.line(label)
        let figures = figures(state, at: now)
        let room = terminal.columns - 1 - DisplayWidth.of(label) - DisplayWidth.of(figures) - 4
        guard room >= Self.barWidth.lowerBound else {
            return DisplayWidth.truncated(label + " " + figures, to: max(0, terminal.columns - 1))
        }
        return label + " " + bar(state, width: min(room, Self.barWidth.upperBound)) + " " + figures
    }

    private func bar(_ state: State, width: Int) -> String {
        let done = state.filesTotal > 0 ? min(width, width * state.filesDone / state.filesTotal) : 0
        return "[" + String(repeating: "#", count: done) + String(repeating: "-", count: width - done) + "]"
    }

    private func figures(_ state: State, at now: Int64) -> String {
        let files = words.progress.files(Self.grouped(state.filesDone), Self.grouped(state.filesTotal))
        let tickets = words.progress.tickets(Self.grouped(state.tickets))
        return files + " · " + tickets + " · " + Self.speed(bytes: state.bytes, milliseconds: now - startedAt)
    }

    /// `1,204`
    static func grouped(_ number: Int) -> String {
        var text = String(number.magnitude)
        var place = text.count - 3
        while place > 0 {
            text.insert(",", at: text.index(text.startIndex, offsetBy: place))
            place -= 3
        }
        return (number < 0 ? "-" : "") + text
    }

    /// `35.2 MB/s`
    private static func speed(bytes: Int, milliseconds: Int64) -> String {
        let tenths = bytes / 100 / Int(max(1, milliseconds))
        return "\(grouped(tenths / 10)).\(tenths % 10) MB/s"
    }
}
