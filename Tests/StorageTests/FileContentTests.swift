import Storage
import Testing
import Workflow

@testable import Storage

/// Whole files are kept byte for byte, whatever their size; large ones are written in pieces.
struct FileContentTests {
    @Test(arguments: [0, 1, 1 << 20, (1 << 20) + 1, 3 << 20, (3 << 20) + 17])
    func `a file comes out as it went in, also when it is kept twice`(size: Int) throws {
        let store = try Store.inMemory()
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9) }
        let hash = [UInt8](repeating: 7, count: 32)
        for table in [ContentTable.sourceContent, .attachmentContent] {
            for _ in 1...2 {
                try store.database.write { try $0.insert(bytes, into: table, sha256: hash) }
            }
            let found = try store.read { db in
                try db.rows("SELECT content FROM \(table.rawValue)").map { try $0.blob(0) }
            }
            #expect(found == [bytes])
        }
    }

    @Test func `a large file whose transaction fails leaves nothing`() throws {
        let store = try Store.inMemory()
        #expect(throws: StorageError.diskFull) {
            try store.database.write { db in
                let hash = [UInt8](repeating: 7, count: 32)
                try db.insert([UInt8](repeating: 1, count: 2 << 20), into: .sourceContent, sha256: hash)
                throw StorageError.diskFull
            }
        }
        #expect(try store.read { try $0.rows("SELECT 1 FROM source_content").isEmpty })
    }
}
