extension Words {
    package static let english = Words(
        headings: .english, list: .english, message: Message(isPublic: "PUBLIC", isInternal: "INTERNAL"),
        progress: Progress(files: { "files \($0)/\($1)" }, tickets: { "\($0) tickets" }),
        session: .english, start: .english, ticket: .english, page: .english, importing: .english, report: .english,
        doctor: .english, verbs: .english, past: .english, people: .english, settings: .english, drafts: .english,
        texts: .english, taxonomy: .english, relations: .english, sla: .english, knowledge: .english,
        articles: .english, flow: .english, logs: .english, diagnosis: .english, domains: .english, errors: .english,
        status: { $0.name },
        priority: { $0.name },
        role: { $0.name })
}

extension Words.Headings {
    fileprivate static let english = Words.Headings(
        id: "ID", priority: "P", status: "STATUS", due: "DUE", category: "CATEGORY", customer: "CUSTOMER",
        assignee: "ASSIGNEE", title: "TITLE", created: "CREATED", updated: "UPDATED", tags: "TAGS", field: "FIELD",
        kind: "KIND", resolved: "RESOLVED", closed: "CLOSED", priorityText: "ASKED", statusText: "SOURCE STATUS",
        team: "TEAM", channel: "CHANNEL", source: "SOURCE", ordinal: "NO", batch: "BATCH", version: "V",
        snippet: "FOUND", imported: "IMPORTED", agent: "BY", files: "FILES", tickets: "TICKETS", undone: "UNDONE",
        file: "FILE", declared: "DECLARED", found: "FOUND", bytes: "BYTES", sameAs: "SAME AS", path: "PATH",
        operation: "OP", time: "TIME",
        command: "COMMAND", what: "WHAT", role: "ROLE", actions: "WHAT MAY BE DONE", name: "NAME", query: "QUERY",
        retired: "RETIRED", wakes: "UNTIL", resolution: "RESOLUTION", mergedInto: "MERGED INTO",
        fact: { TicketFactWords.english($0) })
}

extension Words.List {
    fileprivate static let english = Words.List(
        limited: { "\($0) of \($1) shown — --limit 0 for all" },
        count: { "\($0) of \($1)" },
        hiddenColumns: { "not shown here: " + $0.joined(by: ", ") + " — widen the window or use --fields" },
        empty: "nothing found", emptyHint: { EmptyListWords.english($0) },
        onlyOpen: "Only open tickets were looked at; is:any looks at all of them.",
        unknown: "unknown", never: "never", none: "—", yes: "yes", no: "no",
        unknownField: { field, nearest in
            "There is no field “\(field)”." + (nearest.map { " Did you mean “\($0)”?" } ?? "")
        })
}
