import Knowledge
import Presentation

/// The groups of options, read from a quick line. A property that is not set here cannot be read: a test compares each
/// command with what the parser makes of the same line.
extension GlobalOptions {
    init(quick line: inout QuickLine) {
        self.init()
        database = line.value("--db")
        actor = line.value("--as")
        asOf = line.value("--as-of")
        isDryRun = line.flag("-n", "--dry-run")
        yes = line.flag("-y", "--yes")
        noInput = line.flag("--no-input")
        quiet = line.flag("-q", "--quiet")
        verbose = line.flag("-v", "--verbose")
        colour = line.choice("--color") ?? .auto
        noPager = line.flag("--no-pager")
        zone = line.value("--tz")
        lang = line.choice("--lang")
        timeoutSeconds = 30
        ifVersion = line.number("--if-version")
        format = line.choice("--format")
        isJSON = line.flag("--json")
        noHeader = line.flag("--no-header")
    }
}

extension QueryWords {
    init(quick words: [String]) {
        self.init()
        self.words = words
    }
}

extension ListLimits {
    init(quick line: inout QuickLine) {
        self.init()
        limit = line.number("--limit")
        offset = line.number("--offset") ?? 0
    }
}

extension Targets {
    init(quick line: inout QuickLine) {
        self.init()
        query = line.value("--query")
        numbers = line.words()
    }
}

extension TextOptions {
    init(quick line: inout QuickLine) {
        self.init()
        message = line.value("-m", "--message")
        file = line.value("-F", "--file")
        editor = line.flag("-e", "--editor")
        if [message != nil, file != nil, editor].filter({ $0 }).count > 1 { line.giveUp() }
    }
}

extension AttachOptions {
    init(quick line: inout QuickLine) {
        self.init()
        attach = line.values("--attach")
    }
}

extension EndOptions {
    init(quick line: inout QuickLine) {
        self.init()
        text = TextOptions(quick: &line)
        resolution = line.value("--resolution")
        cause = line.values("--cause")
        kb = line.value("--kb")
        category = line.value("-c", "--category")
        force = line.flag("--force")
    }
}

extension SayingOptions {
    init(quick line: inout QuickLine) {
        self.init()
        at = line.value("--at")
        then = line.choice("--then")
        until = line.value("--until")
        resolution = line.value("--resolution")
        reason = line.value("--reason")
        if until != nil && then != .pend && then != .hold || resolution != nil && then != .resolve { line.giveUp() }
    }
}

extension TriageChoice {
    // A bound for the score, --min, is left to the parser.
    init(quick line: inout QuickLine) {
        self.init()
        minimum = Triage.usualMinimum
        field = line.value("--field")
    }
}

extension AnswerOptions {
    init(quick line: inout QuickLine) {
        self.init()
        limit = line.number("--limit") ?? 3
        use = line.number("--use")
        if limit < 1 || limit > 100 { line.giveUp() }
    }
}
