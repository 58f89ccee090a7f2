import Workflow

/// Where a ticket stands in its file. A file may have hundreds of thousands of them: what few have stands apart.
struct TicketPlace: Sendable {
    var start: Int
    var title: Range<Int>
    /// From behind the heading to the end of the ticket.
    var body: Range<Int>
    var number: Int?
    /// Nothing but an ordinal stands in the heading.
    var isOnlyOrdinal: Bool
    private var depth: UInt8 = 2
    private var lineNumber: UInt32
    private var tableIndex: UInt32 = 0
    /// The names of the groups in which it stands, the outermost first.
    var groups: [Range<Int>] = []
    private var told: Told?

    /// What a title says beside its words.
    private final class Told: Sendable {
        let key: Range<Int>?
        let status: Status?
        let time: SourceTime?

        init?(_ key: Range<Int>?, _ status: Status?, _ time: SourceTime?) {
            if key == nil, status == nil, time == nil { return nil }
            (self.key, self.status, self.time) = (key, status, time)
        }
    }

    init(start: Int, line: Int, title: Range<Int>, number: Int?, isOnlyOrdinal: Bool, body: Range<Int>) {
        self.start = start
        self.title = title
        self.number = number
        self.isOnlyOrdinal = isOnlyOrdinal
        self.body = body
        lineNumber = UInt32(clamping: line)
    }

    var line: Int { Int(lineNumber) }

    /// Of the heading; 0 where there is none.
    var level: Int {
        get { Int(depth) }
        set { depth = UInt8(clamping: newValue) }
    }

    /// What the source's own desk calls it, where the title says so.
    var key: Range<Int>? { told?.key }

    var status: Status? { told?.status }

    var time: SourceTime? { told?.time }

    mutating func tell(key: Range<Int>? = nil, status: Status? = nil, time: SourceTime? = nil) {
        told = Told(key ?? self.key, status ?? self.status, time ?? self.time)
    }

    /// Which of the file's tables holds its row.
    var table: Int {
        get { Int(tableIndex) }
        set { tableIndex = UInt32(clamping: newValue) }
    }
}
