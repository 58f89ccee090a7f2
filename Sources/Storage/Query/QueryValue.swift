import Workflow

extension Query {
    /// One value of a term, with its place.
    package struct Value: Equatable, Sendable {
        package var content: Content
        package var range: SourceRange

        package init(_ content: Content, range: SourceRange) {
            self.content = content
            self.range = range
        }
    }

    /// What a value says. Which cases a field can have follows from its kind (`Field.Kind`).
    package indirect enum Content: Equatable, Sendable {
        /// Nothing is set (or known).
        case none
        /// Something is set (or known).
        case any
        /// The person who asks.
        case me
        /// `@last`, the ticket this person touched last: only in ids.
        case last
        /// A name or text as typed; compare it folded. Full-width forms outside quotes are ASCII already.
        case text(String)
        /// `@li`: a person by handle, without the `@`.
        case handle(String)
        /// A ticket number or a count.
        case number(Int64)
        case status(Status)
        case priority(Priority)
        case flag(Flag)
        case part(Part)
        case slaState(SLAState)
        case causeState(CauseState)
        case resolution(Resolution)
        case date(DateExpression)
        case length(Length)
        /// `a..b`, both included, of numbers, dates, lengths or priorities. At least one end is given.
        case span(Content?, Content?)
    }
}
