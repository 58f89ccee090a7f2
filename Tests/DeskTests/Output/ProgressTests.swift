import Testing
@testable import Presentation

@testable import Desk

struct ProgressTests {
    private let state = Progress.State(filesDone: 3, filesTotal: 20, tickets: 1204, bytes: 70_400_000)

    @Test func `the line fits the terminal`() {
        let line = progress(columns: 60).line(state, at: 2000)
        #expect(line == "import [#----------] files 3/20 · 1,204 tickets · 35.2 MB/s")
        for columns in [1, 10, 40, 80, 200] {
            #expect(DisplayWidth.of(progress(columns: columns).line(state, at: 2000)) < max(columns, 2))
        }
    }

    @Test func `the caller's clock holds updates back`() {
        var progress = progress(columns: 70)
        #expect(progress.update(state, at: 299) == nil)
        #expect(progress.update(state, at: 300) != nil)
        #expect(progress.update(state, at: 399) == nil)
        #expect(progress.update(state, at: 400)?.hasPrefix("\rimport [") == true)
    }

    @Test func `the line is erased once`() {
        var progress = progress(columns: 70)
        #expect(progress.end() == nil)
        _ = progress.update(state, at: 300)
        #expect(progress.end() == "\r\u{1B}[K")
        #expect(progress.end() == nil)
    }

    @Test func `CL-01 nothing is shown without a terminal`() {
        var progress = Progress(label: "import", terminal: .pipe, words: .english, startedAt: 0)
        #expect(progress.update(state, at: 0) == nil)
        #expect(progress.end() == nil)
    }

    @Test func `nothing done in no time is no division by zero`() {
        let nothing = Progress.State(filesDone: 0, filesTotal: 0, tickets: 0, bytes: 0)
        #expect(progress(columns: 80).line(nothing, at: 0).hasSuffix("files 0/0 · 0 tickets · 0.0 MB/s"))
    }

    private func progress(columns: Int) -> Progress {
        let terminal = Terminal(isTerminal: true, columns: columns, rows: 24, usesColour: false)
        return Progress(label: "import", terminal: terminal, words: .english, startedAt: 0)
    }
}
