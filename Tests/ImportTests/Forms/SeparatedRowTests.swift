import Testing
import Workflow

@testable import Import

/// Quotation marks in separated values: those that quote a cell, and those that are signs of its text.
@Suite struct SeparatedRowTests {
    private static let header = "id,title,status,description\n"

    private func drafts(_ rows: String) -> [TicketDraft] {
        Dataset(Array((Self.header + rows).utf8), isSeparated: true).drafts
    }

    @Test(arguments: [
        "\"Lamp, said Ann", "\"Lamp\" said Ann", "5\" pipe", "\"", "\"\"\"Lamp", "\"Lamp\"\"",
    ]) func `a mark that quotes no cell swallows no row`(title: String) {
        let cells = title == "\"Lamp, said Ann" ? "1,\(title)" : "1,\(title),open"
        let drafts = drafts("\(cells),It is dark.\n2,Gate,closed,It sticks.\n3,Door,open,It leaks.\n")
        #expect(drafts.count == 3)
        #expect(drafts.dropFirst().map(\.title) == ["Gate", "Door"])
        #expect(drafts.dropFirst().map(\.status) == [.closed, .open])
    }

    @Test func `a mark that another row seems to close is a sign, as the number of cells shows`() {
        let drafts = drafts("1,\"Lamp,open,It is dark.\n2,Gate,closed,It sticks.\n3,Pipe of 5\",open,It leaks.\n")
        #expect(drafts.map(\.title) == ["\"Lamp", "Gate", "Pipe of 5\""])
        #expect(drafts.map(\.description) == ["It is dark.", "It sticks.", "It leaks."])
    }

    @Test func `blanks may stand around a quoted cell`() {
        let drafts = drafts("1, \"Lamp, and gate\" , open,\"Dark.\nSince \"\"May\"\".\"\r\n2,Door,open,Leaks.")
        #expect(drafts.map(\.title) == ["Lamp, and gate", "Door"])
        #expect(drafts.map(\.description) == ["Dark.\nSince \"May\".", "Leaks."])
    }

    @Test func `an empty quoted cell is empty, and the last one may end with the file`() {
        let drafts = drafts("1,\"\",open,\"\"\n2,\"Door\",open,\"Leaks.\"")
        #expect(drafts.count == 2 && drafts.last?.title == "Door" && drafts.last?.description == "Leaks.")
    }
}
