import Workflow

/// What the desk makes of a status in a source's own words.
package enum StatusWords {
    /// Asked in this order: 未解决 holds 解决.
    private static let table: [(Status, [StaticString])] = [
        (
            .open,
            [
                "未解决", "未关闭", "未完成", "未处理完", "跟进", "处理中", "进行中", "待解决", "待处理", "unresolved", "not resolved",
                "in progress", "follow", "⏳", "⚠",
            ]
        ),
        (.pending, ["待客户", "待用户", "等待客户", "等待用户", "待反馈", "待回复", "待确认", "pending", "waiting"]),
        (.hold, ["挂起", "暂停", "搁置", "on hold", "hold"]),
        (.closed, ["已关闭", "关闭", "已归档", "closed", "archived"]),
        (
            .resolved,
            ["已解决", "解决", "已完成", "完成", "已处理", "resolved", "solved", "done", "fixed", "completed", "✓", "✅", "✔"]
        ),
        (.new, ["新建", "未受理", "待受理", "未处理", "new"]),
        (.open, ["打开", "已受理", "受理", "open", "reopened"]),
    ]

    package static func status(of text: String) -> Status? {
        var word = text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        guard word.count <= 200 else { return nil }
        return word.withUnsafeMutableBufferPointer { buffer in
            let bytes = Bytes(buffer)
            return table.first { $0.1.contains { bytes.first($0, in: 0..<bytes.count) != nil } }?.0
        }
    }
}
