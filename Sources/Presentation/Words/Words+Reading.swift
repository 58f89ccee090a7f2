import Files
import Import

extension Words {
    /// How files were read, and what to do about those that were not.
    package struct Reading: Sendable {
        /// What a file was taken for, and why.
        package let readAs: @Sendable (Dataset) -> String
        /// Where its lines are.
        package let account: @Sendable (Dataset) -> String
        /// What its words became.
        let values: Values
        /// A ticket or two, as they were read.
        let samples: Samples
        package let encoding: @Sendable (TextEncoding) -> String
        /// What was seen instead of tickets, and what to do.
        package let notUnderstood: @Sendable (DatasetFile) -> [String]
        /// At the end of an import.
        package let notUnderstoodFiles: @Sendable (_ paths: [String]) -> [String]
        /// Files of folders that were passed over, by their endings.
        package let passedOver: @Sendable (_ endings: [(ending: String, count: Int)], _ special: Int) -> String
        package let dialect: @Sendable (DialectFault, _ path: String) -> [String]
        /// Of a dialect that was tried: the form's lines, then those that it does not place.
        package let tested: @Sendable (DatasetFile) -> String
        package let unplaced: @Sendable (_ line: Int, _ text: String) -> String
        /// The draft of a dialect: remarks above its parts.
        package let draft: DialectDraftWords

        struct Values: Sendable {
            let titles: @Sendable (_ first: String, _ last: String) -> String
            let statuses: @Sendable (String) -> String
            let priorities: @Sendable (String) -> String
            let customers: @Sendable (String) -> String
            let agents: @Sendable (String) -> String
            let came: @Sendable (_ first: String, _ last: String) -> String
            let unknown: String
            let answered: String
            let unanswered: String
            let asked: String
            /// So many tickets with words that are not shown.
            let others: @Sendable (Int) -> String
            let comma: String
        }
    }
}
