import Import

extension Words {
    /// `calendar import`
    package struct CalendarDayWords: Sendable {
        package let imported: @Sendable (_ holidays: Int, _ workdays: Int, _ skipped: Int) -> String
        /// What an event became: a holiday, or a day of work.
        package let became: @Sendable (_ isWork: Bool) -> String
        package let headings: [String]
        package let takenBack: String
        /// From which day on hours hold.
        package let from: @Sendable (_ day: String) -> String
        package let skipped: @Sendable (CalendarFile.Skip) -> String
        /// Holidays of the file that stay days of work.
        package let kept: @Sendable (_ days: [String]) -> String
    }
}

extension Words.CalendarDayWords {
    package static let english = Words.CalendarDayWords(
        imported: { holidays, workdays, skipped in
            "\(counted(holidays, "holiday")), \(counted(workdays, "working day")), \(skipped) skipped"
        },
        became: { $0 ? "working day" : "holiday" },
        headings: ["DAY", "EVENT", "BECOMES"], takenBack: "taken back: the feed no longer has it",
        from: { "from \($0) on" },
        skipped: { skip in
            (skip.summary.isEmpty ? "" : "\"\(skip.summary)\" ") + "skipped: " + english(skip.reason)
        },
        kept: { "with hours of their own, they stay as they are: \($0.joined(by: ", "))" })

    static let chinese = Words.CalendarDayWords(
        imported: { "\($0) 天放假，\($1) 天上班，跳过 \($2) 项" },
        became: { $0 ? "上班" : "放假" },
        headings: ["日期", "事件", "成为"], takenBack: "收回：日历文件已无此日", from: { "自 \($0) 起" },
        skipped: { skip in
            "跳过" + (skip.summary.isEmpty ? "" : "“\(skip.summary)”") + "：" + chinese(skip.reason)
        },
        kept: { "已有自己的工作时间，保持不变：\($0.joined(by: "、"))" })

    private static func english(_ reason: CalendarFile.Reason) -> String {
        switch reason {
        case .timed: "it is at a time of day, not a whole day"
        case .observance: "it is an observance, on which nobody is free"
        case .cancelled: "it was cancelled"
        case .noDate: "it has no DTSTART"
        case .badDate(let text): "\"\(text)\" is no day"
        case .tooLong(let days): "it lasts \(days) days"
        case .repeats(let rule): "it comes again by a rule that is not read (\(rule))"
        case .noEvent(let kind): "\(kind) is no event"
        }
    }

    private static func chinese(_ reason: CalendarFile.Reason) -> String {
        switch reason {
        case .timed: "有具体时间，不是整天"
        case .observance: "只是纪念日，并不放假"
        case .cancelled: "已取消"
        case .noDate: "没有 DTSTART"
        case .badDate(let text): "“\(text)”不是日期"
        case .tooLong(let days): "长达 \(days) 天"
        case .repeats(let rule): "其重复规则无法识别（\(rule)）"
        case .noEvent(let kind): "\(kind) 不是事件"
        }
    }
}
