import Storage

/// A change that was made on another version of a ticket than it was read in: what the others changed, and what was to be.
struct VersionConflict: Equatable {
    var ticket: Int64
    var read: Int
    var now: Int
    var theirs: [TicketDiff.Change]
    var yours: [TicketDiff.Change]
}
