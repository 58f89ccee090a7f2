import Workflow

/// A ticket of a dataset as read: the draft, where it stands, and what is worth knowing about it.
package struct DatasetEntry: Sendable {
    package var draft: TicketDraft
    package var place: SourcePlace
    package var warnings: [DatasetWarning]
    /// An answers section stands beside the conversation and is not exactly its agent turns.
    package var derivedAnswersDiffer: Bool
}
