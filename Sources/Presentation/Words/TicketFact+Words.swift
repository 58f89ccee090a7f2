import Storage

/// Headings of what is told of tickets beside their rows.
enum TicketFactWords {
    static func english(_ fact: TicketFact) -> String {
        switch fact {
        case .organisation: "ORGANISATION"
        case .tags: "TAGS"
        case .causes: "CAUSES"
        case .articles: "ARTICLES"
        case .problems: "PROBLEMS"
        case .links: "LINKS"
        case .watchers: "WATCHERS"
        case .messages: "MESSAGES"
        case .attachments: "FILES"
        case .replies: "REPLIES"
        case .reopens: "REOPENS"
        case .handovers: "HANDOVERS"
        case .firstReply: "FIRST REPLY"
        case .lastCustomer: "LAST CUSTOMER"
        case .lastAgent: "LAST AGENT"
        case .waitingSince: "WAITING SINCE"
        case .replyTime: "REPLY TIME"
        case .resolutionTime: "RESOLUTION TIME"
        case .filedBy: "FILED BY"
        case .resolvedBy: "RESOLVED BY"
        case .waitReason: "WAITS FOR"
        case .field(let name): name
        }
    }

    static func chinese(_ fact: TicketFact) -> String {
        switch fact {
        case .organisation: "客户公司"
        case .tags: "标签"
        case .causes: "原因"
        case .articles: "知识条目"
        case .problems: "问题"
        case .links: "关联"
        case .watchers: "关注人"
        case .messages: "消息数"
        case .attachments: "附件数"
        case .replies: "回复数"
        case .reopens: "重开次数"
        case .handovers: "转交次数"
        case .firstReply: "首次回复"
        case .lastCustomer: "客户最后回复"
        case .lastAgent: "客服最后回复"
        case .waitingSince: "等待自"
        case .replyTime: "响应时长"
        case .resolutionTime: "解决时长"
        case .filedBy: "创建人"
        case .resolvedBy: "解决人"
        case .waitReason: "等待原因"
        case .field(let name): name
        }
    }
}
