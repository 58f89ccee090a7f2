import Foundation
import Testing

/// Texts that reach the wrong eyes, or nobody's: what agents have met, and what is right here.
struct AgentTextCasesTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        for title in ["a", "b", "c"] { #expect(try desk.run("new", title, "-q").ending == .exit(0)) }
        return desk
    }

    @Test(arguments: [
        ("reply 3 -m -", "show 3"), ("note 3 --message -", "show 3"), ("reply 3 -m=-", "show 3"),
        ("receive 3 -m -", "show 3"), ("edit 3 --title -", "show 3"), ("new 新单 -m -", "show 4"),
        ("resolve 3 --resolution fixed -m -", "show 3"), ("hold 3 --until 2bd --reason -", "history 3"),
        ("canned new hello -m -", "canned show hello"), ("problem new P --workaround -", "problem show P1"),
    ])
    func `agents 1: a dash as a text is standard input`(line: String, look: String) throws {
        let desk = try desk()
        let result = try desk.shell("printf '您好，-请看\\n\\n' | $DESK \(line)")
        #expect(result.ending == .exit(0), "\(result.text)\(result.errorText)")
        let shown = try desk.shell("$DESK \(look)").text
        #expect(shown.contains("您好，-请看"), "\(shown)")
    }

    @Test func `agents 1: standard input is read for one thing only`() throws {
        let desk = try desk()
        for line in ["reply - -m -", "edit 1 --title - --reason -", "new -F - --title -"] {
            let result = try desk.shell("echo 1 | $DESK \(line)")
            #expect(result.ending == .exit(64), "\(line) \(result.text)")
        }
        #expect(try desk.run("log", "--format", "count").text == "3\n")
        // A dash that is a text by itself, behind two, is one.
        #expect(try desk.shell("$DESK new -- -").ending == .exit(0))
    }

    @Test(arguments: [
        "hello {{customer.name}}", "您好 [客户姓名]", "TODO: check", "@张三 请看一下", "请@li 处理", "尊敬的【请填写称呼】",
        "Dear <customer name>",
        "Hello [YOUR_NAME]", "结论待补充", "第一行\n\n  FIXME\n", "cc @老手 二线",
    ])
    func `agents 2: what looks unfinished does not go out`(text: String) throws {
        let desk = try desk()
        #expect(try desk.run("agent", "add", "老手").ending == .exit(0))
        for line in [["reply", "2"], ["resolve", "2", "--resolution", "fixed"]] {
            let result = try desk.run(words: [line[0], line[1], "-m", text, "-y"] + line.dropFirst(2))
            #expect(result.ending == .exit(6), "\(text): \(result.text)")
        }
        #expect(try desk.run("show", "2").text.contains("new"))
        // Agents may write so to one another, and whoever means it says so.
        #expect(try desk.run("note", "2", "-m", text).ending == .exit(0))
        #expect(try desk.run("reply", "2", "-m", text, "--force").ending == .exit(0))
        #expect(try desk.run("message", "edit", "2.m2", "-m", text + " x").ending == .exit(6))
        #expect(try desk.run("message", "edit", "2.m2", "-m", text + " x", "--force").ending == .exit(0))
        #expect(try desk.run("config", "set", "reply.guard", "off").ending == .exit(0))
        #expect(try desk.run("reply", "2", "-m", text).ending == .exit(0))
    }

    @Test func `agents 2: the refusal names what it found, and a draft keeps the text`() throws {
        let desk = try desk()
        let result = try desk.run("reply", "2", "-m", "您好 [客户姓名]，{{code}} TODO")
        for piece in ["[客户姓名]", "{{code}}", "TODO", "--force"] { #expect(result.errorText.contains(piece)) }
        #expect(result.errorText.contains("draft"))
        #expect(try desk.run("log", "--format", "count").text == "3\n")
    }

    @Test(arguments: [
        "主机记录填写@，解析到 1.1.1.1", "主机记录@即可", "mail li@example.com", "见 [控制台](https://x.example/a)", "[图片]",
        "`{{ value }}` 是模板",
        "```\n{{ .Values.host }} TODO\n```", "在[域名管理]页面点击【添加域名】", "TODOS.md 文件", "arr[0] < b > c",
        "{\"a\": {\"b\": 1}}", "cosAPI://<bucket>",
    ])
    func `agents 2: what is written in earnest goes out`(text: String) throws {
        let result = try desk().run("reply", "2", "-m", text)
        #expect(result.ending == .exit(0), "\(result.errorText)")
    }

    @Test func `agents 2: rules and macros do not say it either`() throws {
        let desk = try desk()
        #expect(try desk.run("macro", "new", "m", "--do", "reply 您好 [客户姓名]").ending == .exit(6))
        #expect(try desk.run("macro", "new", "n", "--do", "reply 您好 {{customer.name|客户}}").ending == .exit(0))
        #expect(try desk.run("macro", "run", "n", "2").ending == .exit(0))
    }

    @Test func `agents 3: nobody sends half a text by resuming it unseen`() throws {
        let desk = try desk()
        #expect(try desk.run("reply", "99", "-m", "半句").ending == .exit(1))
        #expect(try desk.run("note", "2", "-m", "x").ending == .exit(0))
        let blind = try desk.run("draft", "resume", "d1")
        #expect(blind.ending == .exit(64) && blind.errorText.contains("--yes"), "\(blind.text)\(blind.errorText)")
        #expect(try desk.run("draft", "list", "--format", "count").text == "1\n")
    }

    @Test func `agents 4: what was said to a number goes back with it`() throws {
        let desk = try desk()
        func run(_ line: String) throws -> DeskProcess.Result { try desk.shell("$DESK \(line)") }
        #expect(try run("edit 1 --customer 王女士 && $DESK edit 2 --customer 李先生").ending == .exit(0))
        #expect(try run("merge 1 --into 2 --force -y && $DESK merge 2 --into 3 --force -y").ending == .exit(0))
        #expect(try run("receive 1 -m 'said to one' && $DESK note 2 -m 'said to two'").ending == .exit(0))
        #expect(try run("note 3 -m 'said to three' && $DESK reply 1 -m 'answer to one'").ending == .exit(0))
        let before = try run("show 3").text
        for text in ["said to one", "said to two", "said to three"] { #expect(before.contains(text)) }
        let unmerged = try run("unmerge 1")
        #expect(unmerged.text.contains("2 messages"), "\(unmerged.text)")
        let one = try run("show 1").text
        #expect(one.contains("said to one") && one.contains("answer to one") && !one.contains("said to two"))
        #expect(try !run("show 3").text.contains("said to one"))
        #expect(try run("unmerge 2").text.contains("1 message "))
        #expect(try run("show 2").text.contains("said to two"))
        #expect(try run("show 3").text.contains("said to three"))
        // Taking it back puts everything where it was; an undo of the merge itself does the same as unmerge.
        #expect(try run("undo -y && $DESK undo -y").ending == .exit(0))
        // The version goes on; all that was said stands where it stood.
        #expect(try run("show 3").text.drop { $0 != "\n" } == before.drop { $0 != "\n" })
        #expect(try run("doctor").ending == .exit(0))
    }

    @Test func `agents 4: an undone merge brings home what was said since`() throws {
        let desk = try desk()
        func run(_ line: String) throws -> DeskProcess.Result { try desk.shell("$DESK \(line)") }
        #expect(try run("merge 1 --into 2 -y && $DESK note 1 -m 'said to one' && $DESK undo 4 -y").ending == .exit(0))
        #expect(try run("show 1").text.contains("said to one"))
        #expect(try !run("show 2").text.contains("said to one"))
        #expect(try run("redo -y").ending == .exit(0))
        #expect(try run("show 2").text.contains("said to one"))
        #expect(try run("doctor").ending == .exit(0))
    }

    @Test(arguments: ["gb18030", "utf-16le", "utf-16be", "utf-8", "utf-8 with a mark", "utf-16"])
    func `agents 5: a text is read in the encoding that it is in`(encoding: String) throws {
        let desk = try desk()
        let text = "证书明天到期，请处理。镕𠮷\n第二行\n"
        let bytes: [UInt8] =
            switch encoding {
            case "utf-8": Array(text.utf8)
            case "utf-8 with a mark": [0xEF, 0xBB, 0xBF] + text.utf8
            case "utf-16le":
                ("A log of the console, as a Windows program saved it\n" + text).utf16.flatMap {
                    [UInt8($0 & 255), UInt8($0 >> 8)]
                }
            case "utf-16be":
                ("A log of the console, as a Windows program saved it\n" + text).utf16.flatMap {
                    [UInt8($0 >> 8), UInt8($0 & 255)]
                }
            case "utf-16": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            default:
                [0xD6, 0xA4, 0xCA, 0xE9, 0xC3, 0xF7, 0xCC, 0xEC, 0xB5, 0xBD, 0xC6, 0xDA, 0xA3, 0xAC, 0xC7, 0xEB]
                    as [UInt8]
            }
        try desk.write(bytes, to: "text")
        let result = try desk.run("note", "2", "-F", "text")
        #expect(result.ending == .exit(0), "\(result.errorText)")
        let shown = try desk.run("show", "2", "--json").text
        #expect(shown.contains("证书明天到期，请"), "\(shown)")
        #expect(result.errorText.contains(encoding) != encoding.hasPrefix("utf-8"))
    }

    @Test func `agents 5: what is no text is refused with the way to convert it`() throws {
        let desk = try desk()
        try desk.write([0xFF, 0x80, 0x81, 0x20, 0xFE, 0x00, 0x99], to: "text")
        let result = try desk.run("note", "2", "-F", "text")
        #expect(result.ending == .exit(1) && result.errorText.contains("iconv"), "\(result.errorText)")
    }
}
