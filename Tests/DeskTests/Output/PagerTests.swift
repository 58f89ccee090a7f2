import Glibc
import Testing
@testable import Presentation

@testable import Desk

struct PagerTests {
    private let screen = Terminal(isTerminal: true, columns: 10, rows: 4, usesColour: false)

    @Test func `DESK_PAGER wins over PAGER and less is the default`() {
        #expect(pager(["DESK_PAGER": "a", "PAGER": "b"])?.command == "a")
        #expect(pager(["PAGER": "b"])?.command == "b")
        #expect(pager([:])?.command == "less -FRX")
    }

    @Test func `CL-01 there is no pager in a pipe or when it is not wanted`() {
        #expect(Pager(isWanted: true, terminal: .pipe, environment: [:]) == nil)
        #expect(Pager(isWanted: false, terminal: screen, environment: [:]) == nil)
        #expect(pager(["PAGER": ""]) == nil)
        #expect(pager(["PAGER": "cat"]) == nil)
        #expect(pager(["TERM": "dumb"]) == nil)
    }

    @Test(arguments: [
        ("", false), ("1\n2\n3\n", false), ("1\n2\n3\n4\n", true), ("证书证书证书\n2\n", false), ("证书证书证书\n2\n3\n", true),
        ("\u{1B}[31m1234567890\u{1B}[0m\n2\n3\n", false),
    ])
    func `only a text longer than the screen is paged`(text: String, isLonger: Bool) {
        #expect(Pager.isLongerThanScreen(text, terminal: screen) == isLonger)
    }

    @Test func `the pager reads the whole text`() throws {
        var path = Array("/tmp/desk-pager-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        defer { close(descriptor) }
        defer { unlink(path) }
        let text = Array(String(repeating: "证书\n", count: 20_000).utf8)
        let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        try Pager(command: "cat > \(name)").show(text, environment: ["PATH": "/usr/bin:/bin"])
        var bytes = [UInt8](repeating: 0, count: text.count + 1)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        #expect(Array(bytes.prefix(count)) == text)
    }

    @Test func `a pager that is left early is no fault`() throws {
        Output.ignoreBrokenPipes()
        let text = [UInt8](repeating: 0x0A, count: 1_000_000)
        try Pager(command: "exit 3").show(text, environment: [:])
    }

    private func pager(_ environment: [String: String]) -> Pager? {
        Pager(isWanted: true, terminal: screen, environment: .init(environment))
    }
}
