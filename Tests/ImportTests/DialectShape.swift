/// One dialect: a choice in each dimension in which files of the family differ.
struct DialectShape: CustomStringConvertible {
    enum Level: Int, CaseIterable { case one = 1, two, three }
    enum TitleForm: CaseIterable {
        case bare, problem, q, number, comma, chineseCase, bracket, bracketWord, dash, sign, label
    }
    enum CategoryName: CaseIterable { case category, problemCategory, tag, english, weak }
    enum Depth: Int, CaseIterable { case none, one, two, three, four }
    enum Separator: String, CaseIterable { case wideBar = "｜", bar = "|", angle = " > ", wideAngle = "＞", arrow = "→" }
    enum LabelLook: CaseIterable { case narrow, wide, inside, bracket, listed, plain, quoted, row, heading }
    enum SectionLook: CaseIterable {
        case heading, deepHeading, numberedHeading, boldHeading, inlineLabel, labelAbove, bracket
    }
    enum Names: CaseIterable { case detailed, short, colloquial, english }
    enum Answers: CaseIterable { case dashes, stars, numbers, commas, one, lines, talk, none }
    enum Turns: CaseIterable { case bold, boldInside, plain, listed, bracket, narrow, none }
    enum Spacing: CaseIterable { case tight, loose }
    enum Causes: CaseIterable { case list, line, semicolons, label, none }
    enum Divider: CaseIterable { case rule, none, stars }
    enum Ends: CaseIterable { case lf, crlf, noFinal }
    enum Mark: CaseIterable { case none, byteOrder }
    enum Hazard: CaseIterable { case none, fence, comment, ticketHeading, list, rule, masks }
    enum Closing: CaseIterable { case none, summary, statistics }
    enum Opening: CaseIterable { case none, title, declared, quoted, contents }
    enum StatusPlace: CaseIterable { case none, header, footer }
    enum Extra: CaseIterable { case none, label, section }
    enum Groups: CaseIterable { case none, some }

    var level = Level.two
    var title = TitleForm.bare
    var categoryName = CategoryName.category
    var depth = Depth.two
    var separator = Separator.wideBar
    var labelLook = LabelLook.narrow
    var sectionLook = SectionLook.heading
    var names = Names.detailed
    var answers = Answers.dashes
    var turns = Turns.bold
    var spacing = Spacing.loose
    var causes = Causes.line
    var divider = Divider.rule
    var ends = Ends.lf
    var mark = Mark.none
    var hazard = Hazard.none
    var closing = Closing.none
    var opening = Opening.title
    var status = StatusPlace.none
    var extra = Extra.none
    var groups = Groups.none

    static let sizes: [Int] = [
        Level.allCases.count, TitleForm.allCases.count, CategoryName.allCases.count, Depth.allCases.count,
        Separator.allCases.count, LabelLook.allCases.count, SectionLook.allCases.count, Names.allCases.count,
        Answers.allCases.count, Turns.allCases.count, Spacing.allCases.count, Causes.allCases.count,
        Divider.allCases.count, Ends.allCases.count, Mark.allCases.count, Hazard.allCases.count,
        Closing.allCases.count, Opening.allCases.count, StatusPlace.allCases.count, Extra.allCases.count,
        Groups.allCases.count,
    ]

    init(_ row: [Int]) {
        level = Level.allCases[row[0]]
        title = TitleForm.allCases[row[1]]
        categoryName = CategoryName.allCases[row[2]]
        depth = Depth.allCases[row[3]]
        separator = Separator.allCases[row[4]]
        labelLook = LabelLook.allCases[row[5]]
        sectionLook = SectionLook.allCases[row[6]]
        names = Names.allCases[row[7]]
        answers = Answers.allCases[row[8]]
        turns = Turns.allCases[row[9]]
        spacing = Spacing.allCases[row[10]]
        causes = Causes.allCases[row[11]]
        divider = Divider.allCases[row[12]]
        ends = Ends.allCases[row[13]]
        mark = Mark.allCases[row[14]]
        hazard = Hazard.allCases[row[15]]
        closing = Closing.allCases[row[16]]
        opening = Opening.allCases[row[17]]
        status = StatusPlace.allCases[row[18]]
        extra = Extra.allCases[row[19]]
        groups = Groups.allCases[row[20]]
        leaveOutWhatNobodyCouldTellApart()
    }

    var description: String {
        Mirror(reflecting: self).children.map { "\($0.label ?? "")=\($0.value)" }.joined(separator: " ")
    }

    var hasSectionHeadings: Bool {
        switch sectionLook {
        case .heading, .deepHeading, .numberedHeading, .boldHeading: true
        case .inlineLabel, .labelAbove, .bracket: false
        }
    }

    /// Some combinations say two things with the same text. They are moved to the nearest one that does not.
    private mutating func leaveOutWhatNobodyCouldTellApart() {
        // A category under a heading needs sections under headings, or the level of the sections is a guess.
        if labelLook == .heading, !hasSectionHeadings { labelLook = .wide }
        // One line alone with an unknown name may be a sentence with a colon, or with its first word in brackets.
        if labelLook == .plain || labelLook == .bracket, depth == .none, extra == .label { extra = .none }
        // A bar divides the cells of a table as well as the levels of a category.
        if labelLook == .row, separator == .bar { separator = .wideBar }
        // A title below the heading must be a label.
        if title == .label, labelLook == .heading { title = .problem }
        // Groups stand a level above the tickets and below the title of the file.
        if groups == .some, level != .three { groups = .none }
        // Without answers and without turns a ticket with no causes has nothing but a description: one is kept.
        if answers == .none, turns == .none, causes == .none { causes = .line }
        // A conversation among the answers is written with speakers.
        if answers == .talk, turns == .none { turns = .bold }
        // A rule in a message at its end, or a rule as text where rules divide sections: only inside messages.
        if hazard == .rule, turns == .none { hazard = .none }
        // A label names its cause under a heading; under a label it would be the same label twice.
        if causes == .label, !hasSectionHeadings { causes = .line }
        // Speakers in brackets look like labels in brackets to a file whose sections are such labels.
        if turns == .bracket, sectionLook == .bracket { turns = .plain }
        // Lines with a star at both ends of a ticket are rules, and a message of stars is masked text.
        if title == .sign, level == .one { title = .number }
        // A ticket needs a first line that is structure: a category, a status or a section. It always has one here.
        if depth == .none, sectionLook == .deepHeading { depth = .one }
    }
}
