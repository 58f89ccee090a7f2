import Presentation

/// A verb that is said all day, and so is read from a quick line.
protocol QuickVerb: Verb {
    var globals: GlobalOptions { get set }

    /// Takes the verb's own options out of a line that holds no others, and then its words.
    mutating func take(from line: inout QuickLine)
}

/// The command that a line means, when that can be read without the parser.
struct QuickCommand {
    let verb: any Verb
    /// The line in the order in which the parser would have got it: the verb first.
    let arguments: [String]

    init?(_ arguments: [String]) {
        var line = QuickLine(arguments)
        let globals = GlobalOptions(quick: &line)
        guard let name = line.takeFirst(), var verb = Self.verb(name) else { return nil }
        verb.globals = globals
        verb.take(from: &line)
        guard !line.isOdd else { return nil }
        let places = arguments.indices.filter { arguments[$0] == name }
        guard places.count == 1 else { return nil }
        self.verb = verb
        self.arguments = Array(arguments[places[0]...] + arguments[..<places[0]])
    }

    private static func verb(_ name: String) -> (any QuickVerb)? {
        switch name {
        case "show": Show()
        case "ls": List()
        case "search": Search()
        case "new": New()
        case "take": Take()
        case "reply": Reply()
        case "note": Note()
        case "resolve": Resolve()
        case "triage": TriageVerb()
        case "similar": SimilarVerb()
        case "ask": AskVerb()
        case "import": ImportFiles()
        default: nil
        }
    }
}

extension Show: QuickVerb {
    mutating func take(from line: inout QuickLine) {
        isPublic = line.flag("--public")
        isInternal = line.flag("--internal")
        events = line.flag("--events")
        original = line.flag("--original")
        raw = line.flag("--raw")
        version = line.number("--version")
        numbers = line.words()
    }
}

extension List: QuickVerb {
    mutating func take(from line: inout QuickLine) {
        status = line.value("-s", "--status")
        category = line.value("-c", "--category")
        assignee = line.value("-a", "--assignee")
        priority = line.value("-p", "--prio", "--priority")
        tag = line.value("-t", "--tag")
        mine = line.flag("--mine")
        unassigned = line.flag("--unassigned")
        view = line.value("--view")
        limits = ListLimits(quick: &line)
        fields = line.value("--fields")
        template = line.value("--template")
        sort = line.value("--sort")
        query = QueryWords(quick: line.words())
    }
}

extension Search: QuickVerb {
    mutating func take(from line: inout QuickLine) {
        limits = ListLimits(quick: &line)
        area = line.value("--in")
        context = line.number("--context") ?? 24
        sort = line.value("--sort")
        variants = line.flag("--variants")
        query = QueryWords(quick: line.words())
    }
}

extension New: QuickVerb {
    mutating func take(from line: inout QuickLine) {
        text = TextOptions(quick: &line)
        category = line.value("-c", "--category")
        priority = line.value("-p", "--prio", "--priority")
        customer = line.value("--customer")
        org = line.value("--org")
        assign = line.value("--assign")
        team = line.value("--team")
        tag = line.values("--tag")
        channel = line.value("--channel")
        field = line.values("--field")
        ref = line.value("--ref")
        template = line.value("--template")
        files = AttachOptions(quick: &line)
        noTriage = line.flag("--no-triage")
        title = line.onlyWord()
    }
}

extension Take: QuickVerb {
    mutating func take(from line: inout QuickLine) {
        steal = line.flag("--steal")
        targets = Targets(quick: &line)
    }
}

extension Reply: QuickVerb {
    mutating func take(from line: inout QuickLine) {
        canned = line.value("--canned")
        kb = line.value("--kb")
        force = line.flag("--force")
        text = TextOptions(quick: &line)
        said = SayingOptions(quick: &line)
        files = AttachOptions(quick: &line)
        targets = Targets(quick: &line)
    }
}

extension Note: QuickVerb {
    mutating func take(from line: inout QuickLine) {
        text = TextOptions(quick: &line)
        said = SayingOptions(quick: &line)
        mention = line.values("--mention")
        files = AttachOptions(quick: &line)
        targets = Targets(quick: &line)
    }
}

extension Resolve: QuickVerb {
    mutating func take(from line: inout QuickLine) {
        end = EndOptions(quick: &line)
        targets = Targets(quick: &line)
    }
}

extension TriageVerb: QuickVerb {
    mutating func take(from line: inout QuickLine) {
        apply = line.flag("--apply")
        evaluate = line.flag("--evaluate")
        folds = line.number("--folds") ?? 5
        text = TextOptions(quick: &line)
        choice = TriageChoice(quick: &line)
        targets = Targets(quick: &line)
    }
}

extension SimilarVerb: QuickVerb {
    mutating func take(from line: inout QuickLine) {
        limit = line.number("--limit") ?? 10
        guard let word = line.onlyWord() else { return line.giveUp() }
        number = word
    }
}

extension AskVerb: QuickVerb {
    mutating func take(from line: inout QuickLine) {
        text = TextOptions(quick: &line)
        options = AnswerOptions(quick: &line)
        priority = line.value("-p", "--prio", "--priority")
        words = line.words()
    }
}

extension ImportFiles: QuickVerb {
    mutating func take(from line: inout QuickLine) {
        status = line.value("--status")
        form = line.value("--form")
        batch = line.value("--batch")
        at = line.value("--at")
        onConflict = line.value("--on-conflict")
        encoding = line.value("--encoding")
        dialect = line.value("--dialect")
        map = line.value("--map")
        force = line.flag("--force")
        lines = line.flag("--lines")
        paths = line.words()
        // `--as articles` is an option of this verb.
        let isOther = paths.first.map(Self.verbs.contains) ?? true
        if isOther || globals.actor != nil { line.giveUp() }
    }

    /// What else `desk import` does.
    static let verbs = ["files", "list", "show", "undo"]
}
