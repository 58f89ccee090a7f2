import Testing
import Workflow

@testable import Import

/// Which tickets of a file are shown as they were read.
@Suite struct TicketSamplesTests {
    private func samples(_ text: String, asked: Status? = nil) -> TicketSamples { tally(text, asked: asked).samples }

    private func issue(_ number: Int, lines: Int) -> String {
        let text = (1...lines).map { "Line \($0) of it.\n" }.joined()
        return "## BUG-\(number): Gate \(number)\n\n**Status**: fixed\n\n### Description\n\n\(text)\n"
    }

    @Test func `the first is shown, and one that is much longer than the others`() {
        let alike = samples((1...6).map { issue($0, lines: 3 + $0 % 2) }.joined())
        #expect(alike.first?.draft.title == "Gate 1" && alike.first?.status == .resolved)
        #expect(alike.longest == nil)
        let text = (1...6).map { issue($0, lines: $0 == 4 || $0 == 5 ? 60 : 3) }.joined()
        #expect(samples(text).longest?.draft.title == "Gate 4")
        #expect(samples(text, asked: .closed).longest?.status == .closed)
    }

    @Test func `where the first is the longest no other is shown`() {
        let samples = samples((1...6).map { issue($0, lines: $0 == 1 ? 60 : 3) }.joined())
        #expect(samples.first?.draft.title == "Gate 1" && samples.longest == nil)
        #expect(samples.first?.messages.map(\.isDescription) == [true])
    }

    @Test func `its lines end where its text does`() throws {
        let text = issue(1, lines: 2) + "\n\n" + issue(2, lines: 3)
        let file = try DatasetFile(path: "gates.md", bytes: Array(text.utf8))
        let lines = (0..<file.dataset.ticketCount).map { file.lines(of: file.dataset.entry(at: $0).place) }
        #expect(lines == [1...8, 12...20])
    }
}
