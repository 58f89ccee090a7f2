import Presentation

/// A bar on the error stream while many things are looked at.
struct Bar {
    private let session: Session
    private var progress: Progress

    init(_ session: Session, _ label: String) {
        self.session = session
        progress = Progress(
            label: label, terminal: session.errorTerminal, words: session.words, startedAt: Clock.elapsed())
    }

    mutating func show(_ done: Int, of total: Int, every step: Int = 256) throws {
        guard done % step == 0 else { return }
        let state = Progress.State(filesDone: done, filesTotal: total, tickets: done, bytes: 0)
        if let line = progress.update(state, at: Clock.elapsed()) { try session.writeError(line) }
    }

    mutating func end() throws {
        if let erase = progress.end() { try session.writeError(erase) }
    }
}
