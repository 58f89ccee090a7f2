import Testing

/// Custom fields as rows and columns of a report of one's own.
struct FieldRowsTests {
    private func desk() throws -> TestDesk {
        try TestDesk.prepared(
            [
                "edit 1 --field 机房=北京 --field 费用=3.5 --field 备注=Abc -q",
                "edit 2 --field 机房=上海 --field 费用=3.50 --field 备注=abc -q",
                "edit 3 --field 机房=北京 --field 费用=12 -q",
            ], fields: ["机房 --kind choice --choice 北京 --choice 上海", "费用 --kind number", "备注 --kind text"],
            tickets: ["a", "b", "c", "d"])
    }

    private func lines(_ desk: TestDesk, _ words: String...) throws -> [String] {
        let result = try desk.run(words: ["report", "custom", "--no-header", "--format", "tsv"] + words)
        #expect(result.ending == .exit(0), "\(result.errorText)")
        return result.text.split(separator: "\n").map { String($0) }
    }

    @Test func `values that are the same in two spellings are one row, and none is one`() throws {
        let desk = try desk()
        #expect(try lines(desk, "--rows", "field.机房") == ["北京\t2", "上海\t1", "\t1"])
        #expect(try lines(desk, "--rows", "字段.费用") == ["3.5\t2", "12\t1", "\t1"])
        #expect(try lines(desk, "--rows", "field.备注") == ["Abc\t2", "\t2"])
        let crossed = try desk.run("report", "custom", "--rows", "field.机房", "--cols", "field.费用", "--format", "table")
        #expect(crossed.text.hasPrefix("Tickets by 机房 and 费用: 4\n机房"))
    }

    @Test func `the query behind every cell finds so many tickets`() throws {
        let desk = try desk()
        for row in ["北京", "上海", "none", "all"] {
            let drills = try lines(desk, "--rows", "field.机房", "--cols", "field.费用", "--drill", row)
            #expect(drills.count >= 4)
            for line in drills {
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
                let found = try desk.run("ls", cells[2], "--format", "count").text
                #expect(found == cells[1] + "\n", "\(line)")
            }
        }
    }

    @Test func `a field that is not there is named with the nearest one`() throws {
        let result = try desk().run("report", "custom", "--rows", "field.机方")
        #expect(result.ending == .exit(64))
        #expect(result.errorText.contains("机方"))
    }

    @Test func `a drill names the zone and the time of its report, for programs too`() throws {
        let desk = try desk()
        let drill = try lines(desk, "--rows", "status", "--drill", "all", "--tz", "Asia/Tokyo", "--as-of", "-1h")
        #expect(drill == ["count\t0\tis:any\tdesk ls --tz Asia/Tokyo --as-of 2026-03-02T17:12:00+09:00 'is:any'"])
        let plain = try lines(desk, "--rows", "status", "--drill", "all", "--as-of", "2026-03-02")
        #expect(plain.first?.hasSuffix("desk ls --as-of 2026-03-02 'is:any'") == true, "\(plain)")
    }
}
