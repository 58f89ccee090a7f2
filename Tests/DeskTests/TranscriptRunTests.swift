import Testing

struct TranscriptRunTests {
    private func outputs(_ commands: String...) throws -> [String] {
        let run = try TranscriptRun()
        return try commands.map { try run.run($0).output }
    }

    @Test func `commands see a terminal of a fixed size, and no input`() throws {
        let outputs = try outputs("test -t 1 && test -t 2 && echo yes", "stty size <&1", "cat; test -t 0 || echo none")
        #expect(outputs == ["yes\n", "40 100\n", "none\n"])
    }

    @Test func `commands see a fixed environment`() throws {
        let names = try outputs("env | cut -d= -f1 | grep -v '^[_]\\|PWD\\|SHLVL' | sort | tr '\\n' ' '")
        #expect(names == ["DESK_NOW DESK_PAGER DESK_USER HOME LANG NO_COLOR PATH TERM TMPDIR TZ "])
    }

    @Test func `the folder and exported variables last, others do not`() throws {
        let outputs = try outputs(
            "mkdir 'a b' && cd 'a b'; export X=\"1 '2'\" Y='a\nb'; Z=3", "pwd; echo \"$X$Y$Z\"", "unset X; cd; exit 4",
            "pwd; echo \"${X-gone}\"")
        #expect(outputs == ["", "~/a b\n1 '2'a\nb\n", "", "~\ngone\n"])
    }

    @Test(arguments: [
        ("exit 6", Transcript.Mark.exit(6)), ("false", .exit(1)), ("exec sh -c 'kill -9 $$'", .signal(9)),
        ("no-such-program 2>&-", .exit(127)), ("true | false | true", .exit(0)),
    ])
    func `a command leaves its exit code or signal`(command: String, mark: Transcript.Mark) throws {
        #expect(try TranscriptRun().run(command) == Transcript.Outcome(output: "", mark: mark))
    }

    @Test func `here documents and pipes work`() throws {
        #expect(try outputs("cat <<E | tr a b\n证书 a\n\nE") == ["证书 b\n\n"])
    }

    @Test func `control characters become visible`() throws {
        #expect(try outputs("printf '1\\r\\033[1m\\t2\\r\\n3\\n'") == ["1␍␛[1m\t2␍\n3\n"])
    }

    @Test func `a line that is wiped out is not seen`() throws {
        #expect(try outputs("printf '1\\n'; printf '\\r10 %%\\033[K\\r20 %%\\033[K\\r\\033[K2\\n3'") == ["1\n2\n3"])
    }

    @Test func `a command that hangs is ended and reported, and no other follows`() throws {
        let run = try TranscriptRun(secondsPerCommand: 0.3)
        let replayed = try run.replay(try Transcript("$ echo 1; sleep 600\n$ echo 2\n"))
        #expect(replayed.steps.map(\.outcome) == [Transcript.Outcome(output: "1\n", mark: .timeout)])
    }
}
