import Glibc
import Testing
@testable import Presentation

@testable import Desk

/// CL-04: what a terminal of any width shows, with every kind of character in the data.
struct WidthTests {
    private static let titles = [
        "域名证书已经过期，请尽快替换新的证书，否则所有图片都打不开", "e\u{301}\u{301}combining cafe\u{301} marks",
        "👨‍👩‍👧‍👦 family 🇨🇳 flag ✌🏽", "\u{1B}[31mred\u{1B}[2J\u{7}\u{9B}31m", "مرحبا بالعالم \u{202E}reversed",
        "ＦＵＬＬ　ＷＩＤＴＨ", "一", String(repeating: "x", count: 300),
    ]

    private func screen(_ desk: TestDesk, _ command: [String], width: UInt16) throws -> String {
        let terminal = try PseudoTerminal(columns: width, rows: 40)
        let launch = Launch(
            program: try BuiltDesk.path(), arguments: command,
            environment: [
                "HOME": desk.folder.path, "DESK_USER": "li", "TERM": "xterm", "DESK_PAGER": "cat", "NO_COLOR": "1",
            ],
            folder: desk.folder.path)
        let child = Child(
            id: try launch.start { actions in
                posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
                posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, terminal.path, O_RDWR | O_NOCTTY, 0)
                posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
            })
        let (bytes, isComplete) = terminal.readAll(before: Deadline(seconds: 60))
        #expect(isComplete)
        #expect(child.ending() == .exit(0))
        return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    }

    @Test(arguments: [40, 80, 200] as [UInt16])
    func `CL-04 no line is wider than the terminal, and no title commands it`(width: UInt16) throws {
        let desk = try TestDesk()
        for title in Self.titles { try desk.run("new", title, "-m", title) }
        let commands = [
            ["ls"], ["search", "e"], ["ls", "--lang", "zh"], ["report", "quality"], ["report", "heat-map"],
            ["report", "heat-map", "--lang", "zh"], ["report", "volume", "--from", "2026-03", "--bucket", "week"],
        ]
        for command in commands {
            let text = try screen(desk, command, width: width)
            #expect(!text.unicodeScalars.contains { SafeText.isControl($0) && $0 != "\n" })
            for line in text.split(separator: "\n") {
                #expect(DisplayWidth.of(String(line)) <= width, "\(command) \(line)")
            }
        }
        let page = try screen(desk, ["show", "1-8"], width: width)
        #expect(!page.unicodeScalars.contains { SafeText.isControl($0) && $0 != "\n" })
    }

    @Test(arguments: [60, 80] as [UInt16])
    func `the days of a period are told whole, and an hour of a week has a place`(width: UInt16) throws {
        let desk = try TestDesk()
        try desk.run("new", "x", "-q", environment: ["DESK_NOW": "2026-03-02T01:00:00Z"])
        let weeks = ["report", "resolution", "--from", "2026-03", "--bucket", "week"]
        #expect(try screen(desk, weeks, width: width).contains("2026-W09 · 02-23 (1 of 7 days)"))
        let map = try screen(desk, ["report", "heat-map"], width: width)
        let monday = try #require(map.split(separator: "\n").first { $0.hasPrefix("Mon") })
        #expect(monday.count(where: { $0 == "█" }) == (width == 60 ? 1 : 2) && monday.hasSuffix(" 1"))
        #expect(map.contains("TICKETS"))
    }
}
