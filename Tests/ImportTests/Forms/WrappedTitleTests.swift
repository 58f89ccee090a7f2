import Testing
import Workflow

@testable import Import

/// Items of lists whose lines were broken at the width of a page.
@Suite struct WrappedTitleTests {
    private func item(_ lines: String...) -> TicketDraft? {
        let others = "- Paint the boat\n- Mend the lamp\n"
        return read("# Backlog\n\n- " + lines.joined(separator: "\n  ") + "\n" + others).drafts.first
    }

    @Test func `a title that was broken where its line was full goes on below`() {
        let draft = item("The gate of the eastern pier does not open in the morning when it is", "cold and wet")
        #expect(
            draft?.title == "The gate of the eastern pier does not open in the morning when it is cold and wet")
        #expect(draft?.description == nil)
    }

    @Test func `it ends where its sentence ends, and the rest describes it`() {
        let draft = item(
            "The gate of the eastern pier does not open in the morning when it is", "cold, e.g. In May. Oil helps:",
            "- twice", "", "Say so.")
        #expect(
            draft?.title == "The gate of the eastern pier does not open in the morning when it is cold, e.g. In May.")
        #expect(draft?.description == "Oil helps:\n- twice\n\nSay so.")
    }

    @Test(arguments: [
        ["The gate sticks", "and nobody knows why"],
        ["The gate of the eastern pier does not open in the morning in winter.", "Oil it."],
        ["The gate of the eastern pier does not open in the morning when it is", "", "cold and wet"],
        ["The gate of the eastern pier does not open in the morning: winter tales", "- in May"],
        ["The gate of the eastern pier does not open in the morning: winter tales", "1. in May"],
    ])
    func `a short line, a whole sentence, and what is no part of it are left`(lines: [String]) {
        let text = "# Backlog\n\n- " + lines.joined(separator: "\n  ") + "\n- Paint the boat\n- Mend the lamp\n"
        #expect(read(text).drafts.first?.title == lines[0])
        #expect(read(text).drafts.first?.description == lines.dropFirst().drop { $0.isEmpty }.joined(separator: "\n"))
    }

    @Test func `Chinese lines are joined without a blank`() {
        let draft = item("东码头的闸门每天早晨在又冷又湿的时候打不开，值班的人要等到太阳出来以后", "才能把它推开。要上油。")
        #expect(draft?.title == "东码头的闸门每天早晨在又冷又湿的时候打不开，值班的人要等到太阳出来以后才能把它推开。")
        #expect(draft?.description == "要上油。")
    }
}
