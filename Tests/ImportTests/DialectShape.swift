/// One dialect: a choice in each dimension in which files of the family differ.
struct DialectShape: CustomStringConvertible {
    enum Level: Int, CaseIterable { case one = 1, two, three }
    enum TitleForm: CaseIterable {
        case bare, problem, q, number, comma, chineseCase, bracket, bracketWord, dash, sign, label, qMark, key, block
    }
    enum CategoryName: CaseIterable { case category, problemCategory, tag, english, weak }
    enum Depth: Int, CaseIterable { case none, one, two, three, four }
    enum Separator: String, CaseIterable { case wideBar = "｜", bar = "|", angle = " > ", wideAngle = "＞", arrow = "→" }
    enum LabelLook: CaseIterable { case narrow, wide, inside, bracket, listed, plain, quoted, row, heading }
    enum SectionLook: CaseIterable {
        case heading, deepHeading, numberedHeading, boldHeading, inlineLabel, labelAbove, bracket
    }
    enum Names: CaseIterable { case detailed, short, colloquial, english }
    enum Answers: CaseIterable { case dashes, stars, numbers, commas, one, lines, talk, none, pairs }
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
    /// A fence around all that is said.
    enum Wrapping: CaseIterable { case none, fence }
    /// A mark of a heading alone on its line.
    enum Stray: CaseIterable { case none, marks }
    /// Two files laid one after the other, the second with its headings a level lower.
    enum Parts: CaseIterable { case one, two }
    /// People, a priority and a time among the labels.
    enum People: CaseIterable { case none, header }
    /// Marks behind the text of headings.
    enum Behind: CaseIterable { case none, marks }
    /// What stands before and after the marks of headings.
    enum Blanks: CaseIterable { case one, wide, tab, indented }

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
    var wrapping = Wrapping.none
    var stray = Stray.none
    var parts = Parts.one
    var people = People.none
    var behind = Behind.none
    var blanks = Blanks.one

    static let sizes: [Int] = [
        Level.allCases.count, TitleForm.allCases.count, CategoryName.allCases.count, Depth.allCases.count,
        Separator.allCases.count, LabelLook.allCases.count, SectionLook.allCases.count, Names.allCases.count,
        Answers.allCases.count, Turns.allCases.count, Spacing.allCases.count, Causes.allCases.count,
        Divider.allCases.count, Ends.allCases.count, Mark.allCases.count, Hazard.allCases.count,
        Closing.allCases.count, Opening.allCases.count, StatusPlace.allCases.count, Extra.allCases.count,
        Groups.allCases.count, Wrapping.allCases.count, Stray.allCases.count, Parts.allCases.count,
        People.allCases.count,
        Behind.allCases.count, Blanks.allCases.count,
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
        wrapping = Wrapping.allCases[row[21]]
        stray = Stray.allCases[row[22]]
        parts = Parts.allCases[row[23]]
        people = People.allCases[row[24]]
        behind = Behind.allCases[row[25]]
        blanks = Blanks.allCases[row[26]]
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
        if title == .block { makeBlocks() }
        // Pairs are all that is said, a question and its answer an item.
        if answers == .pairs { (turns, hazard, wrapping) = (.bold, .none, .none) }
        if turns == .none { wrapping = .none }
        // A file that ends in the first part's heading level, or has groups, would be one file with groups.
        if level != .two || groups == .some || title == .bare && depth == .none { parts = .one }
        // People stand among labels, and need one that only headers have beside them.
        if labelLook == .heading || depth == .none { people = .none }
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
        // The marks of a heading are also those of a list of sections in bold.
        if !hasSectionHeadings { stray = .none }
        // A ticket needs a first line that is structure: a category, a status or a section. It always has one here.
        if depth == .none, sectionLook == .deepHeading { depth = .one }
    }

    /// Tickets without headings begin at their first label: labels and sections are written one way, and nothing in a message is
    /// structure.
    private mutating func makeBlocks() {
        if ![.narrow, .wide, .inside].contains(labelLook) { labelLook = .wide }
        if hasSectionHeadings { sectionLook = .inlineLabel }
        if sectionLook == .bracket { sectionLook = .labelAbove }
        (hazard, closing, groups, parts, stray, extra, people) = (.none, .none, .none, .one, .none, .none, .none)
        if opening == .contents { opening = .title }
        if depth == .none { depth = .one }
        if turns == .bold || turns == .boldInside || turns == .narrow { turns = .plain }
        if answers == .pairs { answers = .numbers }
        divider = .rule
    }
}
