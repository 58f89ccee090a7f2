import Foundation
import Testing

@testable import Files
@testable import Import

/// What a folder holds beside files that are read.
@Suite struct FilePathsTests {
    private static func folder(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.path + "/desk-paths-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer {
            chmod(path + "/locked", 0o700)
            try? FileManager.default.removeItem(atPath: path)  // what a test leaves is swept by the system
        }
        try body(path)
    }

    @Test func `files of other endings are counted, pipes are passed over`() throws {
        try Self.folder { path in
            for name in ["b.md", "a.txt", "c.CSV", "d.tsv", "x.png", "y.png", "z"] {
                try FileBytes.write([0x61], to: path + "/" + name)
            }
            #expect(mkfifo(path + "/pipe.md", 0o600) == 0)
            let found = try FilePaths.find(path)
            #expect(found.files.map { FilePaths.baseName($0.path) } == ["a.txt", "b.md", "c.CSV", "d.tsv"])
            #expect(found.passedOver == [".png": 2, "": 1] && found.special == 1)
        }
    }

    @Test func `a name that is no text is found, and its file read`() throws {
        try Self.folder { path in
            let name: [UInt8] = [0x63, 0x61, 0x66, 0xE9, 0x2E, 0x6D, 0x64]
            let raw = RawPath(path).appending(name)
            let descriptor = raw.withCPath { open($0, O_CREAT | O_WRONLY, 0o600) }
            #expect(descriptor >= 0)
            close(descriptor)
            let found = try FilePaths.find(path)
            #expect(found.files.map { FilePaths.baseName($0.path) } == ["caf\u{FFFD}.md"])
            #expect(try FileBytes.read(found.files[0].rawPath) == [])
        }
    }

    @Test(.enabled(if: getuid() != 0, "the superuser may read every folder"))
    func `a folder that cannot be read costs only itself`() throws {
        try Self.folder { path in
            try FileBytes.write([0x61], to: path + "/a.md")
            try FileBytes.makeFolder(path + "/locked")
            chmod(path + "/locked", 0)
            let found = try FilePaths.find(path)
            #expect(found.files.count == 1 && found.unreadable.count == 1)
        }
    }
}
