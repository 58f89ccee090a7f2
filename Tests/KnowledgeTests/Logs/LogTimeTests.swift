import Testing
import Workflow

@testable import Knowledge

struct LogTimeTests {
    // 2026-03-02 01:12 UTC
    private static let now = Instant(milliseconds: 1_772_413_920_000)
    private let time = LogTime(zone: .utc, now: now)

    private static let moment = Instant(milliseconds: 1_772_409_751_000)  // 2026-03-02 00:02:31 UTC

    @Test(arguments: [
        "2026-03-02T00:02:31Z INFO x", "2026-03-02 00:02:31,123 ERROR", "[2026/03/02 00:02:31] x",
        "2026-03-02T08:02:31+08:00 x",
        "03-02 00:02:31.5 1702 E x", "Mar  2 00:02:31 host sshd: x", "Mar 02 00:02:31 host",
        "1.2.3.4 - - [02/Mar/2026:08:02:31 +0800] \"GET /\"",
        "Mon Mar 02 00:02:31 2026 x", "{\"time\":\"2026-03-02T00:02:31Z\"}",
    ])
    func `a line says when, in the ways of many programs`(line: String) {
        #expect(time.moment(of: line) == Self.moment)
    }

    @Test(arguments: ["no time here", "", "12:00:01 only a clock", "version 1.2.3 of 5", "2026-13-45 99:99:99"])
    func `a line without a moment has none`(line: String) { #expect(time.moment(of: line) == nil) }

    @Test func `a month that is to come was last year's`() {
        #expect(time.moment(of: "Dec 31 23:59:59 x") == Instant(milliseconds: 1_767_225_599_000))
    }
}
