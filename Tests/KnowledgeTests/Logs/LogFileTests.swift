import Files
import Foundation
import Testing
import Workflow

@testable import Knowledge

/// A log in every disguise that logs come in, and what cannot be read.
struct LogFileTests {
    private static let text = """
        2026-03-02 08:01 上传失败 ERROR_UPLOAD_AUTH_FAILED
        2026-03-02 08:02 服务器主动断开连接 连接被拒绝
        2026-03-02 08:03 ok

        """
    private static let signatures = [
        SignatureDraft(kind: .identifier, segments: ["ERROR_UPLOAD_AUTH_FAILED"], entries: [0]),
        SignatureDraft(kind: .message, segments: ["服务器主动断开连接"], entries: [0]),
    ]

    private func found(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws -> (
        lines: [[Int]], remarks: [LogFile.Remark]
    ) {
        let path = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }  // a temporary file
        var file = LogFile(path, encoding: encoding)
        var matcher: LogMatcher?
        try file.read { block in
            block.withUnsafeBufferPointer { bytes in
                if matcher == nil { matcher = LogMatcher(Self.signatures, sample: bytes) }
                matcher?.feed(bytes)
            }
        }
        let matches = matcher?.finish() ?? LogMatches()
        return (Self.signatures.indices.map { matches.tallies[$0]?.first.map(\.number) ?? [] }, file.remarks)
    }

    private static func utf16(isBig: Bool) -> [UInt8] {
        text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    private static let gb18030: [UInt8] =
        [
            // The three lines, as GB18030 writes them.
            0x30, 0x38, 0x20, 0xC9, 0xCF, 0xB4, 0xAB, 0xCA, 0xA7, 0xB0, 0xDC, 0x20,
        ] + Array("ERROR_UPLOAD_AUTH_FAILED\n".utf8) + [
            0xB7, 0xFE, 0xCE, 0xF1, 0xC6, 0xF7, 0xD6, 0xF7, 0xB6, 0xAF, 0xB6, 0xCF, 0xBF, 0xAA, 0xC1, 0xAC, 0xBD, 0xD3,
            0x0A,
        ]

    static let disguises: [(name: String, bytes: [UInt8])] = [
        ("plain", Array(text.utf8)), ("BOM", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
        ("CRLF", Array(text.replacing("\n", with: "\r\n").utf8)), ("UTF-16 LE", [0xFF, 0xFE] + utf16(isBig: false)),
        ("UTF-16 BE", [0xFE, 0xFF] + utf16(isBig: true)), ("UTF-16 without a mark", utf16(isBig: false)),
        ("colours", Array(text.replacing("ERROR", with: "\u{1B}[31mERR\u{1B}[0mOR").utf8)),
        ("NUL", Array(text.replacing("主动", with: "主\u{0}动").utf8)),
        (
            "JSON",
            text.split(separator: "\n").flatMap {
                Array("{\"m\":\"".utf8)
                    + $0.unicodeScalars.flatMap { scalar in
                        scalar.value > 127
                            ? Array(String(format: "\\u%04x", scalar.value).utf8) : Array(String(scalar).utf8)
                    } + Array("\"}\n".utf8)
            }
        ),
        ("GB18030", gb18030),
    ]

    @Test(arguments: disguises.indices) func `a log says the same in every disguise`(place: Int) throws {
        let disguise = Self.disguises[place]
        #expect(try found(disguise.bytes).lines == [[1], [2]], "\(disguise.name)")
    }

    @Test func `gzip of several members is read, cut gzip as far as it goes`() throws {
        let packed = try Gzipped.bytes(Array(Self.text.utf8))
        #expect(try found(packed).lines == [[1], [2]])
        #expect(try found(packed + packed).lines == [[1, 4], [2, 5]])
        let cut = try found(Array((packed + packed).dropLast(12)))
        #expect(cut.remarks == [.cutGzip])
        #expect(cut.lines[0].first == 1)
    }

    @Test(arguments: [
        ([0x50, 0x4B, 0x03, 0x04] as [UInt8], "zip"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"),
        (Array("BZh9xx".utf8), "bzip2"),
    ])
    func `what is packed otherwise is refused by its name`(start: [UInt8], name: String) throws {
        do {
            _ = try found(start + [0, 0])
            Issue.record("\(name) was read")
        } catch FileError.packed(_, let packing) {
            #expect(packing == name)
        }
    }

    @Test func `an encoding may be said`() throws {
        #expect(TextEncoding(name: "GBK") == .gb18030 && TextEncoding(name: "utf16") == .utf16LittleEndian)
        #expect(TextEncoding(name: "latin9") == nil)
        #expect(try found(Self.gb18030, encoding: .gb18030).lines == [[1], [2]])
    }
}

/// What gzip itself writes.
private enum Gzipped {
    static func bytes(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory
        let path = folder.appending(path: "gz-\(UUID().uuidString)")
        try Data(bytes).write(to: path)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/gzip")
        process.arguments = [path.path]
        try process.run()
        process.waitUntilExit()
        let packed = path.appendingPathExtension("gz")
        defer { try? FileManager.default.removeItem(at: packed) }  // a temporary file
        return Array(try Data(contentsOf: packed))
    }
}
