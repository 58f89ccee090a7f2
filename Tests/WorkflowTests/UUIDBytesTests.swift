import Testing
import Workflow

struct UUIDBytesTests {
    private func desk(_ byte: UInt8) throws -> UUIDBytes {
        try #require(UUIDBytes([UInt8](repeating: byte, count: 16)))
    }

    @Test(arguments: [0x00, 0x07, 0xAB, 0xFF] as [UInt8])
    func `a ticket's uuid is of version 8 and of the variant of RFC 9562`(byte: UInt8) throws {
        let uuid = UUIDBytes(desk: try desk(byte), ticket: Ticket.Number(42))
        #expect(uuid.bytes.count == 16)
        #expect(uuid.bytes[6] >> 4 == 8)
        #expect(uuid.bytes[8] >> 6 == 0b10)
        #expect(Array(uuid.bytes[9...]) == [0, 0, 0, 0, 0, 0, 42])
    }

    @Test func `numbers and desks never share a uuid, and later numbers sort last`() throws {
        let numbers: [Int64] = [1, 2, 255, 256, 65_536, 1 << 40, (1 << 55) - 1]
        let uuids = try numbers.map { UUIDBytes(desk: try desk(7), ticket: Ticket.Number($0)) }
        let others = try numbers.map { UUIDBytes(desk: try desk(8), ticket: Ticket.Number($0)) }
        #expect(Set(uuids + others).count == 2 * numbers.count)
        #expect(zip(uuids, uuids.dropFirst()).allSatisfy { $0.bytes.lexicographicallyPrecedes($1.bytes) })
    }

    @Test func `a uuid is read as it is written, in either case`() throws {
        let uuid = UUIDBytes(desk: try desk(0xAB), ticket: Ticket.Number(0xC0FFEE))
        #expect(uuid.text == "abababab-abab-8bab-ab00-000000c0ffee")
        #expect(UUIDBytes(text: uuid.text) == uuid)
        #expect(UUIDBytes(text: uuid.text.uppercased()) == uuid)
    }

    @Test(arguments: [
        "", "abababab-abab-8bab-ab00-000000c0ffe", "abababab-abab-8bab-ab00-000000c0ffeee",
        "abababababab-8bab-ab00-000000c0ffee-", "abababab-abab-8bab-ab00-000000c0ffeg",
        "ａbababab-abab-8bab-ab00-000000c0",
        "{bababab-abab-8bab-ab00-000000c0ffee",
    ])
    func `anything else is no uuid`(text: String) {
        #expect(UUIDBytes(text: text) == nil)
    }
}
