/// A line that may be structure: a heading, or a label. Everything else is text to the survey.
struct Landmark {
    enum Kind: UInt8 { case heading, label, plainLabel, boldTitle }

    /// Lines that serve as headings in files without: in bold, or under the label 标题.
    static let boldTitleLevel: UInt8 = 7
    static let titleLabelLevel: UInt8 = 8

    /// What the next line that is not blank is: the evidence for a ticket heading.
    enum Follower: UInt8 { case nothing, text, list, label, unknownLabel, section, heading, rule }

    private let startByte: UInt32
    let line: UInt32
    /// A short form of the name's key, to count names that recur.
    let name: UInt32
    var kind: Kind
    var level: UInt8
    /// What the vocabulary says of the name; nil when it is unknown.
    var field: SectionField?
    private var flags: Flags
    var follower = Follower.nothing
    var followerField: SectionField?

    /// One byte for all: a file may have millions of landmarks.
    private struct Flags: OptionSet {
        let rawValue: UInt8

        static let weak = Flags(rawValue: 1)
        static let afterRule = Flags(rawValue: 2)
        static let fenced = Flags(rawValue: 4)
        static let afterTalk = Flags(rawValue: 8)
    }

    init(
        start: Int, line: UInt32, name: UInt32, kind: Kind, level: UInt8, field: SectionField?, isWeak: Bool,
        isAfterRule: Bool
    ) {
        (startByte, self.line, self.name) = (UInt32(start), line, name)
        (self.kind, self.level, self.field) = (kind, level, field)
        flags = (isWeak ? Flags.weak : []).union(isAfterRule ? .afterRule : [])
    }

    var start: Int { Int(startByte) }

    var isWeak: Bool { flags.contains(.weak) }

    var isAfterRule: Bool { flags.contains(.afterRule) }

    var isFenced: Bool { flags.contains(.fenced) }

    /// Somebody spoke between the landmark before and this one.
    var isAfterTalk: Bool { flags.contains(.afterTalk) }

    mutating func markFenced() { flags.insert(.fenced) }

    mutating func markAfterTalk() { flags.insert(.afterTalk) }
}

extension Landmark {
    /// The title that the line of a ticket's landmark holds.
    func title(in line: TextLine, _ bytes: Bytes) -> Range<Int>? {
        switch level {
        case Landmark.boldTitleLevel:
            BoldMark(line.text, longest: line.text.count, in: bytes)?.name ?? PlainHead.text(of: line, in: bytes)
        case Landmark.titleLabelLevel: FieldLabel(line, in: bytes)?.value
        default: Heading(line, in: bytes)?.text
        }
    }
}

/// A closed fence with landmarks inside: their indices, and its bytes.
struct FencedLines {
    var landmarks: Range<Int>
    var bytes: Range<Int>
}

/// What a file says outside of its tickets' sections.
struct Survey {
    var landmarks: [Landmark] = []
    var fences: [FencedLines] = []
    /// Somebody speaks below the last landmark.
    var endsInTalk = false
    var lineCount = 0
    var nonBlankCount = 0
    var hasCarriageReturns = false
    var rules = 0
    /// Rules that stand right before a known section heading.
    var rulesBeforeSections = 0

    /// Other labels stand right above most of those for titles: the tickets begin with them, and not with their titles.
    func hasLabelsAboveTitles(_ level: UInt8) -> Bool {
        guard level == Landmark.titleLabelLevel else { return false }
        var (titles, below) = (0, 0)
        for index in landmarks.indices where landmarks[index].kind == .label && landmarks[index].field == .title {
            titles += 1
            guard index > 0 else { continue }
            let before = landmarks[index - 1]
            if before.kind == .label, before.line + 2 >= landmarks[index].line { below += 1 }
        }
        return below * 2 > titles
    }

    /// The survey of a file whose tickets stand under lines of another kind than headings; nil when it has none such.
    func withTitles(of level: UInt8) -> Survey? {
        var survey = self
        var count = 0
        for index in landmarks.indices {
            let isTitle =
                level == Landmark.boldTitleLevel
                ? landmarks[index].kind == .boldTitle
                : landmarks[index].kind == .label && landmarks[index].field == .title
            guard isTitle else { continue }
            survey.landmarks[index].kind = .heading
            survey.landmarks[index].level = level
            survey.landmarks[index].field = nil
            count += 1
        }
        return count > 0 ? survey : nil
    }
}
