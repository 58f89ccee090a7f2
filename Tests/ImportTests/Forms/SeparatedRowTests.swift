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

/// Values and columns of other hands.
@Suite struct ForeignColumnTests {
    private func drafts(_ text: String) -> [TicketDraft] { Dataset(Array(text.utf8), nil, isSeparated: true).drafts }

    @Test func `statuses and priorities of neighbours are understood`() {
        let rows = drafts(
            "ref,title,status,priority\n1,Gate,Abierto,Alta\n2,Lamp,cerrado,baja\n3,Boat,erledigt,hoch\n4,Rope,in_bearbeitung,mittel\n"
                + "5,Net,Résolu,faible\n6,Oar,Em andamento,média\n7,Sail,offen,niedrig\n")
        #expect(rows.map(\.status) == [.open, .closed, .resolved, .open, .resolved, .open, .open])
        #expect(rows.map(\.values.priority) == [.high, .low, .high, .normal, .low, .normal, .low])
    }

    @Test(arguments: ["SIN RESPUESTA", "No response.", "待修改：换一把锁", "TBD: a new lock", "未回复"])
    func `a cell that says that there is no answer is none`(cell: String) {
        let rows = drafts("ref,title,answer\n1,Gate,Oil it\n2,Lamp,\(cell)\n")
        #expect(rows.map(\.answers) == [["Oil it"], []])
        #expect(rows.map { $0.startingStatus(asked: nil) } == [.resolved, .open])
        #expect(rows[1].extra.map(\.text) == [cell])
    }

    @Test func `where another column tells what is wrong, a name is somebody's`() {
        let rows = drafts(
            "ticket_id,name,problem,status\n7,Ann Lee,Gate sticks,open\n#----------\n\n8,Bob,Lamp dark,open\n")
        #expect(rows.map(\.title) == ["Gate sticks", "Lamp dark"])
        #expect(
            rows.map(\.extra) == [[NamedText(name: "name", text: "Ann Lee")], [NamedText(name: "name", text: "Bob")]])
        #expect(drafts("name,status\nGate,open\nLamp,open\n").map(\.title) == ["Gate", "Lamp"])
    }

    @Test func `one day that can be no month says which part is the day in all rows`() {
        func days(_ cells: [String]) -> [String] {
            let rows = cells.enumerated().map { "\($0.offset),Gate,\($0.element)\n" }.joined()
            return drafts("ref,title,created\n" + rows).map { draft in
                draft.values.createdAt.map { TimeText.local($0.milliseconds, offset: 0) } ?? "none"
            }
        }
        #expect(days(["01/03/2023", "15/03/2023"]) == ["2023-03-01 00:00", "2023-03-15 00:00"])
        #expect(days(["01/03/23 9:05 PM", "3/15/23 10:00 AM"]) == ["2023-01-03 21:05", "2023-03-15 10:00"])
        #expect(days(["01/03/2023", "02/03/2023"]) == ["none", "none"])
        #expect(days(["15/03/2023", "3/15/2023", "1/2/2023"]) == ["2023-03-15 00:00", "2023-03-15 00:00", "none"])
    }
}
