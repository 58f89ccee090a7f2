/// What a person does to a ticket that may move it to another status.
package enum Action: String, CaseIterable, Sendable {
    case take, release, assign, transfer
    case reply, note, receive
    case pend, hold, wake
    case resolve, close, reopen
    case edit, escalate
    /// Into the trash, and out of it.
    case remove, restore
}
