import Testing
import Workflow
@testable import Presentation

@testable import Desk

struct RenderingTests {
    @Test func `a table shows times, unknown values and the limit to people`() {
        #expect(
            text(.table, terminal: screen)
                == """
                is:open      2 of 9
                  ID  CREATED           OPEN  TAGS  TITLE
                1042  2026-03-02 09:12  yes   a, b  "证书", =1
                   7  soon              no    —     \u{FFFD}⏎|
                2 of 9 shown — --limit 0 for all

                """.replacing("is:open      ", with: "is:open" + String(repeating: " ", count: 33)))
    }

    @Test func `tab-separated values lose nothing and keep a record a line`() {
        #expect(
            text(.tsv) == """
                number\tcreated\tisOpen\ttags\ttitle
                1042\t2026-03-02T09:12:00+08:00\ttrue\ta,b\t"证书", =1
                7\t\tfalse\t\t\\x1b\\n|

                """)
    }

    @Test func `IM-11 CSV quotes, keeps numbers and disarms formulas`() throws {
        #expect(
            text(.csv)
                == "\u{FEFF}number,created,isOpen,tags,title\r\n"
                + "1042,2026-03-02T09:12:00+08:00,true,\"a,b\",\"\"\"证书\"\", =1\"\r\n"
                + "7,,false,,\"\u{1B}\n|\"\r\n")
        let fields = [field("n", .number), field("t", .text)]
        let entries = ["=1", "+1", "-1", "@x", "\t1", "\r1", "1"].map { [RowEntry(.number(-1)), RowEntry(.text($0))] }
        let rows = Rows(Document("x", 1, "", []), fields: fields, entries: entries)
        #expect(
            String(decoding: rendering(.csv, hasHeader: false).bytes(of: rows), as: UTF8.self)
                == "\u{FEFF}-1,'=1\r\n-1,'+1\r\n-1,'-1\r\n-1,'@x\r\n-1,'\t1\r\n-1,\"'\r1\"\r\n-1,1\r\n")
    }

    @Test func `CL-03 the JSON envelope has its keys in order`() {
        #expect(
            text(.json)
                == #"{"schema":"desk.tickets/2","query":"is:open","asOf":null,"total":9,"returned":2,"truncated":true,"#
                + #""items":[{"number":1042,"created":"2026-03-02T09:12:00+08:00","isOpen":true,"tags":["a","b"],"#
                + #""title":"\"证书\", =1"},{"number":7,"created":null,"isOpen":false,"tags":[],"title":"\u001b\n|"}]}"#
                + "\n")
    }

    @Test func `CL-03 an empty list is valid in every format`() {
        let rows = Rows(.tickets, fields: [field("number", .number)], entries: [])
        let texts = Format.allCases.map { String(decoding: rendering($0).bytes(of: rows), as: UTF8.self) }
        let json =
            #"{"schema":"desk.tickets/2","query":null,"asOf":null,"total":0,"returned":0,"truncated":false,"items":[]}"#
        #expect(
            texts == [
                "nothing found\n", "number\n", "\u{FEFF}number\r\n", json + "\n", "", "| NUMBER |\n| --- |\n", "", "",
                "", "0\n",
            ])
    }

    @Test func `JSON lines carry the schema in each line`() throws {
        let rows = try self.rows.selecting(["number"])
        #expect(
            String(decoding: rendering(.jsonl).bytes(of: rows), as: UTF8.self)
                == #"{"schema":"desk.tickets/2","number":1042}"# + "\n" + #"{"schema":"desk.tickets/2","number":7}"#
                + "\n")
    }

    @Test func `Markdown keeps a row in its line`() throws {
        let rows = try self.rows.selecting(["title", "number"])
        #expect(
            String(decoding: rendering(.md).bytes(of: rows), as: UTF8.self) == """
                | TITLE | ID |
                | --- | --: |
                | "证书", =1 | 1042 |
                | \u{1B}<br>\\| | 7 |

                """)
    }

    @Test func `ids are bare numbers whatever the fields, and count is that of all`() throws {
        let rows = try self.rows.selecting(["title"])
        #expect(String(decoding: rendering(.ids).bytes(of: rows), as: UTF8.self) == "1042\n7\n")
        #expect(text(.count) == "9\n")
    }

    @Test func `an unknown field names the nearest one`() {
        #expect(throws: FieldError.unknown("titel", nearest: "title")) { try rows.selecting(["number", "titel"]) }
        #expect(throws: FieldError.unknown("creat", nearest: "created")) { try rows.selecting(["creat"]) }
        #expect(throws: FieldError.unknown("zebra", nearest: nil)) { try rows.selecting(["zebra"]) }
    }

    @Test func `the fields are listed with their kinds`() {
        let list = rows.fieldList(words: .english)
        #expect(
            String(decoding: rendering(.tsv).bytes(of: list), as: UTF8.self).hasPrefix("field\tkind\nnumber\tnumber\n"))
    }

    @Test func `a header can be left out, and CSV always begins with a byte order mark`() throws {
        let rows = try self.rows.selecting(["number"])
        #expect(rendering(.tsv, hasHeader: false).bytes(of: rows) == Array("1042\n7\n".utf8))
        #expect(rendering(.csv).bytes(of: rows) == Array("\u{FEFF}number\r\n1042\r\n7\r\n".utf8))
    }

    @Test func `CL-04 a terminal is not given control characters in any format`() {
        for format in Format.allCases {
            #expect(!rendering(format, terminal: screen).bytes(of: rows).contains(0x1B))
        }
    }

    private let screen = Terminal(isTerminal: true, columns: 80, rows: 24, usesColour: false)

    private var rows: Rows {
        Rows(
            .tickets, query: "is:open", total: 9,
            fields: [
                field("number", .number, heading: "ID", alignment: .right), field("created", .time),
                field("isOpen", .truth, heading: "OPEN"), field("tags", .list), field("title", .text),
            ],
            entries: [
                [
                    RowEntry(.number(1042)), RowEntry(.time(1_772_413_920_000)), RowEntry(.truth(true)),
                    RowEntry(.list(["a", "b"])), RowEntry(.text("\"证书\", =1")),
                ],
                [
                    RowEntry(.number(7)), RowEntry(.null, shown: "soon"), RowEntry(.truth(false)), RowEntry(.list([])),
                    RowEntry(.text("\u{1B}\n|")),
                ],
            ])
    }

    private func field(
        _ name: String, _ kind: RowField.Kind, heading: String? = nil, alignment: Alignment = .left
    ) -> RowField {
        RowField(name, kind, column: Column(heading: heading ?? name.uppercased(), alignment: alignment))
    }

    private func rendering(_ format: Format, terminal: Terminal = .pipe, hasHeader: Bool = true) -> Rendering {
        let zone = TimeZoneRules.fixed(named: "+08:00") ?? .utc
        return Rendering(format: format, terminal: terminal, zone: zone, words: .english, hasHeader: hasHeader)
    }

    private func text(_ format: Format, terminal: Terminal = .pipe) -> String {
        String(decoding: rendering(format, terminal: terminal).bytes(of: rows), as: UTF8.self)
    }
}
