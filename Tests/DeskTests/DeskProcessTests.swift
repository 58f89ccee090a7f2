import Glibc
import Testing

struct DeskProcessTests {
    private func shell(_ script: String, environment: [String: String] = [:]) -> Launch {
        Launch(program: "/bin/sh", arguments: ["-c", script], environment: environment)
    }

    @Test func `a process leaves its output, its errors and its exit code`() throws {
        let result = try DeskProcess(shell("echo out; echo oops >&2; exit 6")).wait()
        #expect(result.ending == .exit(6))
        #expect(result.text == "out\n")
        #expect(result.errorText == "oops\n")
    }

    @Test func `a process reads what it is given, then the end`() throws {
        let bytes = [UInt8](repeating: 0x61, count: 300_000)
        let result = try DeskProcess(shell("cat"), input: bytes).wait()
        #expect(result.output == bytes)
    }

    @Test func `a process sees the environment it is given and no other`() throws {
        let launch = Launch(program: "/usr/bin/env", environment: ["B": "2", "A": "1 =x"])
        #expect(try DeskProcess(launch).wait().text == "A=1 =x\nB=2\n")
    }

    @Test func `a process starts in the folder it is given`() throws {
        var launch = shell("pwd; echo \"$1\"")
        launch.arguments += ["sh", "a b"]
        launch.folder = "/usr/bin"
        #expect(try DeskProcess(launch).wait().text == "/usr/bin\na b\n")
    }

    @Test func `a killed process has ended by the signal and not by itself`() throws {
        let process = try DeskProcess(shell("exec sleep 600"))
        process.kill()
        #expect(try process.wait().ending == .signal(SIGKILL))
        #expect(try process.wait().ending == .signal(SIGKILL))
    }

    @Test func `killing reaches what a process has started`() throws {
        let process = try DeskProcess(shell("sleep 600 & sleep 600; echo no"))
        process.kill(SIGTERM)
        #expect(try process.wait(seconds: 20).text == "")
    }

    @Test func `waiting gives up when the time is over, and the process goes on`() throws {
        let process = try DeskProcess(shell("exec sleep 600"))
        #expect(throws: ProcessError.stillRunning(afterSeconds: 0.05)) { try process.wait(seconds: 0.05) }
        process.kill(SIGTERM)
        #expect(try process.wait().ending == .signal(SIGTERM))
    }

    @Test func `waiting includes what a process leaves running`() throws {
        let result = try DeskProcess(shell("(/bin/sleep 0.1; echo late) & echo early")).wait()
        #expect(result.text == "early\nlate\n")
    }

    @Test func `processes run beside one another`() throws {
        let input = Array("x\n".utf8)
        let processes = try (0..<8).map { try DeskProcess(shell("read line; echo \($0) $line"), input: input) }
        #expect(try processes.map { try $0.wait().text } == (0..<8).map { "\($0) x\n" })
    }

    @Test func `a program that is not there is reported`() {
        #expect(throws: ProcessError.self) { try DeskProcess(Launch(program: "/no/such/program")) }
    }

    @Test func `the built desk is found and runs`() throws {
        let result = try DeskProcess(desk: ["--help"]).wait()
        #expect(result.ending == .exit(0))
    }
}
