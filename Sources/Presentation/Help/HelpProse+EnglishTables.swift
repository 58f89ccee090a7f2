import Storage
import Workflow

/// What the two longest topics say in English.
extension HelpProse {
    static let englishQuery = QueryProse(
        intro: [
            "Terms stand side by side and must all hold: status:open category:CDN 证书. Words are looked for in title, description "
                + "and messages. \"desk ls\" and changes by --query look at open tickets unless a term says otherwise.",
            "Names and values may be English or Chinese; full-width signs are taken for narrow ones.",
        ],
        syntax: [
            "field:a,b": "one of several values", "-field:a": "not", "( … OR … )": "one of several terms",
            "\"a b\"": "just this text; \"\" or \\\" for a quotation mark inside", "@name": "a saved query (desk view)",
            "42, 40-45": "numbers, where nothing else is said", "@last": "the ticket that you touched last",
            "a..b": "from a to b, both included; either may be left out",
            "was:status=open": "it was so at some time", "changed:priority>-7d": "it was changed then",
        ],
        joints: "Between terms",
        sorting: ["Behind a name, -desc turns the order round; field.NAME orders by a custom field."],
        kind: { kind in
            switch kind {
            case .id: "Numbers of tickets"
            case .text: "Texts"
            case .name: "Names"
            case .date: "Dates"
            case .duration: "Lengths of time"
            case .number: "Counts"
            case .flag: "Marks"
            case .status: "Status"
            case .priority: "Priority"
            case .causeState: "How sure a cause is"
            case .resolution: "How it ended"
            case .sla: "Promises"
            case .part: "What there is"
            case .area: "Where words are looked for"
            case .order: "Order"
            case .history: "The past"
            }
        },
        meaning: { englishMeaning($0) })

    private static func englishMeaning(_ field: Query.Field) -> String? {
        switch field {
        case .ref: "FILE/7, the seventh ticket of a file; or what another system calls it"
        case .batch: "the import that brought it"
        case .category: "with those below it; =CDN is just that one"
        case .involves: "assigned to them, or they wrote on it"
        case .language: "in which the customer is answered"
        case .tag: "also of tickets merged into it; =NAME just its own"
        case .custom: "a field of the desk's own; numbers and days compare as such"
        case .article: "an article that helped"
        case .due: "when the next promise is due"
        case .firstReply: "the first public answer"
        case .idle: "since the last change"
        case .waiting: "since when the customer waits for an answer"
        case .replyTime: "from the creation to the first answer"
        case .sla: "<2h: due within two hours; or a state"
        case .wasResolved: "resolved in that time, whatever came later"
        case .cameBack: "resolved in that time, and opened again since"
        case .openAt: "not done at the end of that day"
        case .replies: "public messages of agents"
        case .handovers: "from one agent or team to another"
        case .area: "in:title, in:note …"
        case .similar: "near that ticket"
        default: nil
        }
    }

    static let englishDates = DateProse(
        intro: [
            "A day is a day in the desk's time zone, or in that of --tz. >D is after the end of D, >=D from its start, <D before its "
                + "start, <=D until its end."
        ],
        forms: [
            "2026-03-01, 2026/3/1": "a day; 3月1日 is the nearest one",
            "2026-03, 2026Q1, 2026-W10": "a month, a quarter, a week",
            "2026": "a year", "2026-03-01T09:00": "a minute; with +08:00 in another zone",
            "2026-03-01..2026-03-07": "both days included; either may be left out",
            "-7d, +2bd, 3天前, 三天后": "so far from now; \"created:-7d\" is from then until now",
        ],
        named: "Periods with names", units: "Lengths of time",
        aboutUnits: ["A number and a unit, several in a row: 3d4h, 2bd, 30分钟. bh and bd are counted in the calendar."],
        moments: "Moments, as in --until and --at",
        momentForms: [
            "2bd, +3d, 三天后": "so long from now", "friday, 周五, 下周一": "the next such day",
            "tomorrow 9:30, 下午3点": "a day and a time, or a time of today",
            "tomorrow, 12月1日": "a day: for a ticket that waits, when work begins on it",
        ])

    static let englishOutput = OutputProse(
        intro: [
            "On a terminal a table, a screen at a time where it is long; in a pipe tab-separated values with a header, whole and "
                + "without colour. --format chooses, --json is --format json. \"desk help json\" lists every document.",
            "Nothing that a text holds is an order to a terminal; pipes and files get the bytes as they are.",
        ],
        format: { format in
            switch format {
            case .table: "columns for people, as wide as the terminal"
            case .tsv: "tab-separated values, times as RFC 3339"
            case .csv: "for spreadsheets"
            case .json: "one document, with the query and how many there are in all"
            case .jsonl: "a document in each line"
            case .md: "Markdown"
            case .html: "reports only: one page without scripts"
            case .xlsx: "lists and reports, where the program was built for it"
            case .ids: "the numbers, one a line, for another command's -"
            case .count: "how many, as a bare number"
            }
        },
        columns: "Columns of desk ls --fields", options: "Options",
        optionRows: [
            "--fields a,b": "these columns, in this order; help lists them, and none of them is left out",
            "--sort created-desc": "the order; desk help query lists the keys",
            "--limit 50 --offset 50": "a part of the list; 0 is all",
            "--template FILE": "a text for each ticket, with {{title}} and {{customer|nobody}}",
            "--no-header, --no-pager, -q": "less around it", "--color, NO_COLOR": "whether there are colours",
            "--lang en|zh, --tz ZONE": "in which language, by which clock",
            "--as-of TIME": "the desk as it was: a date, or op:318", "-n": "what would happen; nothing is written",
        ])
}
