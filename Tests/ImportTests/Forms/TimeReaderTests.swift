import Testing
import Workflow

@testable import Import

/// Times as people write them, and the words behind a time, which are not its own.
@Suite struct TimeReaderTests {
    private func shown(_ text: String) -> String? { TimeReader.time(of: text).map(Self.shown) }

    private static func shown(_ time: SourceTime) -> String {
        let minutes = time.milliseconds / 60_000
        let day = CivilTime.date(dayNumber: Int(minutes / 1440))
        let clock = minutes % 1440
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day.year)-\(two(day.month))-\(two(day.day)) \(two(Int(clock / 60))):\(two(Int(clock % 60)))"
            + (time.hasZone ? "Z" : "")
    }

    @Test(arguments: [
        ("2024-01-05", "2024-01-05 00:00"), ("2024/1/5 10:20", "2024-01-05 10:20"), ("Jan 5, 2024", "2024-01-05 00:00"),
        ("5 Sept 2024", "2024-09-05 00:00"), ("09/Jan/24 3:54 PM", "2024-01-09 15:54"),
        ("Friday, January 5th, 2024 at 10:20 PM", "2024-01-05 22:20"),
        ("2024年1月5日 下午3点20分", "2024-01-05 15:20"), ("2024-01-05 中午12点", "2024-01-05 12:00"),
        ("2024-01-05 中午1点", "2024-01-05 13:00"), ("2024-01-05 凌晨12:30", "2024-01-05 00:30"),
        ("2024-01-05 周五 10:20", "2024-01-05 10:20"), ("2024-01-05 (Fri) 10:20", "2024-01-05 10:20"),
        ("2024-01-05（星期一）", "2024-01-05 00:00"), ("2024-01-05 Mon 10:20", "2024-01-05 10:20"),
        ("2024-01-05T10:20:30.5Z", "2024-01-05 10:20Z"), ("2024-01-05 10:20 +08:00", "2024-01-05 02:20Z"),
        ("2024-01-05 10:20 UTC+8", "2024-01-05 02:20Z"),
    ]) func `a time is read however it is written`(text: String, time: String) { #expect(shown(text) == time) }

    @Test(arguments: [
        "2024-01-05 Monitor", "Marble 5, 2024", "5 Octopus 2024", "01/02/2024", "2024-13-05", "2024-01-05 上海12点",
        "Decline 5 2024",
    ]) func `what only looks like a time is none`(text: String) { #expect(shown(text) == nil) }

    @Test(arguments: [
        ("2024-01-05 Monitor is dark", " Monitor is dark"), ("2024-01-05 Sunshade is lost", " Sunshade is lost"),
        ("2024-01-05 Sun is too bright", " Sun is too bright"), ("2024-01-05 Fri lamp", " lamp"),
        ("2024-01-05 周边设备坏了", " 周边设备坏了"), ("2024-01-05 周一会议", " 周一会议"), ("2024-01-05 周五会议", "会议"),
        ("2024-01-05 星图丢了", " 星图丢了"), ("2024-01-05 上海12点停电", " 上海12点停电"), ("2024-01-05 10点20个文件丢失", "20个文件丢失"),
        ("2024-01-05 10:20:99 x", ":99 x"), ("2024-01-05 10:20. Then", ". Then"),
        ("2024-01-05 10:20 -5 degrees", " -5 degrees"),
        ("2024-01-05 10 lamps", " 10 lamps"), ("2024-01-05: lamps", ": lamps"), ("2024-01-05 at gate 3", " at gate 3"),
        ("20240105 lamps", " lamps"),
    ]) func `the words behind a leading time stay`(text: String, rest: String) throws {
        let found = try #require(TimeReader.leading(text))
        #expect(String(decoding: text.utf8.dropFirst(found.length), as: UTF8.self) == rest)
    }

    @Test(arguments: ["2024-01-0512 lamps", "lamps 2024-01-05", "202401051 lamps", "1.2.3 lamps 2024"])
    func `a figure that goes on is no time`(text: String) { #expect(TimeReader.leading(text) == nil) }
}
