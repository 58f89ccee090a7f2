/// A verb that is said all day, and so is read from a quick line.
protocol QuickVerb: Verb {
    /// Takes the verb's own options out of a line that holds no others, and then its words.
    init(quick line: inout QuickLine, _ globals: GlobalOptions)
}

/// The command that a line means, when that can be read without the parser.
struct QuickCommand {
    let verb: any Verb
    /// The line in the order in which the parser would have got it: the verb first.
    let arguments: [String]

    init?(_ arguments: [String]) {
        var line = QuickLine(arguments)
        let globals = GlobalOptions(quick: &line)
        guard let name = line.takeFirst(), let verb = Self.verb(name, &line, globals), !line.isOdd else { return nil }
        let places = arguments.indices.filter { arguments[$0] == name }
        guard places.count == 1 else { return nil }
        self.verb = verb
        self.arguments = Array(arguments[places[0]...] + arguments[..<places[0]])
    }

    private static func verb(_ name: String, _ line: inout QuickLine, _ globals: GlobalOptions) -> (any Verb)? {
        switch name {
        case "show": Show(quick: &line, globals)
        case "ls": List(quick: &line, globals)
        case "search": Search(quick: &line, globals)
        case "new": New(quick: &line, globals)
        case "take": Take(quick: &line, globals)
        case "reply": Reply(quick: &line, globals)
        case "note": Note(quick: &line, globals)
        case "resolve": Resolve(quick: &line, globals)
        default: nil
        }
    }
}

extension Show: QuickVerb {
    init(quick line: inout QuickLine, _ globals: GlobalOptions) {
        self.init()
        self.globals = globals
        isPublic = line.flag("--public")
        isInternal = line.flag("--internal")
        events = line.flag("--events")
        original = line.flag("--original")
        numbers = line.words()
    }
}

extension List: QuickVerb {
    init(quick line: inout QuickLine, _ globals: GlobalOptions) {
        self.init()
        self.globals = globals
        shortcuts = QueryShortcuts(quick: &line)
        limits = ListLimits(quick: &line)
        fields = line.value("--fields")
        sort = line.value("--sort")
        query = QueryWords(quick: line.words())
    }
}

extension Search: QuickVerb {
    init(quick line: inout QuickLine, _ globals: GlobalOptions) {
        self.init()
        self.globals = globals
        limits = ListLimits(quick: &line)
        area = line.value("--in")
        context = line.number("--context") ?? 24
        query = QueryWords(quick: line.words())
    }
}

extension New: QuickVerb {
    init(quick line: inout QuickLine, _ globals: GlobalOptions) {
        self.init()
        self.globals = globals
        text = TextOptions(quick: &line)
        category = line.value("-c", "--category")
        priority = line.value("-p", "--prio", "--priority")
        customer = line.value("--customer")
        org = line.value("--org")
        assign = line.value("--assign")
        team = line.value("--team")
        tag = line.values("--tag")
        channel = line.value("--channel")
        files = AttachOptions(quick: &line)
        noTriage = line.flag("--no-triage")
        title = line.onlyWord()
    }
}

extension Take: QuickVerb {
    init(quick line: inout QuickLine, _ globals: GlobalOptions) {
        self.init()
        self.globals = globals
        steal = line.flag("--steal")
        targets = Targets(quick: &line)
    }
}

extension Reply: QuickVerb {
    init(quick line: inout QuickLine, _ globals: GlobalOptions) {
        self.init()
        self.globals = globals
        canned = line.value("--canned")
        force = line.flag("--force")
        text = TextOptions(quick: &line)
        said = SayingOptions(quick: &line)
        files = AttachOptions(quick: &line)
        targets = Targets(quick: &line)
    }
}

extension Note: QuickVerb {
    init(quick line: inout QuickLine, _ globals: GlobalOptions) {
        self.init()
        self.globals = globals
        text = TextOptions(quick: &line)
        said = SayingOptions(quick: &line)
        files = AttachOptions(quick: &line)
        targets = Targets(quick: &line)
    }
}

extension Resolve: QuickVerb {
    init(quick line: inout QuickLine, _ globals: GlobalOptions) {
        self.init()
        self.globals = globals
        end = EndOptions(quick: &line)
        targets = Targets(quick: &line)
    }
}
