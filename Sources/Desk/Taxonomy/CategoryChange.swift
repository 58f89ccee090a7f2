import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk category add PATH`
struct CategoryAdd: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a category. Takes a manager.")

    @Argument(help: "The path, such as CDN/证书问题; ｜ | > and / stand between levels.", completion: Completions.categories)
    var path: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let levels = Self.levels(of: path)
        guard !levels.isEmpty, levels.allSatisfy({ !$0.isEmpty }) else {
            throw UsageError.badCategory(path, nearest: nil)
        }
        if let word = levels.first(where: NewName.isWord) { throw UsageError.badName(word) }
        let outcome = try store.addCategory(levels, context)
        let printed = levels.joined(by: CategoryTree.separator)
        return (session.words.verbs.categoryAdded(printed, outcome != .unchanged), outcome)
    }

    /// A name may hold a slash, so a bar or an arrow anywhere in the path is what stands between its levels.
    private static func levels(of path: String) -> [String] {
        let separators = [["｜", "|"], [">", "＞"], ["/"]].first { $0.contains { path.contains($0) } } ?? []
        return path.split(whereSeparator: { separators.contains(String($0)) }).map { String($0).trimmed }
    }
}

/// `desk category rename PATH NAME`
struct CategoryRename: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Rename a category; its old name still finds it. Takes a manager.")

    @Argument(help: "The category.", completion: Completions.categories)
    var path: String

    @Argument(help: "Its new name: one level, not a path.")
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let name = name.trimmed
        guard !name.isEmpty, !name.contains("｜") else { throw UsageError.badCategory(name, nearest: nil) }
        let category = try store.read { try FoundCategory(path, in: $0) }
        let outcome = try store.renameCategory(category.id, to: name, context)
        let after = (category.levels.dropLast() + [name]).joined(by: CategoryTree.separator)
        return (session.words.verbs.categoryRenamed(category.printed, after), outcome)
    }
}

/// `desk category move PATH --to PATH`
struct CategoryMove: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Put a category under another; old paths still find it. Takes a manager.")

    @Argument(help: "The category.", completion: Completions.categories)
    var path: String

    @Option(help: ArgumentHelp("The category above it; without it, the top.", valueName: "path"))
    var to: String?

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let (category, parent) = try store.read { db in
            (try FoundCategory(path, in: db), try to.map { try FoundCategory($0, in: db) })
        }
        let outcome = try store.moveCategory(category.id, under: parent?.id, context)
        let after = ((parent?.levels ?? []) + category.levels.suffix(1)).joined(by: CategoryTree.separator)
        return (session.words.verbs.categoryRenamed(category.printed, after), outcome)
    }
}

/// `desk category merge PATH --into PATH`
struct CategoryMerge: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Give the tickets of a category to another. Takes a manager.",
        discussion: "What is below it goes along, and its old paths find the other from then on.")

    @Argument(help: "The category that will be no more.", completion: Completions.categories)
    var path: String

    @Option(help: ArgumentHelp("The category that stays.", valueName: "path"))
    var into: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let (category, other) = try store.read { db in
            (try FoundCategory(path, in: db), try FoundCategory(into, in: db))
        }
        let outcome = try store.mergeCategory(category.id, into: other.id, context)
        return (session.words.taxonomy.merged(category.printed, other.printed, outcome.content), outcome.result)
    }
}

/// `desk category alias PATH ALIAS`
struct CategoryAlias: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "alias", abstract: "Let another path find a category, in queries and imports. Takes a manager.")

    @Argument(help: "The category.", completion: Completions.categories)
    var path: String

    @Argument(help: "The other path, with ｜ between levels.")
    var alias: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let alias = try TaxonomyName.new(alias)
        let category = try store.read { try FoundCategory(path, in: $0) }
        let outcome = try store.aliasCategory(category.id, alias, context)
        return (session.words.verbs.categoryAliased(alias, category.printed), outcome)
    }
}

/// `desk category retire PATH`
struct CategoryRetire: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Offer a category to new tickets no more. Takes a manager.",
        discussion: "Its tickets keep it, and reports and queries know it.")

    @Argument(help: "The category.", completion: Completions.categories)
    var path: String

    @Flag(help: "Offer it again.")
    var back = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let category = try store.read { try FoundCategory(path, mayBeRetired: true, in: $0) }
        let outcome = try store.retireCategory(category.id, !back, context)
        return (session.words.verbs.categoryRetired(category.printed, !back), outcome)
    }
}
