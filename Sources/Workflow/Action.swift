/// What a person does to a ticket that may move it to another status, by the words of its command.
package enum Action: String, CaseIterable, Sendable {
    case take, release, assign, transfer
    case reply, note, receive
    /// A message of the customer that asks for nothing, such as thanks.
    case receiveOnly = "receive --no-reopen"
    case pend, hold, wake
    case resolve, close, reopen
    /// A new ticket that goes on where a closed one ended.
    case followUp = "reopen --as-followup"
    case edit, escalate
    /// Into the trash, and out of it.
    case remove = "rm"
    case restore
}
