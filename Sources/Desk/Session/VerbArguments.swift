extension Arguments {
    /// How the words of each verb are to be read. A test compares this with what the verbs declare.
    static let desk = Arguments(
        globals: Verb(
            words: .plain,
            options: ["--db", "--as", "--color", "--tz", "--lang", "--timeout", "--if-version", "--format"],
            flags: [
                "-n", "--dry-run", "-y", "--yes", "--no-input", "-q", "--quiet", "-v", "--verbose", "--no-pager",
                "--json", "--no-header",
            ]),
        nouns: ["import", "report", "agent", "category", "cause", "status", "view"],
        verbs: [
            "view save": Verb(words: .query),
            "tag": Verb(words: .dashed),
            "ls": Verb(words: .query, options: ["--limit", "--offset", "--fields", "--sort"]),
            "search": Verb(words: .query, options: ["--limit", "--offset", "--in", "--context"]),
            "export": Verb(words: .query, options: ["--out"], flags: ["--original"]),
            "report category": Verb(words: .query),
            "report cause": Verb(words: .query),
            "report quality": Verb(words: .query),
        ])
}
