import Foundation
import Storage
import Testing

/// What is told as stored is stored, whatever becomes of the desk's file while somebody writes.
struct MovedDeskTests {
    private let desk: TestDesk
    private let home: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
        desk = try TestDesk(environment: ["HOME": home.path])
        try desk.run("new", "first", "-m", "x")
    }

    /// Says a verb with an editor that first does something to the desk, and then writes.
    private func written(
        _ verb: String, after context: String, other: TestDesk? = nil
    ) throws -> DeskProcess.Result {
        try desk.write(Array("\(context)\nprintf 'typed text' >\"$1\"\n".utf8), to: "editor")
        return try desk.shell(
            "exec \"$DESK\" --db \"$DB\" \(verb) -e",
            environment: [
                "EDITOR": "sh '\(desk.folder.path)/editor'", "DB": desk.path, "OTHER": other?.path ?? "",
                "FOLDER": desk.folder.path + "/.desk",
            ])
    }

    private func expectKept(_ result: DeskProcess.Result) throws {
        #expect(result.ending == .exit(1), "\(result.text)\(result.errorText)")
        #expect(result.text == "")
        #expect(result.errorText.contains("text kept: desk draft resume d1"), "\(result.errorText)")
        #expect(try desk.run("draft", "show", "d1").text == "typed text\n")
    }

    static let verbs = ["reply 1", "note 1", "new", "receive 1", "resolve 1", "message edit 1.m1"]

    @Test(
        arguments: verbs, ["rm -rf \"$FOLDER\"", "rm -f \"$DB\" \"$DB-wal\" \"$DB-shm\"", "mv \"$DB\" \"$DB.moved\""])
    func `safety 2: a desk that is gone while somebody writes stores nothing and keeps the draft`(
        verb: String, context: String
    ) throws {
        let result = try written(verb, after: context)
        try expectKept(result)
        #expect(result.errorText.contains("was moved, removed or replaced meanwhile"))
    }

    @Test(arguments: [
        "cp \"$OTHER\" \"$DB.new\"; rm -f \"$DB-wal\" \"$DB-shm\"; mv \"$DB.new\" \"$DB\"",
        "cp \"$OTHER\" \"$DB.new\"; mv \"$DB.new\" \"$DB\"",
    ])
    func `safety 2: a desk that is replaced while somebody writes gets nothing of it and stays whole`(
        context: String
    ) throws {
        let other = try TestDesk()
        try other.run("new", "of the other desk")
        try expectKept(try written("reply 1", after: context, other: other))
        #expect(try desk.count() == 1)
        #expect(try desk.run("ls").text.contains("of the other desk"))
    }

    @Test func `safety 2: a log that was left beside another desk is not written into it`() throws {
        let other = try TestDesk()
        try other.run("new", "of the other desk")
        // A connection of somebody else keeps the log.
        let reader = try SQLiteDatabase.openForReading(desk.path, timeoutSeconds: 1)
        try reader.read { _ in _ = try desk.run("new", "into the log") }
        let result = try written("reply 1", after: "cp \"$OTHER\" \"$DB.new\"; mv \"$DB.new\" \"$DB\"", other: other)
        try expectKept(result)
        try reader.close()
        try desk.shell("rm -f \"$DB-wal\" \"$DB-shm\"", environment: ["DB": desk.path])
        #expect(try desk.count() == 1)
    }

    @Test func `safety 2: nonsense in the place of the desk is told, and the draft kept`() throws {
        try expectKept(try written("reply 1", after: "head -c 100000 /dev/urandom >\"$DB\""))
    }

    @Test func `safety 2: a desk that stays where it is gets the text`() throws {
        for (index, verb) in Self.verbs.enumerated() where !verb.hasPrefix("resolve") {
            let result = try written(verb, after: ":")
            #expect(result.ending == .exit(0), "\(verb): \(result.errorText)")
            #expect(try desk.run("export").text.contains("typed text"), "\(index)")
        }
    }

    @Test func `safety 2: nobody keeps the desk open while a person writes`() throws {
        // Every process that has the file open would be told by its lock.
        let result = try written("reply 1", after: "ls \"$DB-wal\" \"$DB-shm\" 2>/dev/null && exit 9 || :")
        #expect(result.ending == .exit(0), "\(result.errorText)")
    }

    @Test func `safety 2: a desk that is moved under an open connection takes no change`() throws {
        let database = try SQLiteDatabase.openForWriting(desk.path, timeoutSeconds: 1)
        try FileManager.default.moveItem(atPath: desk.path, toPath: desk.path + ".moved")
        #expect(throws: StorageError.moved(path: desk.path)) {
            try database.write { try $0.run("UPDATE counter SET last = last + 1 WHERE name = 'change'") }
        }
    }
}
