import Workflow

/// Where a ticket stands in its file. A file may have hundreds of thousands of them, and no file has 4 GB: all places are kept in
/// 32 bits, and what few have stands apart.
struct TicketPlace: Sendable {
    private var startByte: UInt32
    private var titleBytes: (UInt32, UInt32)
    private var bodyBytes: (UInt32, UInt32)
    private var lineNumber: UInt32
    private var printed: Int
    /// The names of the groups in which it stands, the outermost first.
    var groups: [Range<Int>] = []
    private var told: Told?
    private var tableIndex: UInt32 = 0
    private var depth: UInt8 = 2
    /// Nothing but an ordinal stands in the heading.
    var isOnlyOrdinal: Bool

    /// What a title says beside its words.
    private final class Told: Sendable {
        let key: Range<Int>?
        let status: Status?
        let time: SourceTime?
        let values: [ToldValue]

        init?(_ key: Range<Int>?, _ status: Status?, _ time: SourceTime?, _ values: [ToldValue]) {
            if key == nil, status == nil, time == nil, values.isEmpty { return nil }
            (self.key, self.status, self.time, self.values) = (key, status, time, values)
        }
    }

    init(start: Int, line: Int, title: Range<Int>, number: Int?, isOnlyOrdinal: Bool, body: Range<Int>) {
        startByte = UInt32(start)
        titleBytes = Self.short(title)
        bodyBytes = Self.short(body)
        lineNumber = UInt32(line)
        printed = number ?? Self.noNumber
        self.isOnlyOrdinal = isOnlyOrdinal
    }

    private static let noNumber = Int.min

    private static func short(_ range: Range<Int>) -> (UInt32, UInt32) {
        (UInt32(range.lowerBound), UInt32(range.upperBound))
    }

    var start: Int { Int(startByte) }

    var line: Int { Int(lineNumber) }

    var title: Range<Int> {
        get { Int(titleBytes.0)..<Int(titleBytes.1) }
        set { titleBytes = Self.short(newValue) }
    }

    /// From behind the heading to the end of the ticket.
    var body: Range<Int> {
        get { Int(bodyBytes.0)..<Int(bodyBytes.1) }
        set { bodyBytes = Self.short(newValue) }
    }

    var number: Int? {
        get { printed == Self.noNumber ? nil : printed }
        set { printed = newValue ?? Self.noNumber }
    }

    /// Of the heading; 0 where there is none.
    var level: Int {
        get { Int(depth) }
        set { depth = UInt8(clamping: newValue) }
    }

    /// What the source's own desk calls it, where the title says so.
    var key: Range<Int>? { told?.key }

    var status: Status? { told?.status }

    var time: SourceTime? { told?.time }

    /// Further ones that the title tells as labels would.
    var values: [ToldValue] { told?.values ?? [] }

    mutating func tell(
        key: Range<Int>? = nil, status: Status? = nil, time: SourceTime? = nil, values: [ToldValue] = []
    ) {
        told = Told(key ?? self.key, status ?? self.status, time ?? self.time, self.values + values)
    }

    /// Which of the file's tables holds its row.
    var table: Int {
        get { Int(tableIndex) }
        set { tableIndex = UInt32(clamping: newValue) }
    }
}
