import Storage

/// A change that was made on another version of a ticket than it was read in: what the others changed, and what was to be.
package struct VersionConflict: Equatable {
    package var ticket: Int64
    package var read: Int
    package var now: Int
    package var theirs: [TicketDiff.Change]
    package var yours: [TicketDiff.Change]

    package init(ticket: Int64, read: Int, now: Int, theirs: [TicketDiff.Change], yours: [TicketDiff.Change]) {
        self.ticket = ticket
        self.read = read
        self.now = now
        self.theirs = theirs
        self.yours = yours
    }
}
