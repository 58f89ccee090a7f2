import ArgumentParser
import Presentation
import Reporting
import Storage
import Workflow

/// `desk category`: the tree of categories.
struct CategoryNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "category", abstract: "Look after the categories.",
        subcommands: [
            CategoryList.self, CategoryAdd.self, CategoryRename.self, CategoryMove.self, CategoryMerge.self,
            CategoryAlias.self, CategoryRetire.self,
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
            let queryContext = try session.queryContext(in: db)
            let report = try CategoryReport(try Query.parse(""), queryContext, in: db)
            let counts = Dictionary(report.lines.map { ($0.path.joined(by: "｜"), $0.counts) }) { a, _ in a }
            let words = session.words
            let setAside = try BatchNames.setAsideCategories(in: db)
            let rows = Rows(
                .categories,
                fields: [
                    RowField("category", .text, column: Column(heading: words.headings.category)),
                    RowField(
                        "count", .number,
                        column: Column(heading: words.report.heading(.own, .category), alignment: .right)),
                    RowField("retired", .truth, column: Column(heading: words.headings.retired)),
                ],
                entries: Self.sorted(queryContext.categories).filter { !setAside.contains($1.id) }.map {
                    path, category in
                    [
                        RowEntry(.text(path)), RowEntry(.number(Int64(counts[path]?.all ?? 0))),
                        RowEntry(.truth(category.isRetired)),
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
