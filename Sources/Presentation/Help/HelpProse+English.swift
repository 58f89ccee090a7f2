import Import
import Storage
import Workflow

extension HelpProse {
    static let english = HelpProse(
        title: { page in
            switch page {
            case .query: "The query language"
            case .dates: "Dates and lengths of time"
            case .output: "What is printed, and how"
            case .exitCodes: "How a command ends"
            case .statuses: "Statuses, and what leads from one to another"
            case .sla: "Promises: policies, clocks and their states"
            case .import: "Bringing tickets in"
            case .privacy: "Who sees what"
            }
        },
        query: englishQuery, dates: englishDates, output: englishOutput, exits: englishExits,
        statuses: StatusProse(
            intro: ["A ticket is in one of these; \"desk status rename\" gives them the desk's own names."],
            moves: "What may be done in which status, and where it leads", any: "any status", same: "the same"),
        sla: englishSLA, importing: englishImport, privacy: englishPrivacy)

    private static let englishExits = ExitProse(
        intro: [
            "With --json the error is a document, too; its key \"code\" tells more than the number."
        ],
        done: "done; also an empty list, nothing to change, and an import without news",
        kind: { kind in
            switch kind {
            case .usage: "the command line or the query makes no sense"
            case .unknownValue: "a name or a value is not known"
            case .notFound: "there is no such thing"
            case .notAllowed: "your role may not do it"
            case .refused: "a rule of the desk forbids it"
            case .conflict: "somebody else was faster"
            case .busy: "the desk was busy for longer than --timeout"
            case .full: "there is no room left"
            case .damaged: "the file is damaged"
            case .unavailable: "something that is needed cannot be reached"
            case .failed: "it was tried and came to nothing"
            case .cancelled: "you said no, or left the editor without a text"
            case .partlyDone: "some of it was done, and some was refused"
            }
        },
        or: "; ", interrupted: "stopped with Ctrl-C")

    private static let englishSLA = SLAProse(
        intro: [
            "A policy promises something to the tickets that its query finds; of several the first counts. Its clock is the "
                + "calendar's it names, or the one on the wall.",
            "What it may promise:",
        ],
        goal: { goal in
            switch goal {
            case .first: "the first PUBLIC answer of an agent, from the creation"
            case .next: "the next one, from the oldest message of the customer that nobody has answered"
            case .resolve: "the resolution, from the creation or from the last time it was opened again"
            }
        },
        terms: "Terms, separated by semicolons: desk sla new NAME --when QUERY --terms TERMS",
        termRows: [
            "first 1bh": "a goal and a length: h and d by the clock, bh and bd of business time",
            "first urgent 15m": "the same for one priority", "pause pending": "statuses in which no clock runs",
            "warn 30bm": "how long before it is due somebody is told, by desk tick",
        ],
        states: "How a promise stands; sla:, sla.first:, sla.next: and sla.resolve: find tickets by it",
        commands: "Commands",
        commandRows: [
            "desk sla explain 1042": "each piece of time that counted, and why",
            "desk sla check": "what looks as if clocks were stopped that should have run",
            "desk sla simulate": "what other terms would have given", "desk ls sla:<2h": "what is due within two hours",
            "desk report sla": "how many promises were kept",
        ])

    private static let englishImport = ImportProse(
        intro: [
            "desk import FILE… takes files and folders; -n tells what would happen and writes nothing. Each file is all taken in "
                + "or not at all, and each line of it is accounted for: --lines prints where each went.",
            "Tickets are read under headings, in FAQ pages, lists, tables, CSV, chats, exports of trackers and one a file; the surest "
                + "reader wins. Where under half of what looks like a ticket is one, or over 30 % of the lines are in none, the file is "
                + "not understood: nothing of it is kept, and the exit status is 7.",
            "What a file holds is seen by its form, and said; these say it:",
        ],
        form: { $0 == .tickets ? "tickets, by headings, speakers and labels" : "guides and questions with answers" },
        again: "The same again",
        aboutAgain: [
            "The same bytes change nothing, under whatever name. A file that was changed updates its tickets; what agents did to "
                + "them meanwhile stays and is listed. desk import undo takes a run back, but for tickets that somebody worked on since."
        ],
        aboutConflicts: ["A value that both the file and an agent changed:"],
        rule: { rule in
            switch rule {
            case .skip: "stays as it is here (unless told otherwise)"
            case .update: "becomes what the file says"
            case .fail: "refuses the whole file"
            }
        },
        options: "Options",
        optionRows: [
            "--force": "keeps what was found in files that are not understood",
            "--dialect NAME, --map FILE": "how tickets are written, what columns mean; desk dialect --help",
            "--encoding big5": "of files without a mark that do not read well as UTF-8 or GB18030",
            "-": "standard input",
            "--status resolved": "the status every ticket gets, instead of what its source says",
            "--batch NAME": "what the run is called; batch:NAME finds its tickets",
            "--at TIME": "when tickets came whose source does not say",
            "desk export": "writes what import reads back: --out, --one-file, --public-only, --metrics, --mask",
            "desk roundtrip FILE": "proves that a file comes back byte for byte",
        ])

    private static let englishPrivacy = PrivacyProse(
        intro: [
            "Every text is PUBLIC, for the customer, or INTERNAL, for agents alone, and each command that stores one says which. "
                + "Notes, reasons, causes, links and watchers are internal; replies and what customers said are public.",
            "\"desk show --public\" and \"desk export --public-only\" tell only what the customer may see. A PUBLIC text that looks "
                + "unfinished is refused (desk config get reply.guard); --force sends it.",
            "Texts that a failed command would have lost are drafts in your own folder, readable by you alone.",
            "The desk's file and everything it writes are readable by their owner alone.",
        ],
        personal: "Personal data",
        aboutPersonal: [
            "\"desk export --mask\" masks these in titles, messages and fields; has:pii finds tickets that hold some."
        ],
        kind: { kind in
            switch kind {
            case .mobile: "mobile telephone numbers"
            case .identity: "identity numbers with a valid check digit"
            case .email: "e-mail addresses"
            case .ipAddress: "addresses of machines"
            case .domain: "names of sites"
            case .secret: "keys, tokens and passwords"
            }
        },
        roles: "What takes which role",
        aboutRoles: ["desk role grant and deny change it for one desk."])
}
