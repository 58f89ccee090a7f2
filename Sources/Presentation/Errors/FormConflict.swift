/// A value that two people changed at once.
package struct FormConflict: Equatable {
    package var field: String
    package var before: String
    package var mine: String
    package var now: String

    package init(field: String, before: String, mine: String, now: String) {
        self.field = field
        self.before = before
        self.mine = mine
        self.now = now
    }
}
