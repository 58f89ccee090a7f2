import Testing
import Workflow

/// Answers lead through a flow, can be taken back, and may be written down beforehand.
struct FlowWalkTests {
    /// Question 0 leads to 1 or to the end 3; 1 only tells and leads to question 2, of which nobody has to know the answer.
    private let flow = Flow(
        title: "Site",
        steps: [
            Flow.Step(title: "name", text: "", line: 2, paths: [.yes: 1, .no: 3]),
            Flow.Step(title: "wait", text: "", line: 5, paths: [.next: 2]),
            Flow.Step(title: "certificate", text: "", line: 7, paths: [.yes: 4, .no: 3, .unsure: 3]),
            Flow.Step(title: "broken", text: "", line: 11), Flow.Step(title: "fine", text: "", line: 12),
        ], start: 0)

    private func walk(_ answers: String) throws -> FlowWalk {
        var walk = FlowWalk(flow)
        try walk.take(lines: answers)
        return walk
    }

    @Test(
        arguments: [
            ("", "name", false), ("no", "broken", true), ("Yes\nnext\n是", "fine", true),
            ("y\n\n# said so\ny", "", false),
            ("是\n下一步\n不知道", "broken", true), ("yes\nback\nno", "broken", true), ("back\nback", "name", false),
            ("no\nback", "name", false), ("yes\r\ndone\r\nNOT SURE\r\n", "broken", true),
        ] as [(String, String, Bool)])
    func `answers lead on`(answers: String, step: String, isOver: Bool) throws {
        guard !step.isEmpty else {
            #expect(throws: FlowError.inLine(4, "y", .notAsked([.next]))) { try self.walk(answers) }
            return
        }
        let walk = try self.walk(answers)
        #expect(walk.step.title == step)
        #expect(walk.isOver == isOver)
        #expect(!walk.isOpen)
    }

    @Test func `nobody has to know, and then it stays open`() throws {
        var walk = try self.walk("?")
        #expect(walk.isOver && walk.isOpen)
        #expect(walk.step.title == "name")
        #expect(throws: FlowError.isOver(.yes)) { try walk.take(.yes) }
        walk.goBack()
        #expect(!walk.isOver && walk.answers == [.yes, .no, .unsure])
    }

    @Test(
        arguments: [
            ("maybe", FlowError.inLine(1, "maybe", .unknown)), ("yes\nno", .inLine(2, "no", .notAsked([.next]))),
            ("no\nno", .inLine(2, "no", .isOver)),
        ] as [(String, FlowError)])
    func `what is no answer is said with its line`(answers: String, error: FlowError) {
        #expect(throws: error) { try self.walk(answers) }
    }
}
