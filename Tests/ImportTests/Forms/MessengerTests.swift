import Testing
import Workflow

@testable import Import

/// Talks as messengers export them: a day of short figures and a time before each name.
@Suite struct MessengerTests {
    private func times(_ dataset: Dataset) -> [String] {
        dataset.drafts.flatMap(\.turns).map { turn in
            turn.at.map { TimeText.local($0.milliseconds, offset: 0) } ?? "none"
        }
    }

    @Test(arguments: [
        ("[", "] "), ("", " - "), ("\u{200E}[", "] "),
    ])
    func `each line with a stamp is a turn, whichever part is the day`(before: String, behind: String) {
        let dataset = read(
            "\(before)13/11/23, 9:39:23 PM\(behind)Ann Lee: The boat leaks\nat the stern\n"
                + "\(before)14/11/23, 10:02:00 AM\(behind)Harbour Help: Bail it\n\(before)3/12/23, 1:05:00 PM\(behind)Ann Lee: Done\n"
        )
        #expect(dataset.form == .chat && dataset.ticketCount == 1)
        #expect(times(dataset) == ["2023-11-13 21:39", "2023-11-14 10:02", "2023-12-03 13:05"])
        #expect(dataset.drafts[0].turns.map(\.author) == ["Ann Lee", "Harbour Help", "Ann Lee"])
        #expect(dataset.drafts[0].turns[0].body == "The boat leaks\nat the stern")
    }

    @Test func `a talk goes on in time`() {
        let monthFirst = read(
            "1/11/2023, 09:00 - Ann: It leaks\n1/12/2023, 09:00 - Help: Where?\n2/3/2023, 09:00 - Ann: Below\n")
        #expect(times(monthFirst) == ["2023-01-11 09:00", "2023-01-12 09:00", "2023-02-03 09:00"])
        let either = read("3/4/2023, 09:00 - Ann: It leaks\n4/5/2023, 09:00 - Help: Where?\n")
        #expect(times(either) == ["none", "none"])
        #expect(either.drafts[0].turns.map(\.role) == [.customer, .agent])
    }

    @Test func `what the messenger says of itself is nobody's`() {
        let dataset = read(
            "[3/11/23, 09:39:00] Help: \u{200E}Messages and calls are end-to-end encrypted.\n[3/11/23, 09:39:10] Ann: It leaks\n"
                + "[3/11/23, 09:40:00] Help: Bail it\n")
        #expect(dataset.drafts[0].turns.map(\.role) == [.system, .customer, .agent])
        #expect(dataset.drafts[0].title == "It leaks")
    }

    @Test(arguments: ["1.5 is enough: do it", "10.0.0.1: gone", "1/2 of it: gone", "3/4/5 at noon: gone"])
    func `figures with signs are no stamp`(line: String) {
        var text = line
        #expect(
            text.withUTF8 { TurnHead(TextLine(start: 0, end: $0.count, next: $0.count), in: Bytes(rebasing: $0[...])) }
                == nil)
    }

    @Test func `names that come in every part in one order are labels`() {
        let parts = (1...3).map {
            "## Gate \($0)\n\n- **Wetter**: Regen\n- **Wind**: stark\n- **Folge**: zu\n- **Tat**: geölt\n\n"
        }
        #expect(read("# Journal\n\n" + parts.joined()).form != .chat)
    }

    @Test func `people and programs that answer them speak`() {
        let dataset = read("你：船漏水\nAI：先舀水\n你：还漏\nAI：补好它\n")
        #expect(dataset.drafts.first?.turns.map(\.role) == [.customer, .agent, .customer, .agent])
    }
}
