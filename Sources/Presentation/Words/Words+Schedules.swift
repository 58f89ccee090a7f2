import Storage
import Workflow

extension Words {
    /// `report schedule`
    package struct Schedules: Sendable {
        package let every: String
        package let keep: String
        package let into: String
        package let next: String
        package let written: String
        package let report: String
        /// When a schedule that was made or changed comes next.
        package let nextAt: @Sendable (_ time: String) -> String
        package let wrote: @Sendable (_ name: String, _ path: String, _ isDryRun: Bool) -> String
        package let failed: @Sendable (_ name: String, _ reason: String) -> String
    }
}

extension Words.Schedules {
    package static let english = Words.Schedules(
        every: "EVERY", keep: "KEEP", into: "INTO", next: "NEXT", written: "WRITTEN FOR", report: "REPORT",
        nextAt: { " · written at \($0) by desk tick" },
        wrote: { name, path, isDryRun in
            "report \(SafeText.line(name)): \(isDryRun ? "would be written to" : "written to") \(SafeText.line(path))"
        },
        failed: { "report \(SafeText.line($0)) is not written: \($1)" })

    static let chinese = Words.Schedules(
        every: "周期", keep: "保留", into: "文件夹", next: "下次", written: "已生成至", report: "报表",
        nextAt: { " · desk tick 将于 \($0) 写出" },
        wrote: { name, path, isDryRun in
            "报表 \(SafeText.line(name))：\(isDryRun ? "将写出" : "已写出") \(SafeText.line(path))"
        },
        failed: { "报表 \(SafeText.line($0)) 未写出：\($1)" })
}
