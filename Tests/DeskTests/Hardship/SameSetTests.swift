import Foundation
import Testing

@testable import Desk

/// SE-04: what is listed is what is changed, however it is asked.
struct SameSetTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
        try desk.run("import", "-q", TestDesk.demo)
        try desk.run("edit", "1-9", "-p", "high", "--tag", "+急")
        try desk.run("take", "11-14")
        try desk.run("new", "证书到期", "-m", "请处理")
        try desk.run("reopen", "1-5")
        try desk.run("take", "1-3")
        try desk.run("note", "2", "-m", "看")
        try desk.run("rm", "7")
        try desk.run("view", "save", "alle", "is:any prio:high")
        try desk.run("view", "save", "急", "tag:急")
    }

    private static let pieces = [
        "status:open", "is:any", "is:open", "is:deleted", "category:CDN", "-category:CDN", "prio>=high",
        "assignee:none", "assignee:me", "证书", "-tag:急", "tag:急", "msgs:>3", "created:none", "was:status=resolved",
        "id:1-20", "has:note", "-has:cause", "@alle", "@急", "(prio:high OR 证书)", "reopens:1", "is:unread",
        "sort:id", "1-40",
    ]

    @Test(arguments: 1...6)
    func `SE-04 a bulk change touches exactly what the same query lists`(seed: UInt64) throws {
        var state = seed
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
        for _ in 0..<4 {
            let query = (0...next(3)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined(separator: " ")
            let listed = try desk.run("ls", query, "--format", "ids", "--limit", "0")
            let changed = try desk.run("edit", "--query", query, "-p", "low", "-n", "--json")
            let numbers = listed.text.split(separator: "\n").compactMap { Int($0) }
            guard listed.ending == .exit(0) else {
                #expect(changed.ending == listed.ending, "\(query)")
                continue
            }
            // What lies in the trash is listed when asked for, and restored before it is changed.
            guard !query.contains("is:deleted") else { continue }
            let json = try JSONSerialization.jsonObject(with: Data(changed.output)) as? [String: Any]
            let found = (json?["changed"] as? [[String: Any]])?.compactMap { $0["number"] as? Int }
            #expect(found == numbers, "\(query): \(changed.errorText)")
        }
    }

    @Test(arguments: [
        (["-s", "open"], "status:open"), (["-c", "CDN", "-s", "open,new"], "category:CDN status:open,new"),
        (["-a", "me"], "assignee:me"), (["-a", "none"], "assignee:none"), (["--mine"], "assignee:me"),
        (["--unassigned"], "assignee:none"), (["-p", "重要"], "priority:重要"), (["-t", "急"], "tag:急"),
        (["--view", "alle"], "@alle"), (["-t", "急", "证书"], "证书 tag:急"), (["--view", "急"], "@急"),
    ])
    func `SE-04 an option of ls finds what the term finds for which it stands`(
        options: [String], query: String
    ) throws {
        func ids(_ arguments: [String]) throws -> String {
            let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
            let result = try desk.shell("exec \"$DESK\" ls \(quoted) --format ids")
            #expect(result.ending == .exit(0), "\(result.errorText)")
            return result.text
        }
        #expect(try ids(options) == ids([query]))
    }

    @Test func `SE-04 the default scope is printed, and a view may set its own`() throws {
        func query(_ text: String) throws -> String? {
            let json = try JSONSerialization.jsonObject(with: Data(try desk.run("ls", text, "--json").output))
            return (json as? [String: Any])?["query"] as? String
        }
        #expect(try query("证书") == "is:open 证书")
        #expect(try query("@急") == "is:open @急")
        #expect(try query("@alle") == "@alle")
    }
}
