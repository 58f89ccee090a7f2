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

    /// Sentences go on below, at a word's end; what is coloured or laid out already is left as it is.
    func wrapped(_ line: String, on terminal: Terminal? = nil) -> String {
        guard let width = (terminal ?? self.terminal).width, DisplayWidth.of(line) > width, !line.contains("\u{1B}")
        else { return line }
        return line.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard DisplayWidth.of(String(line)) > width else { return String(line) }
            let indent = String(line.prefix { $0 == " " })
            let lines = LineWrap.lines(
                of: String(line.dropFirst(indent.count)), width: max(20, width - indent.count - 2))
            return lines.enumerated().map { indent + ($0 == 0 ? "" : "  ") + $1 }.joined(by: "\n")
        }.joined(by: "\n")
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
        // A name that promises what nobody writes here.
        let foreign = ["pdf", "doc", "docx", "png", "jpg", "jpeg", "svg", "ods", "xls", "zip", "xml"]
        if let end = path.split(separator: "/").last?.split(separator: ".").dropFirst().last,
            foreign.contains(end.lowercased())
        {
            throw UsageError.formatNotHere(end.lowercased())
        }
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
