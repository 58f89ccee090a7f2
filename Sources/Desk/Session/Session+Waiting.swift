import Storage

/// What may take a person as long as it likes.
extension Session {
    /// Lets go of the desk while a person writes or decides, however long that takes.
    func awaiting<T>(_ body: () throws -> T) rethrows -> T {
        for file in opened { file.letGo() }
        return try body()
    }

    /// What somebody answers; nil at the end of the input.
    func answer() -> String? { awaiting { readLine(strippingNewline: true) } }
}
