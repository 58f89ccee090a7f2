import Foundation
import Storage
import Testing

/// Who can read what the desk writes: its owner, unless the owner has said otherwise.
struct RightsSafetyTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk(isMade: false) }

    private func modes(_ names: String) throws -> String {
        try desk.shell("stat -c '%a %n' \(names)").text
    }

    @Test func `safety 7: a new desk is its owner's alone, with its folder, log and lock`() throws {
        // However generous the person is with other files.
        #expect(try desk.shell("umask 000; exec \"$DESK\" init -q sub/deep").ending == .exit(0))
        let folder = "sub/deep/.desk"
        let database = try SQLiteDatabase.openForWriting(desk.folder.path + "/\(folder)/desk.sqlite", timeoutSeconds: 1)
        let found = try database.write { db in
            try db.run("UPDATE counter SET last = last WHERE name = 'change'")
            return try modes("sub sub/deep \(folder) \(folder)/desk.sqlite*")
        }
        #expect(
            found == """
                700 sub
                700 sub/deep
                700 sub/deep/.desk
                600 sub/deep/.desk/desk.sqlite
                600 sub/deep/.desk/desk.sqlite-shm
                600 sub/deep/.desk/desk.sqlite-wal
                600 sub/deep/.desk/desk.sqlite.lock

                """)
    }

    @Test func `safety 7: a desk that is shared stays shared, and so do its log and a new lock`() throws {
        let script = """
            "$DESK" init -q; chmod 664 .desk/desk.sqlite; rm .desk/desk.sqlite.lock; "$DESK" new x -q
            """
        #expect(try desk.shell(script).ending == .exit(0))
        let database = try SQLiteDatabase.openForWriting(desk.path, timeoutSeconds: 1)
        let log = try database.write { db in
            try db.run("UPDATE counter SET last = last WHERE name = 'change'")
            return try modes(".desk/desk.sqlite .desk/desk.sqlite-wal")
        }
        #expect(log == "664 .desk/desk.sqlite\n664 .desk/desk.sqlite-wal\n")
        // The lock is made where a desk is opened that has to be migrated, or made.
        #expect(throws: StorageError.deskExists(path: desk.path)) {
            try SQLiteDatabase.create(desk.path, timeoutSeconds: 1) { _ in }
        }
        #expect(try modes(".desk/desk.sqlite.lock") == "664 .desk/desk.sqlite.lock\n")
    }

    @Test func `safety 7: what is written out is its writer's alone`() throws {
        let script = """
            umask 000; "$DESK" init -q; printf payload >f; "$DESK" new x --attach f -q
            "$DESK" export --out out/inner >/dev/null; "$DESK" export --format csv --out . >/dev/null
            "$DESK" report category --out report.tsv >/dev/null; "$DESK" attach get 1 f --out got >/dev/null
            "$DESK" config set language en >/dev/null
            """
        let result = try desk.shell(script)
        #expect(result.errorText == "")
        #expect(
            try modes("out out/inner out/inner/tickets.jsonl tickets.csv report.tsv got .config/desk/config") == """
                700 out
                700 out/inner
                600 out/inner/tickets.jsonl
                600 tickets.csv
                600 report.tsv
                600 got
                600 .config/desk/config

                """)
    }

    @Test(arguments: ["640", "664", "444"])
    func `safety 7: a file that has other rights keeps them`(mode: String) throws {
        let script = """
            "$DESK" init -q; "$DESK" new x -q; printf old >tickets.csv; chmod \(mode) tickets.csv
            "$DESK" export --format csv --out . >/dev/null
            """
        #expect(try desk.shell(script).ending == .exit(0))
        #expect(try modes("tickets.csv") == "\(mode) tickets.csv\n")
        #expect(try desk.read("tickets.csv").count > 3)
    }
}
