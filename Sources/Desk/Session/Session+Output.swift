import Files
import Import
import Presentation
import Workflow

/// How what was found gets to people, programs and files.
extension Session {
    /// Prints text for people, a screen at a time where it is longer than the terminal.
    func page(_ text: String) throws {
        if answersInJSON { return gathered.lines.append(text.withoutTrailingSpace) }
        let pager = Pager(isWanted: !globals.noPager, terminal: terminal, environment: environment)
        if let pager, Pager.isLongerThanScreen(text, terminal: terminal) {
            try flush()
            try pager.show(Array(TerminalText.styled(text).utf8), environment: environment)
        } else {
            try write(styled: text)
        }
    }

    /// Whether lists are printed for people.
    var isTable: Bool { (globals.askedFormat ?? Format.usual(isTerminal: terminal.isTerminal)) == .table }

    /// Prints rows in the format asked for, else as a table on a terminal and tab-separated in a pipe.
    func show(
        _ rows: Rows, fields: String? = nil, as asked: Format? = nil, zone: TimeZoneRules
    ) throws {
        var rows = rows
        rows.asOf = asOf?.milliseconds
        if fields == "help" {
            rows = rows.fieldList(words: words)
        } else if let fields {
            rows = try rows.selecting(fields.split(separator: ",").map { String($0) })
        }
        let format = asked ?? globals.askedFormat ?? Format.usual(isTerminal: terminal.isTerminal)
        if format == .xlsx {
            return try write(ListWorkbook(words: words, zone: zone, now: now).workbook(of: rows))
        }
        guard format != .html else { throw UsageError.formatNotHere(format.rawValue) }
        let rendering = Rendering(
            format: format, terminal: terminal, zone: zone, words: words, hasHeader: !globals.noHeader)
        let bytes = rendering.bytes(of: rows)
        if format == .table { try page(String(decoding: bytes, as: UTF8.self)) } else { try write(bytes) }
    }

    /// Does something, and makes a file of what it prints; of half of it none is made.
    func writing(to path: String?, _ body: () throws -> Void) throws {
        guard let path else { return try body() }
        file = []
        defer { file = nil }
        try body()
        if !globals.isDryRun { try FileBytes.write(file ?? [], to: path) }
        file = nil
        try print(words.importing.written(path, globals.isDryRun))
    }

    /// Writes a workbook into a file or a pipe.
    /// - Throws: `UsageError.workbookOnTerminal`
    func write(_ workbook: Workbook) throws {
        guard !terminal.isTerminal else { throw UsageError.workbookOnTerminal }
        try write(try bytes(of: workbook))
    }

    func bytes(of workbook: Workbook) throws -> [UInt8] {
        try WorkbookFile.bytes(of: workbook, folder: environment["TMPDIR"] ?? "/tmp")
    }
}
