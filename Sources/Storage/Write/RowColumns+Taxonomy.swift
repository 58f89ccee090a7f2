import Workflow

/// The columns of categories, tags, causes, fields, views and of the words for statuses and priorities.
extension RowColumn {
    static func ofTaxonomy(_ field: Event.Field) -> RowColumn? {
        ofCategories(field) ?? ofTagsAndCauses(field) ?? ofFields(field) ?? ofViews(field)
    }

    private static func ofCategories(_ field: Event.Field) -> RowColumn? {
        switch field {
        case .categoryName:
            RowColumn(
                "UPDATE category SET name = $1 WHERE id = $2", "SELECT name FROM category WHERE id = $1",
                key: Key(update: "UPDATE category SET folded = $1 WHERE id = $2") { folded($0) })
        case .categoryParent:
            RowColumn(
                "UPDATE category SET parent_id = $1 WHERE id = $2", "SELECT parent_id FROM category WHERE id = $1")
        case .categoryRetired:
            RowColumn(
                "UPDATE category SET is_retired = $1 WHERE id = $2", "SELECT is_retired FROM category WHERE id = $1")
        default: nil
        }
    }

    private static func ofTagsAndCauses(_ field: Event.Field) -> RowColumn? {
        switch field {
        case .tagName:
            RowColumn(
                "UPDATE tag SET name = $1 WHERE id = $2", "SELECT name FROM tag WHERE id = $1",
                key: Key(update: "UPDATE tag SET folded = $1 WHERE id = $2") { folded($0) })
        case .tagRetired:
            RowColumn("UPDATE tag SET is_retired = $1 WHERE id = $2", "SELECT is_retired FROM tag WHERE id = $1")
        case .causeName:
            RowColumn(
                "UPDATE cause SET name = $1 WHERE id = $2", "SELECT name FROM cause WHERE id = $1",
                key: Key(update: "UPDATE cause SET folded = $1 WHERE id = $2") { folded($0) })
        case .causeRetired:
            RowColumn("UPDATE cause SET is_retired = $1 WHERE id = $2", "SELECT is_retired FROM cause WHERE id = $1")
        default: nil
        }
    }

    private static func ofFields(_ field: Event.Field) -> RowColumn? {
        switch field {
        case .fieldKind: RowColumn("UPDATE field SET kind = $1 WHERE id = $2", "SELECT kind FROM field WHERE id = $1")
        case .fieldChoices:
            RowColumn(
                "UPDATE field SET choices = $1 WHERE id = $2", "SELECT choices FROM field WHERE id = $1", isText: true)
        case .fieldRetired:
            RowColumn("UPDATE field SET is_retired = $1 WHERE id = $2", "SELECT is_retired FROM field WHERE id = $1")
        case .priorityAlias:
            RowColumn(
                "UPDATE priority_alias SET priority = $1 WHERE id = $2",
                "SELECT priority FROM priority_alias WHERE id = $1")
        case .statusLabel:
            RowColumn(
                "UPDATE status SET label = $1 WHERE id = $2", "SELECT label FROM status WHERE id = $1", isText: true)
        default: nil
        }
    }

    private static func ofViews(_ field: Event.Field) -> RowColumn? {
        switch field {
        case .viewName:
            RowColumn(
                "UPDATE view SET name = $1 WHERE id = $2", "SELECT name FROM view WHERE id = $1",
                key: Key(update: "UPDATE view SET folded = $1 WHERE id = $2") { folded($0) })
        case .viewQuery:
            RowColumn("UPDATE view SET query = $1 WHERE id = $2", "SELECT query FROM view WHERE id = $1", isText: true)
        case .viewRetired:
            RowColumn("UPDATE view SET is_retired = $1 WHERE id = $2", "SELECT is_retired FROM view WHERE id = $1")
        default: nil
        }
    }
}
