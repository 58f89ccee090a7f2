import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk role`: who may do what.
struct RoleNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Say what each role may do.",
        subcommands: [RoleList.self, RoleGrant.self, RoleDeny.self], defaultSubcommand: RoleList.self)
}

/// `desk role list`
struct RoleList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what each role may do.",
        discussion: "desk status lists the steps of a ticket's life.")

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        let permissions = try store.read { try Permissions.read(in: $0) }
        let words = session.words
        let roles = AgentRole.allCases.map {
            RowField($0.name, .truth, column: Column(heading: $0.name.uppercased()))
        }
        let rows = Rows(
            .permissions,
            fields: [RowField("permission", .text, column: Column(heading: words.people.headings.permission))] + roles
                + [
                    RowField("changed", .truth, column: Column(heading: words.people.headings.changedHere)),
                    RowField(
                        "what", .text, column: Column(heading: words.headings.what, flexibility: .rest(minimum: 20))),
                ],
            entries: Permission.allCases.map { permission in
                [RowEntry(.text(permission.rawValue))]
                    + AgentRole.allCases.map { RowEntry(.truth(permissions.allow(permission, to: $0))) }
                    + [
                        RowEntry(.truth(permissions.isOverridden(permission))),
                        RowEntry(.text(words.people.permission(permission))),
                    ]
            })
        try session.show(rows, zone: .utc)
    }
}

/// Says what a role may do.
protocol PermissionVerb: Verb {
    var permission: String { get }
    var role: String { get }

    func change(
        _ permission: Permission, of role: AgentRole, in store: Store, _ context: CommandContext
    ) throws -> Outcome<AgentRole>
}

extension PermissionVerb {
    func run(_ session: Session) throws {
        let (permission, role) = (try PermissionName.permission(permission), try RoleName.role(role))
        let store = try session.openForWriting()
        let context = session.context
        let changed = try change(permission, of: role, in: store, context)
        try session.done(
            session.words.people.permitted(permission, changed.content) + session.words.people.end(changed.result),
            changed.result.operation, name: permission.rawValue)
    }
}

/// `desk role grant PERMISSION ROLE`
struct RoleGrant: PermissionVerb {
    static let configuration = CommandConfiguration(
        commandName: "grant", abstract: "Let a role, and those above it, do something. Takes an admin.")

    @Argument(help: "The permission; desk role lists them.")
    var permission: String

    @Argument(help: "agent, manager or admin.")
    var role: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func change(
        _ permission: Permission, of role: AgentRole, in store: Store, _ context: CommandContext
    ) throws -> Outcome<AgentRole> {
        try store.grant(permission, to: role, context)
    }
}

/// `desk role deny PERMISSION ROLE`
struct RoleDeny: PermissionVerb {
    static let configuration = CommandConfiguration(
        commandName: "deny", abstract: "Let a role, and those below it, do something no more. Takes an admin.")

    @Argument(help: "The permission; desk role lists them.")
    var permission: String

    @Argument(help: "agent or manager.")
    var role: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func change(
        _ permission: Permission, of role: AgentRole, in store: Store, _ context: CommandContext
    ) throws -> Outcome<AgentRole> {
        try store.deny(permission, to: role, context)
    }
}
