import Workflow

extension LifeCycle {
    /// What bringing a ticket from one status to another takes, by whatever way: what closing takes, and opening again.
    static func permission(from status: Status, to other: Status) -> Permission {
        let action: Action? = other == .closed ? .close : [.resolved, .closed].contains(status) ? .reopen : nil
        return transitions.first { $0.action == action && $0.from.contains(status) }?.permission ?? .work
    }
}
