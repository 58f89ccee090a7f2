/// What a column of a table is and how it gives way on a narrow terminal.
package struct Column: Equatable, Sendable {
    /// What happens to the column when the table is wider than the terminal.
    package enum Flexibility: Equatable, Sendable {
        /// Never cut and never left out.
        case fixed
        /// Cut down to `minimum`, then left out; columns of a lower rank give way first.
        case yields(rank: Int, minimum: Int)
        /// Takes the room that the others leave, ideally no less than `minimum`; never left out.
        case rest(minimum: Int)
    }

    package let heading: String
    package var alignment: Alignment = .left
    package var flexibility: Flexibility = .fixed

    package init(heading: String, alignment: Alignment = .left, flexibility: Flexibility = .fixed) {
        self.heading = heading
        self.alignment = alignment
        self.flexibility = flexibility
    }
}
