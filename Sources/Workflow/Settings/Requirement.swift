/// What a ticket may have to have before it can be resolved.
package enum Requirement: Hashable, Sendable {
    case resolution, cause, category, customer
    /// A custom field, by its name.
    case field(String)

    package init?(text: String) {
        let plain = folded(text)
        switch plain {
        case "resolution", "处理结果": self = .resolution
        case "cause", "原因", "根因", "根本原因": self = .cause
        case "category", "分类": self = .category
        case "customer", "客户": self = .customer
        default:
            let prefixes = ["field.", "字段."]
            guard let prefix = prefixes.first(where: { plain.hasPrefix($0) }) else { return nil }
            let name = plain.dropFirst(prefix.count)
            guard !name.isEmpty else { return nil }
            self = .field(String(name))
        }
    }

    package var text: String {
        switch self {
        case .resolution: "resolution"
        case .cause: "cause"
        case .category: "category"
        case .customer: "customer"
        case .field(let name): "field.\(name)"
        }
    }

    /// `cause, category`; nil when one of them is unknown.
    package static func list(_ text: String) -> [Requirement]? {
        var list: [Requirement] = []
        for part in text.split(whereSeparator: { ",，、 ".contains($0) }) {
            guard let requirement = Requirement(text: String(part)) else { return nil }
            if !list.contains(requirement) { list.append(requirement) }
        }
        return list
    }
}
