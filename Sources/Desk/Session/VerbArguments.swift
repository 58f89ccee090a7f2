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
            "init": Verb(words: .plain, flags: ["--sample"]),
            "doctor": Verb(words: .plain, flags: ["--fix"]),
            "new": Verb(
                words: .plain,
                options: [
                    "-m", "--message", "-F", "--file", "-c", "--category", "-p", "--prio", "--priority", "--customer",
                    "--tag", "--channel",
                ], flags: ["-e", "--editor", "--no-triage"]),
            "ls": Verb(words: .query, options: ["--limit", "--offset", "--fields", "--sort"]),
            "show": Verb(words: .plain, flags: ["--public", "--internal", "--events", "--original"]),
            "search": Verb(words: .query, options: ["--limit", "--offset", "--in", "--context"]),
            // Its files follow the noun itself.
            "import": Verb(words: .plain, options: ["--status"]),
            "export": Verb(words: .query, options: ["--out"], flags: ["--original"]),
            "report category": Verb(words: .query),
            "report cause": Verb(words: .query),
            "report quality": Verb(words: .query),
        ])
}
