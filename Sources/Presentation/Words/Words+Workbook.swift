extension Words {
    /// What a workbook says beside its figures. Names of leaves have no more than 31 characters.
    package struct WorkbookTexts: Sendable {
        package let figures: String
        package let about: String
        package let list: String
        let allTickets: String
        let allTime: String
        package let made: String
        package let asOf: String
        package let column: String
    }
}

extension Words.WorkbookTexts {
    package static let english = Words.WorkbookTexts(
        figures: "Report", about: "About", list: "List", allTickets: "all tickets", allTime: "all the time",
        made: "MADE", asOf: "AS OF", column: "COLUMN")

    static let chinese = Words.WorkbookTexts(
        figures: "报表", about: "说明", list: "列表", allTickets: "全部工单", allTime: "全部时间", made: "生成时间", asOf: "截至",
        column: "列")
}
