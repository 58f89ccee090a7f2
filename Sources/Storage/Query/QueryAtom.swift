/// One value as it stands in the text, not yet understood.
struct QueryAtom {
    /// Without its quotation marks.
    let text: String
    /// Quoted: never a keyword and never a range.
    let isQuoted: Bool
    let range: Query.SourceRange
}
