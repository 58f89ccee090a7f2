import Testing
import Workflow

struct CauseTests {
    @Test(arguments: [
        "需要根据具体错误信息进一步分析", "需根据具体情况判断", "需要进一步排查", "待进一步确认", "无法确定", "暂时无法确定原因", "To be determined later", "未知", "不明",
        "无", "暂无", "待定", "待确认", "待分析", "待排查", "待定位", "未明确", "原因不明", "-", "—", "N/A", "n/a", "None", "unknown", "TBD",
    ])
    func `a text that says no cause is known is a placeholder`(text: String) {
        #expect(TicketCause.isPlaceholder(text))
    }

    @Test(arguments: [
        "未知错误码导致回退", "无缓存配置", "无效的证书", "证书过期", "不明流量攻击", "具体错误信息需要", "", "None of the nodes had it", "--", "待机超时",
    ])
    func `a cause that only sounds like one is a cause`(text: String) {
        #expect(!TicketCause.isPlaceholder(text))
    }
}
