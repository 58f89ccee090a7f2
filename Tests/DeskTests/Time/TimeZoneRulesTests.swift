import Testing
import Workflow
@testable import App

@testable import Desk

struct TimeZoneRulesTests {
    @Test func `fixed offsets need no file`() throws {
        #expect(try ZoneFile.rules(named: "+08:00", in: "/nowhere").offset(at: 0) == 28_800)
        #expect(try ZoneFile.rules(named: "-03:30", in: "/nowhere").offset(at: 0) == -12_600)
        #expect(try ZoneFile.rules(named: "UTC", in: "/nowhere").offset(at: 0) == 0)
    }

    @Test func `Shanghai is known on a machine without zones and others are refused`() throws {
        #expect(try ZoneFile.rules(named: "Asia/Shanghai", in: "/nowhere").offset(at: 0) == 28_800)
        #expect(throws: TimeZoneError.unknown("Europe/Berlin")) {
            try ZoneFile.rules(named: "Europe/Berlin", in: "/nowhere")
        }
    }

    @Test(arguments: ["../etc/passwd", "/etc/passwd", "Asia//Shanghai", "", "Asia/../x", "a b", "Asia/"])
    func `a name that leaves the folder of zones is refused`(name: String) {
        #expect(throws: TimeZoneError.badName(name)) { try ZoneFile.rules(named: name) }
    }

    @Test func `a file that is no zone is refused`() {
        #expect(throws: TimeZoneError.damaged("X")) { try TimeZoneRules(name: "X", file: Array("TZif2".utf8)) }
        #expect(throws: TimeZoneError.damaged("X")) { try TimeZoneRules(name: "X", file: zone(footer: "nonsense,")) }
    }

    @Test func `SLA-10 four hours from midnight are five o'clock in spring and three in autumn`() throws {
        let berlin = try TimeZoneRules(name: "Berlin", file: zone(footer: "CET-1CEST,M3.5.0,M10.5.0/3"))
        #expect(clock(berlin, after: 4, "2026-03-29T00:00:00Z") == "2026-03-29 05:00")
        #expect(clock(berlin, after: 4, "2026-10-25T00:00:00Z") == "2026-10-25 03:00")
    }

    @Test func `a skipped time moves forward and a repeated one is the first`() throws {
        let berlin = try TimeZoneRules(name: "Berlin", file: zone(footer: "CET-1CEST,M3.5.0,M10.5.0/3"))
        #expect(berlin.instant(ofLocal: ms("2026-03-29T02:30:00Z")) == ms("2026-03-29T03:30:00+02:00"))
        #expect(berlin.instant(ofLocal: ms("2026-10-25T02:30:00Z")) == ms("2026-10-25T02:30:00+02:00"))
        #expect(berlin.instant(ofLocal: ms("2026-10-25T03:30:00Z")) == ms("2026-10-25T03:30:00+01:00"))
    }

    @Test func `summer in the south spans the new year`() throws {
        let sydney = try TimeZoneRules(name: "Sydney", file: zone(footer: "AEST-10AEDT,M10.1.0,M4.1.0/3"))
        #expect(sydney.offset(at: ms("2027-01-01T00:00:00Z")) == 39_600)
        #expect(sydney.offset(at: ms("2027-07-01T00:00:00Z")) == 36_000)
    }

    @Test func `winter can be the season that is set apart`() throws {
        let dublin = try TimeZoneRules(name: "Dublin", file: zone(footer: "IST-1GMT0,M10.5.0,M3.5.0/1"))
        #expect(dublin.offset(at: ms("2027-01-01T00:00:00Z")) == 0)
        #expect(dublin.offset(at: ms("2027-07-01T00:00:00Z")) == 3600)
    }

    @Test func `transitions of the file come before the rule`() throws {
        let rules = try TimeZoneRules(name: "X", file: zone(footer: "<+09>-9", transition: (100, 7200)))
        #expect(rules.offset(at: 99_999) == 3600)
        #expect(rules.offset(at: 100_000) == 32_400)
        let silent = try TimeZoneRules(name: "X", file: zone(footer: "", transition: (100, 7200)))
        #expect(silent.offset(at: 100_000) == 7200)
    }

    private func ms(_ text: String) -> Int64 { TimeText.instant(rfc3339: text) ?? .min }

    private func clock(_ rules: TimeZoneRules, after hours: Int64, _ local: String) -> String {
        let instant = rules.instant(ofLocal: ms(local)) + hours * 3_600_000
        return TimeText.local(instant, offset: rules.offset(at: instant))
    }

    /// A TZif file of version 2 whose clocks stand at +01:00 until the transition.
    private func zone(footer: String, transition: (second: UInt8, offset: Int)? = nil) -> [UInt8] {
        let types = transition == nil ? 1 : 2
        let empty = header(times: 0, types: 1) + [0, 0, 0, 0, 0, 0, 0x58, 0]
        var bytes = empty + header(times: transition == nil ? 0 : 1, types: types)
        if let transition { bytes += [0, 0, 0, 0, 0, 0, 0, transition.second, 1] }
        bytes += [0, 0, 0x0E, 0x10, 0, 0]
        if let transition { bytes += [0, 0, UInt8(transition.offset >> 8), UInt8(transition.offset & 0xFF), 0, 0] }
        return bytes + [0x58, 0, 0x0A] + Array(footer.utf8) + [0x0A]
    }

    private func header(times: UInt8, types: Int) -> [UInt8] {
        Array("TZif2".utf8) + Array(repeating: 0, count: 15)
            + [0, 0, 0, times, UInt8(types), 2].flatMap { [0, 0, 0, $0] }
    }
}
