import Import

extension Words {
    /// `calendar import`
    package struct CalendarDayWords: Sendable {
        package let imported: @Sendable (_ holidays: Int, _ workdays: Int, _ skipped: Int) -> String
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
        skipped: { skip in
            let name = skip.summary.isEmpty ? "" : "\"\(skip.summary)\" "
            switch skip.reason {
            case .timed: return "\(name)skipped: it is at a time of day, not a whole day"
            case .cancelled: return "\(name)skipped: it was cancelled"
            case .noDate: return "\(name)skipped: it has no DTSTART"
            case .badDate(let text): return "\(name)skipped: \"\(text)\" is no day"
            case .tooLong(let days): return "\(name)skipped: it lasts \(days) days"
            case .repeats(let rule): return "\(name)skipped: it comes again by a rule that is not read (\(rule))"
            case .noEvent(let kind): return "\(name)skipped: \(kind) is no event"
            }
        },
        kept: { "with hours of their own, they stay as they are: \($0.joined(by: ", "))" })

    static let chinese = Words.CalendarDayWords(
        imported: { "\($0) 天放假，\($1) 天上班，跳过 \($2) 项" },
        skipped: { skip in
            let name = skip.summary.isEmpty ? "" : "“\(skip.summary)”"
            switch skip.reason {
            case .timed: return "跳过\(name)：有具体时间，不是整天"
            case .cancelled: return "跳过\(name)：已取消"
            case .noDate: return "跳过\(name)：没有 DTSTART"
            case .badDate(let text): return "跳过\(name)：“\(text)”不是日期"
            case .tooLong(let days): return "跳过\(name)：长达 \(days) 天"
            case .repeats(let rule): return "跳过\(name)：其重复规则无法识别（\(rule)）"
            case .noEvent(let kind): return "跳过\(name)：\(kind) 不是事件"
            }
        },
        kept: { "已有自己的工作时间，保持不变：\($0.joined(by: "、"))" })
}
