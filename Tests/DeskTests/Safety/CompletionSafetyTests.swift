import Foundation
import Testing
@testable import Presentation

@testable import Desk

/// Names come out of files that strangers wrote, and TAB hands them to a shell.
struct CompletionSafetyTests {
    /// One for each character that means something to a shell, each with a beginning of its own.
    static let names = [
        "n01$(touch${IFS}PWNED)", "n02`touch${IFS}PWNED`", "n03;touch PWNED", "n04|touch PWNED", "n05&touch PWNED&",
        "n06>PWNED", "n07<(touch PWNED)", "n08${x:=y}", "n09'q'", "n10\"q\"", "n11\\b", "n12*", "n13?[a-z]", "n14{a,b}",
        "n15!x", "n16#x", "n17~x", "n18 x y", "n19%x", "n20^x", "n21=x", "n22(x)", "n23$x", "n24$((1+1))", "n25a:b",
        "n26$'\\x41'", "n27~/x", "n28 'a' $HOME", "n29[$(touch${IFS}PWNED)]", "n30${HOME@P}",
    ]

    private static func isThere(_ program: String) -> Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// Made once: it takes longer than all else here.
    private static let bashScript = Result {
        try TestDesk(isMade: false).shell("exec \"$DESK\" completion bash").text
    }

    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
        try desk.shell("mkdir bin; ln -s \"$DESK\" bin/desk")
        try desk.write(Array(try Self.bashScript.get().utf8), to: "desk.bash")
    }

    private func fill() throws {
        let words = Self.names.flatMap { ["--tag", $0] }.map(ShellWord.quoted).joined(separator: " ")
        try #require(try desk.shell("\"$DESK\" new 'has all' \(words)").ending == .exit(0))
    }

    /// Types a command for each name up to its third letter, TAB and ENTER, and ends the shell.
    private func completeTags(in shell: String, _ arguments: [String]) throws {
        try fill()
        let typed = Self.names.map { "desk new t\($0.prefix(3)) --no-triage --tag \($0.prefix(3))\t\n" }.joined()
        let path = desk.folder.path + "/bin:/usr/bin:/bin"
        // A shell wants a terminal that is its own.
        let result = try desk.onTerminal(
            program: "/usr/bin/setsid", ["-c", "-w", shell] + arguments, typing: typed + "exit\n",
            environment: ["PATH": path, "TERM": "dumb", "ZDOTDIR": desk.folder.path, "LANG": "C.UTF-8"])
        #expect(result.ending == .exit(0), "\(result.screen)")
        try expectTags(result.screen)
    }

    /// Each ticket got the name as it is, and nothing ran that stood in one.
    private func expectTags(_ screen: String) throws {
        let export = try desk.run("export", "--format", "json").text
        for name in Self.names {
            let tickets = try desk.run("ls", "t" + name.prefix(3), "--format", "count").text
            #expect(tickets == "1\n", "\(name): \(screen)")
        }
        #expect(try desk.run("ls", "-tag:none", "--format", "count").text == "\(Self.names.count + 1)\n")
        // As many tags as names: a name that came back changed would be another.
        let tags = try desk.run("tag", "list", "--format", "ids").text.split(separator: "\n").map { String($0) }
        #expect(Set(tags) == Set(Self.names), "\(export)")
        try expectNothingRan()
    }

    private func expectNothingRan() throws {
        let found = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        #expect(!found.contains { $0.contains("PWNED") }, "\(found)")
    }

    @Test func `safety 1: completion runs nothing that a name holds, in bash`() throws {
        try desk.write(Array("source desk.bash; PS1='> '; set +H\n".utf8), to: "rc")
        try completeTags(in: "/bin/bash", ["--noprofile", "--rcfile", "rc", "-i"])
    }

    @Test(.enabled(if: isThere("/usr/bin/zsh"), "zsh is not installed: make deps"))
    func `safety 1: completion runs nothing that a name holds, in zsh`() throws {
        let settings = """
            fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D; PS1='> '; unsetopt banghist
            zstyle ':completion:*' insert-tab false

            """
        try desk.write(Array(settings.utf8), to: ".zshrc")
        try desk.shell("\"$DESK\" completion zsh >_desk")
        try completeTags(in: "/usr/bin/zsh", ["-i"])
    }

    @Test(.enabled(if: isThere("/usr/bin/fish"), "fish is not installed: make deps"))
    func `safety 1: completion runs nothing that a name holds, in fish`() throws {
        try desk.shell("\"$DESK\" completion fish >desk.fish")
        try completeTags(in: "/usr/bin/fish", ["--no-config", "-C", "source desk.fish"])
    }

    /// What bash would offer for a line, without a person.
    private func offers(_ words: [String]) throws -> Set<String> {
        let list = words.map(ShellWord.quoted).joined(separator: " ")
        let script = """
            source desk.bash; COMP_WORDS=(desk \(list)); COMP_CWORD=\(words.count)
            COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
            _desk desk "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; printf '%s\\n' "${COMPREPLY[@]}"
            """
        try desk.write(Array(script.utf8), to: "offers.sh")
        let result = try desk.shell("PATH=$PWD/bin:$PATH exec bash offers.sh")
        #expect(result.errorText == "")
        return Set(result.text.split(separator: "\n").map { String($0) })
    }

    @Test(arguments: [
        (["agent", "add"], ["ls", "--as", "n"]), (["team", "add"], ["new", "t", "--team", "n"]),
        (["cause", "new"], ["resolve", "1", "--cause", "n"]), (["category", "add"], ["new", "t", "-c", "n"]),
    ])
    func `safety 1: every kind of name is offered as it is`(making: [String], typing: [String]) throws {
        // What takes categories apart is no part of a name.
        let names = Self.names.filter { $0.allSatisfy { !"/|｜>".contains($0) } }
        let command = making.joined(separator: " ")
        let script = names.map { "\"$DESK\" \(command) \(ShellWord.quoted($0)) -q" }.joined(separator: "\n")
        try #require(try desk.shell("set -e\n\"$DESK\" new one -q\n" + script).ending == .exit(0))
        let found = try offers(typing)
        #expect(found.isSuperset(of: names.map { BashWord.quoted($0) }), "\(found)")
        try expectNothingRan()
    }

    @Test func `safety 1: views, values of queries and the titles beside numbers run nothing`() throws {
        let hostile = "n$(touch${IFS}PWNED)`touch PWNED`"
        try desk.run("view", "save", hostile, "is:any")
        try desk.run("new", hostile, "--tag", hostile, "--customer", hostile)
        try desk.run("new", hostile + "2")
        for line in [["ls", "@n"], ["ls", "tag", ":", "n"], ["ls", "customer", ":", "n"], ["show", ""]] {
            #expect(try !offers(line).isEmpty, "\(line)")
        }
        #expect(try offers(["show", ""]).allSatisfy { $0.allSatisfy { !"$`()".contains($0) } })
        try expectNothingRan()
    }

    @Test func `safety 1: a category of an imported file runs nothing`() throws {
        let file = "# 工单\n\n## 问题一：打不开\n\n**分类**: CDN$(touch${IFS}PWNED)\n\n客户：打不开\n客服：好了\n"
        try desk.write(Array(file.utf8), to: "a.md")
        try desk.run("import", "-q", "a.md")
        #expect(try offers(["new", "t", "-c", ""]) == ["CDN\\$\\(touch\\$\\{IFS\\}PWNED\\)"])
        try expectNothingRan()
    }

    @Test func `safety 1: the script hands nothing that the desk offers to compgen`() throws {
        let script = String(decoding: try desk.read("desk.bash"), as: UTF8.self)
        #expect(!script.contains("-W \"$("))
        #expect(script.contains("__desk_offer ---completion"))
    }
}
