import Testing

struct TranscriptFormatTests {
    private func outcome(_ output: String, _ mark: Transcript.Mark = .exit(0)) -> Transcript.Outcome {
        Transcript.Outcome(output: output, mark: mark)
    }

    @Test func `a transcript has comments, commands, output and exit codes`() throws {
        let transcript = try Transcript("# One.\n\n$ a\nx\n\ny\n[6]\n\n# Two.\n$ b <<E\n> 1\n>\n> E\n$ c\n# End.\n")
        #expect(transcript.steps.map(\.command) == ["a", "b <<E\n1\n\nE", "c"])
        #expect(transcript.steps.map(\.outcome) == [outcome("x\n\ny\n", .exit(6)), outcome(""), outcome("")])
        #expect(transcript.steps.map(\.lead) == [["# One.", ""], ["# Two."], []])
        #expect(transcript.steps.map(\.line) == [3, 10, 14])
        #expect(transcript.closing == ["# End."])
    }

    @Test(arguments: [
        "$ a\nx\n", "$ a\n\n$ b\n", "$ a\nx\n\n\n$ b\n", "# c\n\n# d\n$ a\n[1]\n\n# e\n\n",
        "$ a\nx\n[no newline]\n[1]\n", "$ a\n> b\n\\> c\n> d\n", "$ a\n\\# x\n\\$ y\n\\[6]\n\\\\z\n##\n",
        "$ a\n[signal 9]\n$ b\n[timeout]\n", "",
    ])
    func `a transcript is written as it was read`(text: String) throws {
        #expect(try Transcript(text).text == text)
    }

    @Test(arguments: [
        "", "\n", "x\n\n\n", "x", "\nx", "$ x\n", "# x\n", "#\n", "> x\n> y\n", ">\n", "[6]\n", "[no newline]\n", "[6]",
        "\\\n", "\\$ x\n", "[timeout]\n[signal 9]\n", "#7 x\n$\n", "[x]\n",
    ])
    func `any output is read back as it was`(output: String) throws {
        for mark in [Transcript.Mark.exit(0), .exit(70), .signal(9), .timeout] {
            for isFollowedByBlank in [false, true] {
                let step = Transcript.Step(
                    line: 1, lead: [], command: "a", outcome: outcome(output, mark),
                    isFollowedByBlank: isFollowedByBlank)
                let read = try Transcript(Transcript(steps: [step, step]).text)
                #expect(read.steps.map(\.outcome) == [step.outcome, step.outcome])
            }
        }
    }

    @Test func `a line that belongs to no command is refused`() {
        #expect(throws: TranscriptError(line: 2, reason: "neither a command nor a comment")) {
            try Transcript("# c\nx\n$ a\n")
        }
    }

    @Test func `a difference names the lines that changed`() {
        let expected = outcome("a\nb\nc\n")
        #expect(outcome("a\nx\nc\n", .exit(1)).difference(from: expected) == "- 2\tb\n+ 2\tx\n+ 4\t[1]")
        #expect(expected.difference(from: expected) == nil)
    }
}
