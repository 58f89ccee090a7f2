/// What the house refuses, as tables. Each rule gives the places that break it, as `path:line` or a sentence.
enum HouseRules {
    /// What each module may import besides the system.
    static let importable: [String: Set<String>] = [
        "Workflow": [],
        "Migrations": [],
        "Seeds": [],
        "Storage": ["Workflow", "Migrations", "GRDB", "GRDBSQLite", "CSQLite"],
        "Files": ["CSHA256", "CZlib"],
        "Import": ["Files", "Storage", "Workflow"],
        "Knowledge": ["Storage", "Workflow"],
        "Reporting": ["Storage", "Workflow"],
        "Diagnosis": ["Workflow", "CDiagnosis"],
        "App": ["Diagnosis", "Files", "Import", "Knowledge", "Reporting", "Storage", "Workflow"],
        "Presentation": [
            "Diagnosis", "Files", "Import", "Knowledge", "Reporting", "Storage", "Workflow", "CXLSXWriter",
        ],
        "Desk": [
            "App", "Diagnosis", "Files", "Presentation", "Import", "Knowledge", "Reporting", "Storage", "Workflow",
            "Seeds",
            "ArgumentParser",
            "CProcessStart",
        ],
    ]

    private static let system: Set<String> = ["Dispatch", "Foundation", "Glibc", "Musl", "Darwin", "Synchronization"]

    /// What each module may import of the system, where that is not all of it.
    private static let importableSystem: [String: Set<String>] = [
        "Workflow": ["Foundation"], "Migrations": [], "Seeds": [],
    ]

    /// The one place that may know a library, by the beginning of its name.
    private static let places = [
        "GRDB": "Sources/Storage/SQLite/", "CSQLite": "Sources/Storage/SQLite/",
        "CSHA256": "Sources/Files/SHA256.swift", "CZlib": "Sources/Files/Logs/GzipStream.swift",
        "CXLSXWriter": "Sources/Presentation/Workbook/WorkbookWriter.swift",
        "CProcessStart": "Sources/Desk/Output/Environment.swift",
    ]

    /// The clock, the environment and chance enter at the edge, as values.
    static let refusedBelowDesk = [
        Pattern(word: "Date", regex: #"\bDate(\.init)?\(\s*(\)|timeIntervalSinceNow\b)"#),
        Pattern(word: "now", regex: #"\bDate\.now\b"#),
        Pattern(word: "ContinuousClock", regex: #"\bContinuousClock\b"#),
        Pattern(word: "SuspendingClock", regex: #"\bSuspendingClock\b"#),
        Pattern(word: "clock_gettime", regex: #"\bclock_gettime\b"#),
        Pattern(word: "gettimeofday", regex: #"\bgettimeofday\b"#),
        Pattern(word: "time", regex: #"(^|[^.\w])time\(\s*(nil|&)"#),
        Pattern(word: "ProcessInfo", regex: #"\bProcessInfo\b"#),
        Pattern(word: "getenv", regex: #"\bgetenv\b"#),
        Pattern(word: "environ", regex: #"\benviron\b"#),
        Pattern(word: "SystemRandomNumberGenerator", regex: #"\bSystemRandomNumberGenerator\b"#),
        Pattern(word: "random", regex: #"\.random\("#),
        Pattern(word: "randomElement", regex: #"\.randomElement\("#),
        Pattern(word: "shuffle", regex: #"\.shuffle\("#),
        Pattern(word: "shuffled", regex: #"\.shuffled\("#),
        Pattern(word: "UUID", regex: #"\bUUID\(\)"#),
        Pattern(word: "getrandom", regex: #"\bgetrandom\b"#),
    ]

    static let refusedEverywhere = [
        Pattern(word: "unchecked", regex: #"@unchecked\s+Sendable\b"#),
        Pattern(word: "nonisolated", regex: #"\bnonisolated\(\s*unsafe\s*\)"#),
        Pattern(word: "preconcurrency", regex: #"@preconcurrency\b"#),
        Pattern(word: "_exported", regex: #"@_exported\b"#),
        Pattern(word: "try", regex: #"\btry!"#),
        Pattern(word: "fatalError", regex: #"\bfatalError\("#),
    ]

    /// Declarations, not values that happen to be called so, such as `.public`.
    static let publicDeclarations = ["public", "open"].map { (word: String) in
        Pattern(
            word: word,
            regex: #"(^|[^.`\w\n])\#(word)(\(set\))?[ \t]+(\w+(\(\w+\))?[ \t]+)*"#
                + #"(struct|class|enum|actor|protocol|extension|typealias|func|var|let|init|subscript|import|macro)\b"#)
    }

    /// SQL that only one engine understands, or that only tells its planner what to do: it belongs in the folder of its driver.
    static let engineSQL = [
        Pattern(word: "LIMIT", regex: #"\bLIMIT\s+-1\b"#),
        Pattern(word: "INDEXED", regex: #"\bINDEXED\s+BY\b"#),
        Pattern(word: "MATCH", regex: #"\bMATCH\b"#),
        Pattern(word: "CROSS", regex: #"\bCROSS\s+JOIN\b"#),
        Pattern(word: "json_each", regex: #"\bjson_each\b"#),
        Pattern(word: "rowid", regex: #"\browid\b"#),
        Pattern(word: "PRAGMA", regex: #"\bPRAGMA\b"#),
        Pattern(word: "likely", regex: #"\blikely\("#),
        Pattern(word: "unlikely", regex: #"\bunlikely\("#),
        Pattern(word: "sqlite_master", regex: #"\bsqlite_master\b"#),
        Pattern(word: "GLOB", regex: #"\bGLOB\b"#),
        // A sign before a column hides the column from the planner.
        Pattern(word: nil, regex: #"\b(AND|OR|NOT|BY|ON|WHERE|SELECT)\s+\(?\+[a-z_]+\b"#),
    ]

    static let unfinished = ["TODO", "FIXME"].map { (word: String) in Pattern(word: word, regex: #"\b\#(word)\b"#) }

    static func strayImports(of file: SourceFile) -> [String] {
        let allowed = (importable[file.module] ?? []).union(importableSystem[file.module] ?? system)
        return file.imports.filter { name in
            !allowed.contains(name) || places.contains { name.hasPrefix($0) && !file.path.hasPrefix($1) }
        }.map { "\(file.path) imports \($0)" }
    }

    /// The imports of a module that are modules of this package or products of others.
    static func dependencies(_ files: [SourceFile]) -> Set<String> {
        Set(files.flatMap(\.imports)).subtracting(system)
    }

    /// The name under which SwiftPM embeds a file.
    static func resourceName(_ file: String) -> String {
        let name = String(file.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        return name.first?.isNumber == true ? "_" + name.dropFirst() : name
    }
}

extension HouseRules {
    /// The only files that may name an engine: its own folder, and the program's entry.
    static let drivers = ["Sources/Storage/SQLite/", "Sources/Desk/Start/DeskFile.swift"]

    static let driverNames = [
        Pattern(word: "SQLiteDatabase", regex: #"\bSQLiteDatabase\b"#),
        Pattern(word: "ReopeningDatabase", regex: #"\bReopeningDatabase\b"#),
        Pattern(word: "SQLiteTransaction", regex: #"\bSQLiteTransaction\b"#),
    ]

    /// What a front may show and never decide: who may do what, and what is sure enough to be told.
    static let refusedInFronts =
        [
            Pattern(word: "needs", regex: #"\bneeds:\s*\."#),
            Pattern(word: "require", regex: #"\.require\("#),
            Pattern(word: "allow", regex: #"\.allow\(\."#),
            Pattern(
                word: "confirmAbove",
                regex: #"let \w+ = (\w+\.)*confirmAbove|confirmAbove\s*[<>]|[<>]=?\s*(\w+\.)*confirmAbove"#),
            Pattern(word: "score", regex: #"\bscore\s*[<>]=?\s*[0-9]"#),
            Pattern(word: "similarity", regex: #"\bsimilarity\s*[<>]=?\s*[0-9]"#),
        ]
        + Permission.names.map { Pattern(word: $0, regex: #"\bPermission\.\#($0)\b"#) }

    /// Names of permissions, which no front chooses.
    private enum Permission {
        static let names = [
            "work", "closeUnresolved", "reopenClosed", "importing", "mergeCustomers", "taxonomy", "automation",
            "publishing", "teams",
            "calendars", "settings", "repair", "roles", "purge", "erase",
        ]
    }

    /// Statements, in the text of a front.
    static let statements = ["SELECT", "INSERT", "UPDATE", "DELETE"].map {
        Pattern(word: $0, regex: #"["\n]\s*"# + $0 + #"\s+(\w+\s+)*(FROM|INTO|SET)\b"#)
    }

    /// A rehearsal is a mode of the context, and no parameter.
    static let rehearsalFlags = ["isRehearsal", "isDryRun", "dryRun"].map {
        Pattern(word: $0, regex: #"[(,]\s*(_\s+)?"# + $0 + #":\s*Bool\b"#)
    }
}
