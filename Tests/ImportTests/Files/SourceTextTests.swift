import Storage
import Testing
import Workflow

@testable import Files
@testable import Import

/// Files in other encodings than UTF-8 are recognised and said; their bytes are kept as they came.
@Suite struct SourceTextTests {
    private static let text = """
        # 工单

        ## 问题 1: 灯不亮

        **分类**: 码头｜灯

        ### 问题描述

        二号码头的灯不亮 💡

        ### 客服解答

        1. 更换灯泡

        """

    /// The same in traditional characters, in Big5.
    private static let big5: [UInt8] = [
        0x23, 0x20, 0xA4, 0x75, 0xB3, 0xE6, 0x0A, 0x0A, 0x23, 0x23, 0x20, 0xB0, 0xDD, 0xC3, 0x44, 0x20,
        0x31, 0x3A, 0x20, 0xBF, 0x4F, 0xA4, 0xA3, 0xAB, 0x47, 0x0A, 0x0A, 0x2A, 0x2A, 0xA4, 0xC0, 0xC3,
        0xFE, 0x2A, 0x2A, 0x3A, 0x20, 0xBD, 0x58, 0xC0, 0x59, 0x7C, 0xBF, 0x4F, 0x0A, 0x0A, 0x23, 0x23,
        0x23, 0x20, 0xB0, 0xDD, 0xC3, 0x44, 0xB4, 0x79, 0xAD, 0x7A, 0x0A, 0x0A, 0xA4, 0x47, 0xB8, 0xB9,
        0xBD, 0x58, 0xC0, 0x59, 0xAA, 0xBA, 0xBF, 0x4F, 0xA4, 0xA3, 0xAB, 0x47, 0x0A, 0x0A, 0x23, 0x23,
        0x23, 0x20, 0xAB, 0xC8, 0xAA, 0x41, 0xB8, 0xD1, 0xB5, 0xAA, 0x0A, 0x0A, 0x31, 0x2E, 0x20, 0xA7,
        0xF3, 0xB4, 0xAB, 0xBF, 0x4F, 0xAA, 0x77, 0x0A,
    ]

    private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
            let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
            return isLittle ? [low, high] : [high, low]
        }
    }

    private static func utf32(_ text: String, isLittle: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).unicodeScalars.flatMap { scalar -> [UInt8] in
            let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32($0 * 8)) }
            return isLittle ? bytes : bytes.reversed()
        }
    }

    @Test(arguments: [true, false]) func `UTF-16 and UTF-32 with a mark are recognised`(isLittle: Bool) throws {
        for (bytes, name) in [
            (Self.utf16(Self.text, isLittle: isLittle), isLittle ? "utf-16le" : "utf-16be"),
            (Self.utf32(Self.text, isLittle: isLittle), isLittle ? "utf-32le" : "utf-32be"),
        ] {
            let file = try DatasetFile(path: "a.md", bytes: bytes)
            #expect(file.encoding?.rawValue == name)
            #expect(file.bytes == bytes)
            #expect(file.dataset.drafts.map(\.title) == ["灯不亮"])
            #expect(file.dataset.drafts[0].description == "二号码头的灯不亮 💡")
        }
    }

    @Test func `Big5 is told from GB18030`() throws {
        let file = try DatasetFile(path: "a.md", bytes: Self.big5)
        #expect(file.encoding == .big5)
        #expect(file.dataset.drafts.map(\.title) == ["燈不亮"])
        #expect(file.dataset.drafts[0].answers == ["更換燈泡"])
    }

    @Test func `an encoding that is named must fit`() throws {
        var options = ReadingOptions()
        options.encoding = .big5
        #expect(try DatasetFile(path: "a.md", bytes: Self.big5, options).encoding == .big5)
        options.encoding = .latin1
        let western =
            Array("## Caf".utf8) + [0xE9, 0x0A, 0x0A] + Array("**Status**: open\n\n### Description\n\nx\n".utf8)
        #expect(try DatasetFile(path: "a.md", bytes: western, options).dataset.drafts.map(\.title) == ["Café"])
        options.encoding = .big5
        #expect(throws: FileError.unknownEncoding("a.md")) {
            try DatasetFile(path: "a.md", bytes: [0xFF, 0xFF, 0xFF, 0xFF], options)
        }
    }

    @Test func `the original of a ticket is its own bytes`() throws {
        let desk = try ImportDesk()
        let bytes = Self.utf16(
            Self.text + Self.text.replacing("问题 1", with: "问题 2").replacing("# 工单\n\n", with: ""), isLittle: true)
        _ = try desk.bring([Importer.Source(path: "a.md", bytes: bytes)])
        #expect(try desk.tickets.count == 2)
        let original = try #require(try desk.store.read { try Originals.bytes(of: Ticket.Number(2), in: $0) })
        let units = stride(from: 0, to: original.count - 1, by: 2).map {
            UInt16(original[$0]) | UInt16(original[$0 + 1]) << 8
        }
        #expect(String(decoding: units, as: UTF16.self).hasPrefix("## 问题 2: 灯不亮"))
        #expect(try desk.health.problems == 0)
        // The same bytes again are known, and changed ones are an edition.
        #expect(try desk.bring([Importer.Source(path: "a.md", bytes: bytes)]).count == 1)
        #expect(try desk.tickets.count == 2)
    }

    @Test
    func `characters that GB18030 writes in two bytes or in four are all read, and what stands for none is marked`() {
        let text =
            "\u{2122}\u{C0}\u{1F9}\u{E9}\u{FF}\u{150}\u{2030}\u{3400}\u{1100}\u{FB00}\u{9FA6}\u{20000}\u{1F600}"
        let bytes: [UInt8] = [
            0x81, 0x36, 0xBE, 0x34, 0x81, 0x30, 0x86, 0x38, 0xA8, 0xBF, 0xA8, 0xA6, 0x81, 0x30, 0x8B, 0x37, 0x81, 0x30,
            0x93,
            0x31, 0xA1, 0xEB, 0x81, 0x39, 0xEE, 0x39, 0x81, 0x33, 0x9D, 0x36, 0x84, 0x30, 0xB2,
            0x32,
            0x82, 0x35, 0x8F, 0x33, 0x95, 0x32, 0x82, 0x36, 0x94, 0x39, 0xFC, 0x36,
        ]
        var decoder = TextDecoder(.gb18030)
        #expect(String(decoding: decoder.decode(bytes) + decoder.finish(), as: UTF8.self) == text)
        // Behind the last character, and third and fourth bytes that are none.
        for wrong in [[0x84, 0x31, 0xFE, 0x39], [0x81, 0x30, 0x20, 0x30], [0x81, 0x30, 0x81, 0x41]] as [[UInt8]] {
            var decoder = TextDecoder(.gb18030)
            #expect(String(decoding: decoder.decode(wrong), as: UTF8.self).contains("\u{FFFD}"))
        }
    }
}
