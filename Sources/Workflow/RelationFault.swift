/// Why tickets cannot be connected, or parts of them taken elsewhere.
package enum RelationFault: Equatable, Sendable {
    case mergeIntoItself(Ticket.Number)
    /// The ticket is merged already.
    case mergedAlready(Ticket.Number, into: Ticket.Number)
    /// The ticket to merge into is merged itself; its mergeTarget would do.
    case mergeTargetIsMerged(Ticket.Number, into: Ticket.Number)
    case otherCustomer(Ticket.Number, String, mergeTarget: Ticket.Number, String)
    case notMerged(Ticket.Number)
    /// What is merged can be neither thrown away nor restored alone.
    case isMerged(Ticket.Number, into: Ticket.Number)
    case linkToItself(Ticket.Number)
    /// The opposite is said already.
    case linkedOppositely(Ticket.Number, LinkKind, Ticket.Number)
    case parentCycle(parent: Ticket.Number, child: Ticket.Number)
    case hasParent(Ticket.Number, parent: Ticket.Number)
    case notLinked(Ticket.Number, Ticket.Number)
    /// Tickets below it are open.
    case openChildren(Ticket.Number, [Ticket.Number])
    case noMessage(Ticket.Number, Int)
    /// The message stands on another ticket now.
    case messageMoved(Ticket.Number, Int, to: Ticket.Number, Int)
    /// A ticket is about its description, so that stays.
    case descriptionStays(Ticket.Number, Int)
    case messageStays(Ticket.Number, Int)
    case noAttachment(Ticket.Number, String)
    case attachmentMissing(Ticket.Number, String)
    case tooLarge(String, bytes: Int, limit: Int)
    case noProblem(Problem.ID)
    case problemResolved(Problem.ID)
    case notInTrash(Ticket.Number)
    /// Purging cannot be undone.
    case purged(Ticket.Number)
}

extension RelationFault {
    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .mergeIntoItself, .mergedAlready, .mergeTargetIsMerged: ErrorIdentity("merge", .refused)
        case .otherCustomer: ErrorIdentity("otherCustomer", .refused)
        case .notMerged: ErrorIdentity("notMerged", .refused)
        case .isMerged: ErrorIdentity("merged", .refused)
        case .linkToItself, .linkedOppositely: ErrorIdentity("link", .refused)
        case .parentCycle: ErrorIdentity("parentCycle", .refused)
        case .hasParent: ErrorIdentity("parent", .refused)
        case .notLinked: ErrorIdentity("link", .notFound)
        case .openChildren: ErrorIdentity("openChildren", .refused)
        case .noMessage: ErrorIdentity("noMessage", .notFound)
        case .messageMoved: ErrorIdentity("messageMoved", .notFound)
        case .descriptionStays: ErrorIdentity("description", .refused)
        case .messageStays: ErrorIdentity("messageStays", .refused)
        case .noAttachment: ErrorIdentity("noAttachment", .notFound)
        case .attachmentMissing: ErrorIdentity("attachmentMissing", .notFound)
        case .tooLarge: ErrorIdentity("tooLarge", .refused)
        case .noProblem: ErrorIdentity("noProblem", .notFound)
        case .problemResolved: ErrorIdentity("problem", .refused)
        case .notInTrash: ErrorIdentity("notInTrash", .refused)
        case .purged: ErrorIdentity("purged", .refused)
        }
    }
}
