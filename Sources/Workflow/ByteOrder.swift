extension String {
    /// The order of the UTF-8 bytes, which is the same everywhere. Where they lie side by side, as they mostly do, they are
    /// compared without asking the text for one after the other.
    package func precedesInBytes(_ other: String) -> Bool {
        let order = utf8.withContiguousStorageIfAvailable { own in
            other.utf8.withContiguousStorageIfAvailable { own.lexicographicallyPrecedes($0) }
        }
        return (order ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
    }
}
