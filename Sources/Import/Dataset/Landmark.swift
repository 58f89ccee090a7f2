/// A line that may be structure: a heading, or a label. Everything else is text to the survey.
struct Landmark {
    enum Kind: UInt8 { case heading, label, plainLabel }

    /// What the next line that is not blank is: the evidence for a ticket heading.
    enum Follower: UInt8 { case nothing, text, list, label, unknownLabel, section, heading, rule }

    let start: Int
    let line: UInt32
    /// A short form of the name's key, to count names that recur.
    let name: UInt32
    let kind: Kind
    let level: UInt8
    /// What the vocabulary says of the name; nil when it is unknown.
    let field: Field?
    let isWeak: Bool
    let isAfterRule: Bool
    var isFenced = false
    var follower = Follower.nothing
    var followerField: Field?
}

/// What a file says outside of its tickets' sections.
struct Survey {
    var landmarks: [Landmark] = []
    var lineCount = 0
    var hasCarriageReturns = false
    var rules = 0
    /// Rules that stand right before a known section heading.
    var rulesBeforeSections = 0
    var unclosedFenceLine: Int?
}
