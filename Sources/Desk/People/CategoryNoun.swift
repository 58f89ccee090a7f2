import ArgumentParser
import Reporting
import Storage
import Workflow

/// `desk category`: the tree of categories.
struct CategoryNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "category", abstract: "Look after the categories.",
        subcommands: [
            CategoryList.self, CategoryAdd.self, CategoryRename.self, CategoryAlias.self, CategoryRetire.self,
        ],
        defaultSubcommand: CategoryList.self)
}

/// `desk category list`
struct CategoryList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List categories with how many tickets are theirs.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let scene = try session.scene(in: db)
            let report = try CategoryReport(try Query.parse(""), scene, in: db)
            let counts = Dictionary(report.lines.map { ($0.path.joined(separator: "｜"), $0.counts) }) { a, _ in a }
            let words = session.words
            let rows = Rows(
                schema: "desk.categories/1",
                fields: [
                    Field("category", .text, column: Column(heading: words.headings.category)),
                    Field("count", .number, column: Column(heading: words.report.own, alignment: .right)),
                    Field("retired", .truth, column: Column(heading: words.headings.retired)),
                ],
                entries: Self.sorted(scene.categories).map { path, category in
                    [
                        Entry(.text(path)), Entry(.number(Int64(counts[path]?.all ?? 0))),
                        Entry(.truth(category.isRetired)),
                    ]
                })
            try session.show(rows, zone: .utc)
        }
    }

    private static func sorted(_ tree: CategoryTree) -> [(String, Workflow.Category)] {
        tree.categories.map { (tree.printedPath(of: $0.id) ?? "", $0) }
            .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    }
}

/// `desk category add PATH`
struct CategoryAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a category. Takes a manager.")

    @Argument(help: "The path, such as CDN/证书问题; ｜ | > and / stand between levels.")
    var path: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let levels = Self.levels(of: path)
        guard !levels.isEmpty, levels.allSatisfy({ !$0.isEmpty }) else {
            throw UsageError.badCategory(path, nearest: nil)
        }
        let store = try session.openForWriting()
        let deed = try session.deed(in: store, to: .taxonomy)
        let isNew = try store.addCategory(levels, deed, isRehearsal: globals.isDryRun) != .unchanged
        try session.print(session.words.verbs.categoryAdded(levels.joined(separator: CategoryTree.separator), isNew))
    }
}

extension CategoryAdd {
    /// A name may hold a slash, so a bar or an arrow anywhere in the path is what stands between its levels.
    fileprivate static func levels(of path: String) -> [String] {
        let separators = [["｜", "|"], [">", "＞"], ["/"]].first { $0.contains { path.contains($0) } } ?? []
        return path.split(whereSeparator: { separators.contains(String($0)) }).map { String($0).trimmed }
    }
}

/// `desk category rename PATH NAME`
struct CategoryRename: Verb {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Rename a category; its old name still finds it. Takes a manager.")

    @Argument(help: "The category.")
    var path: String

    @Argument(help: "Its new name: one level, not a path.")
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let name = name.trimmed
        guard !name.isEmpty, !name.contains("｜") else { throw UsageError.badCategory(name, nearest: nil) }
        let store = try session.openForWriting()
        let deed = try session.deed(in: store, to: .taxonomy)
        let (id, before) = try store.read { db in
            let id = try CategoryOption.id(of: path, in: db)
            return (id, try CategoryTree.read(in: db).printedPath(of: id) ?? "")
        }
        _ = try store.renameCategory(id, to: name, deed, isRehearsal: globals.isDryRun)
        let after = try store.read { try CategoryTree.read(in: $0).printedPath(of: id) ?? "" }
        try session.print(session.words.verbs.categoryRenamed(before, after))
    }
}

/// `desk category alias PATH ALIAS`
struct CategoryAlias: Verb {
    static let configuration = CommandConfiguration(
        commandName: "alias", abstract: "Let another path find a category, in queries and imports. Takes a manager.")

    @Argument(help: "The category.")
    var path: String

    @Argument(help: "The other path, with ｜ between levels.")
    var alias: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let deed = try session.deed(in: store, to: .taxonomy)
        let (id, printed) = try store.read { db in
            let id = try CategoryOption.id(of: path, in: db)
            return (id, try CategoryTree.read(in: db).printedPath(of: id) ?? "")
        }
        _ = try store.aliasCategory(id, alias.trimmed, deed, isRehearsal: globals.isDryRun)
        try session.print(session.words.verbs.categoryAliased(alias.trimmed, printed))
    }
}

/// `desk category retire PATH`
struct CategoryRetire: Verb {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Offer a category to new tickets no more. Takes a manager.",
        discussion: "Its tickets keep it, and reports and queries know it.")

    @Argument(help: "The category.")
    var path: String

    @Flag(help: "Offer it again.")
    var back = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let deed = try session.deed(in: store, to: .taxonomy)
        let (id, printed) = try store.read { try Self.find(path, in: $0) }
        _ = try store.retireCategory(id, !back, deed, isRehearsal: globals.isDryRun)
        try session.print(session.words.verbs.categoryRetired(printed, !back))
    }

    // A retired category is found here, and nowhere else where one is chosen.
    private static func find(_ path: String, in db: any Transaction) throws -> (Workflow.Category.ID, String) {
        let tree = try CategoryTree.read(in: db)
        switch try tree.find(path, in: db) {
        case .found(let id): return (id, tree.printedPath(of: id) ?? path)
        case .retired(let printed):
            let id = tree.categories.first { tree.printedPath(of: $0.id)?.isSameText(as: printed) ?? false }?.id
            return (id ?? 0, printed)
        case .unknown(let nearest): throw UsageError.badCategory(path, nearest: nearest)
        case .several(let paths): throw UsageError.ambiguousCategory(path, paths)
        }
    }
}
