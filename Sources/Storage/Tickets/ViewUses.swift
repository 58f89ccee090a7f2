import Workflow

/// Which saved queries decide what rules and promises do. Agents save queries, but rules act with the rights of those who make
/// rules: who changes a query that a rule asks changes the rule.
struct ViewUses {
    private let db: any Transaction

    init(in db: any Transaction) { self.db = db }

    /// What changing the meaning of these names takes, beyond work on tickets.
    func permissions(toChange names: [String]) throws -> Set<Permission> {
        let names = Set(names.map(folded))
        let rules = try Rules.all(in: db).map(\.query)
        let policies = try SLAPolicies.all(in: db).map(\.query)
        var needed: Set<Permission> = []
        if try !names.isDisjoint(with: used(by: rules)) { needed.insert(EventField.ruleQuery.permission) }
        if try !names.isDisjoint(with: used(by: policies)) { needed.insert(EventField.slaQuery.permission) }
        return needed
    }

    /// The folded names that queries use, and those that these use in turn, whether there are such views or not.
    private func used(by queries: [String]) throws -> Set<String> {
        var found: Set<String> = []
        var waiting = queries
        while let text = waiting.popLast() {
            for name in names(in: text) where found.insert(name).inserted {
                if let query = try Views.query(named: name, in: db) { waiting.append(query) }
            }
        }
        return found
    }

    private func names(in text: String) -> [String] {
        // A query that cannot be read any more stops its rule, and so asks no view.
        guard let query = try? Query.parse(text, in: db) else { return [] }
        return query.root.views.map { folded($0) }
    }
}

extension Query.Node {
    /// Names of the saved queries that it asks.
    var views: [String] {
        var names: [String] = []
        _ = contains { node in
            if case .view(let view) = node { names.append(view.name) }
            return false
        }
        return names
    }
}
