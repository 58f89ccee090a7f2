import Workflow

/// A ticket of a dataset as read: the draft, where it stands, and what is worth knowing about it.
package struct DatasetEntry: Sendable {
    package var draft: TicketDraft
    package var place: SourcePlace
    package var warnings: [DatasetWarning]
    /// Its category is named by itself, and not by the group in which it stands.
    package var namesCategory: Bool
    /// An answers section stands beside the conversation and is not exactly its agent turns.
    package var derivedAnswersDiffer: Bool
}
