/// A column of data: its name for programs, and the column in which people see it.
package struct RowField: Equatable, Sendable {
    /// What the values of a field are; `--fields help` names it.
    package enum Kind: String, Sendable {
        case text, number, truth, time, list
    }

    /// In `lowerCamelCase`, the same in both languages.
    package let name: String
    package let kind: Kind
    package let column: Column

    package init(_ name: String, _ kind: Kind, column: Column) {
        self.name = name
        self.kind = kind
        self.column = column
    }
}
