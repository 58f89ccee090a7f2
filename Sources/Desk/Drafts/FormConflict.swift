/// A value that two people changed at once.
struct FormConflict: Equatable {
    var field: String
    var before: String
    var mine: String
    var now: String
}
