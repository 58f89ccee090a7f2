import Foundation
import Testing

@testable import Desk

/// The scripts and pages for other programs: they load, and say what there is.
struct ShellHelpTests {
    private static func isThere(_ program: String) -> Bool { FileManager.default.isExecutableFile(atPath: program) }

    @Test(arguments: [
        ("desk ", "init new ls import report"), ("desk imp", "import"), ("desk ls --f", "--fields --format"),
        ("desk report ", "category cause quality"), ("desk new --pri", "--prio --priority"),
        ("desk ls --format ", "table tsv csv json jsonl md ids count"), ("desk completion ", "bash zsh fish"),
    ])
    func `bash completes verbs, options and values`(line: String, wanted: String) throws {
        let desk = try TestDesk()
        let script = """
            desk() { "$DESK" "$@"; }; set -u; source ./script; COMP_LINE="$1"; COMP_POINT=${#1}; read -ra COMP_WORDS <<<"$1"
            [[ $1 == *" " ]] && COMP_WORDS+=(""); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMPREPLY=(); set +u
            _desk desk "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; echo "${COMPREPLY[@]}"
            """
        try desk.write(Array(script.utf8), to: "complete.sh")
        let result = try desk.shell("\"$DESK\" completion bash >script && bash complete.sh '\(line)'")
        #expect(result.ending == .exit(0))
        #expect(result.errorText == "")
        let found = Set(result.text.split(whereSeparator: \.isWhitespace))
        #expect(found.isSuperset(of: wanted.split(separator: " ")), "\(result.text)")
    }

    // Bash takes a word apart at its colons, so here they stand alone.
    @Test(arguments: [
        ("desk show ", "1  证书到期"), ("desk take 2", "2"), ("desk new x -c CD", "CDN｜证书问题"), ("desk ls stat", "status:"),
        ("desk ls status : op", "open"), ("desk ls category : ", "CDN｜证书问题"), ("desk ls @m", "@mine"),
        ("desk edit 1 --assignee l", "li"), ("desk resolve 1 --cause 过", "过期"), ("desk ls tag : ", "急"),
    ])
    func `bash completes what the desk knows`(line: String, wanted: String) throws {
        let desk = try TestDesk()
        let script = """
            "$DESK" category add CDN/证书问题 >/dev/null
            "$DESK" new 证书到期 --tag 急 --quiet; "$DESK" new 上传失败 --quiet; "$DESK" view save mine assignee:me >/dev/null
            "$DESK" cause new 过期 >/dev/null; "$DESK" cause set 1 --cause 过期 >/dev/null; "$DESK" completion bash >script; desk() { "$DESK" "$@"; }
            source ./script; COMP_LINE="$1"; COMP_POINT=${#1}; read -ra COMP_WORDS <<<"$1"
            [[ $1 == *" " ]] && COMP_WORDS+=(""); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMPREPLY=()
            _desk desk "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; printf '%s\n' "${COMPREPLY[@]}"
            """
        try desk.write(Array(script.utf8), to: "complete.sh")
        let result = try desk.shell("bash complete.sh '\(line)'")
        #expect(result.errorText == "")
        #expect(result.text.split(separator: "\n").contains { $0 == wanted }, "\(result.text)")
    }

    @Test func `each shell is told what it can show`() {
        let offers = [Offer(word: "7", about: "a:b"), Offer(word: "x:y")]
        #expect(offers.lines(for: .zsh) == ["7:a:b", "x\\:y"])
        #expect(offers.lines(for: .fish) == ["7\ta:b", "x:y"])
        #expect(offers.lines(for: .bash(quote: nil)) == ["7  a:b", "x:y"])
        #expect([offers[0]].lines(for: .bash(quote: nil)) == ["7"])
        #expect(offers.lines(for: .other) == ["7", "x:y"])
    }

    @Test(.enabled(if: isThere("/usr/bin/zsh"))) func `zsh loads its script`() throws {
        let script = "fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -d dump; print $_comps[desk]"
        let result = try TestDesk().shell("\"$DESK\" completion zsh >_desk; zsh -f -c '\(script)'; zsh -n _desk")
        #expect(result.text == "_desk\n")
        #expect(result.errorText == "")
    }

    @Test(.enabled(if: isThere("/usr/bin/fish"))) func `fish loads its script`() throws {
        let script = "source desk.fish; complete -C \"desk rep\" | cut -f1 | sort"
        let result = try TestDesk().shell(
            "\"$DESK\" completion fish >desk.fish; PATH=\"${DESK%/*}:$PATH\" fish --no-config -c '\(script)'")
        #expect(result.text.split(separator: "\n").contains("report"), "\(result.errorText)")
        #expect(result.errorText == "")
    }

    @Test(.enabled(if: isThere("/usr/bin/man"))) func `man shows the page without a warning`() throws {
        let result = try TestDesk().shell(
            "\"$DESK\" manual >desk.1; LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l desk.1 | cat")
        #expect(result.errorText == "")
        #expect(result.text.contains("DESK REPORT CATEGORY"))
    }

    @Test func `help tells the options of the command before those of all`() {
        let text = "OVERVIEW: x\n\nEVERYWHERE:\n  --db\n\nOPTIONS:\n  --fix\n\n\n"
        #expect(HelpText(text).text == "OVERVIEW: x\n\nOPTIONS:\n  --fix\n\nEVERYWHERE:\n  --db\n")
        #expect(HelpText("0.1.0").text == "0.1.0\n")
    }
}
