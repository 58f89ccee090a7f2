/// What an agent may do on the desk beside the steps of the life cycle, which have roles of their own (`LifeCycle`).
package enum Permission: String, CaseIterable, Sendable {
    /// File, answer, assign, tag and resolve tickets; customers and organisations.
    case work
    /// Bring tickets in and take an import back.
    case importing = "import"
    /// Merge tickets of different customers, and customers.
    case mergeCustomers = "merge-customers"
    /// Categories, causes, tags, fields: their names, and which there are.
    case taxonomy
    /// Canned replies, macros and rules that all agents use.
    case automation
    case teams, calendars, settings
    /// Rebuild what `desk doctor` finds broken.
    case repair
    /// Add and retire agents, and say what each role may do.
    case roles
    /// Remove for good.
    case purge, erase

    /// The least role that may, unless the desk says otherwise.
    package var role: AgentRole {
        switch self {
        case .work: .agent
        case .importing, .mergeCustomers, .taxonomy, .automation, .teams, .calendars, .settings, .repair: .manager
        case .roles, .purge, .erase: .admin
        }
    }
}
