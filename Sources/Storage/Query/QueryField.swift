extension Query {
    /// Everything a query can name before an operator. The raw value is the name that descriptions print.
    package enum Field: String, CaseIterable, Sendable {
        case id, ref, source, batch
        case status, `is`, priority
        case category, assignee, team, author, customer, organization = "org", involves, watching
        case tag, channel, language = "lang"
        /// `field.NAME`, a field the desk added.
        case custom = "field"
        case cause, causeState = "cause.state", article = "kb", problem, resolution
        case created, updated, resolved, closed, due
        case firstReply = "first-reply", lastCustomer = "last-customer", lastAgent = "last-agent"
        case age, idle, waiting, resolutionTime = "resolution-time", replyTime = "reply-time"
        case sla, slaFirst = "sla.first", slaNext = "sla.next", slaResolve = "sla.resolve"
        /// When a promise came out so.
        case slaMet = "sla.met", slaBreached = "sla.breached", slaUnanswered = "sla.unanswered"
        case slaFirstMet = "sla.first.met", slaFirstBreached = "sla.first.breached"
        case slaFirstUnanswered = "sla.first.unanswered"
        case slaNextMet = "sla.next.met", slaNextBreached = "sla.next.breached"
        case slaNextUnanswered = "sla.next.unanswered"
        case slaResolveMet = "sla.resolve.met", slaResolveBreached = "sla.resolve.breached"
        /// What happened to it at some time, told by its events.
        case wasResolved = "was-resolved", wasReopened = "was-reopened", wasMerged = "was-merged"
        /// Resolved then, and open again since.
        case cameBack = "came-back"
        /// Not done at the end of that day.
        case openAt = "open-at"
        case messages, replies, reopens, handovers, csat, attachments
        case has, no
        case area = "in", was, changed, similar, sort
    }
}
