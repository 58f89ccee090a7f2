import Storage
import Workflow

/// What the name of an agent means where one is chosen.
package enum AgentName {
    /// Nil for nobody.
    /// - Throws: `StorageError.noSuchName`, `.retired`.
    package static func agent(_ text: String, _ context: CommandContext, in db: any Transaction) throws -> Agent? {
        switch folded(text) {
        case "none", "无": nil
        case "me", "我": try context.author(in: db).agent
        default: try Agents.offered(text.hasPrefix("@") ? String(text.dropFirst()) : text, in: db)
        }
    }

    package static func choice(_ text: String, _ context: CommandContext, in db: any Transaction) throws -> RowChoice {
        try agent(text, context, in: db).map { .row($0.id) } ?? .nobody
    }
}

/// What the name of a team means where one is chosen.
package struct TeamName {
    package let choice: RowChoice
    /// Nil for none.
    package let team: Team?

    /// - Throws: `StorageError.noSuchName`, `.retired`.
    package static func choice(_ text: String, in db: any Transaction) throws -> TeamName {
        if ["none", "无"].contains(folded(text)) { return TeamName(choice: .nobody, team: nil) }
        let team = try Teams.offered(text, in: db)
        return TeamName(choice: .row(team.id), team: team)
    }
}

extension String {
    /// An option's text, where none means that nothing shall be there: empty.
    package var emptyWhenNone: String { ["none", "无"].contains(folded(self)) ? "" : trimmed }
}

/// A name that is given to something.
package enum NewName {
    /// Whether a query reads it as none, any or me.
    package static func isWord(_ name: String) -> Bool {
        ["none", "any", "me", "@me", "无", "空", "我", "本人", "任意", "任何"].contains(folded(name))
    }

    /// - Throws: `UsageError.badName` for what a query or a command line would not find again.
    package static func name(_ text: String) throws -> String {
        let name = text.trimmed
        guard !name.isEmpty, !isWord(name), !name.contains(where: \.isNewline), !"@+-".contains(name.first ?? "@")
        else {
            throw UsageError.badName(text)
        }
        return name
    }
}

/// What the word for a permission means.
package enum PermissionName {
    package static func permission(_ text: String) throws -> Permission {
        if let permission = Permission(rawValue: folded(text)) { return permission }
        throw UsageError.badPermission(
            text, nearest: Nearest(to: folded(text)).among(Permission.allCases.map(\.rawValue)))
    }
}

/// What the word for a role means.
package enum RoleName {
    package static func role(_ text: String) throws -> AgentRole {
        guard let role = AgentRole.allCases.first(where: { $0.name == folded(text) }) else {
            throw UsageError.badRole(text)
        }
        return role
    }
}
