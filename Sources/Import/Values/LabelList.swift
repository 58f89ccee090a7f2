import Storage

/// Labels as headers list them: `a, b`, `` `bug`, `storage` ``, `[upload, client]`, `a、b`, `#a #b`.
enum LabelList {
    static func tags(of text: String) -> [String] {
        var list = Substring(text).trimmingBlanks
        if list.hasPrefix("["), list.hasSuffix("]") { list = list.dropFirst().dropLast() }
        let isQuoted = list.contains("`")
        var parts = list.split { ",，、;；\n|".contains($0) }
        if parts.count == 1 {
            if isQuoted {
                parts = list.split(separator: "`")
            } else if list.hasPrefix("#") {
                parts = list.split(separator: " ")
            }
        }
        let tags = parts.map { String($0.trimmingBlanks.trimming("`\"'#*").trimmingBlanks) }
        return Array(Set(tags.filter { !$0.isEmpty && $0.utf8.count <= 100 && $0 != "-" })).sortedByBytes()
    }
}
