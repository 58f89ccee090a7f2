/// The synonym table: how files of the family name their sections and labels.
///
/// Names are compared without spaces, colons, brackets, emphasis, emoji, leading numbers and letter case.
enum SectionNames {
    /// Names that mean their field wherever they stand.
    static let strong: [(SectionField, [StaticString])] = [
        (.title, ["标题", "问题标题", "工单标题", "主题", "题目", "工单主题", "Title", "Subject", "Question Title"]),
        (
            .category,
            [
                "分类", "问题分类", "分类标签", "问题分类标签", "类别", "问题类别", "工单分类", "所属分类", "产品分类",
                "分类路径", "业务分类", "标签分类", "分类信息", "客户问题分类", "工单类别", "类目", "问题类目", "所属类别", "归类",
                "服务分类", "分类目录", "Category", "Categories", "Classification", "Category Path", "Problem Category",
                "Issue Category", "Question Category", "Category Tag", "Category Tags", "Ticket Category",
            ]
        ),
        (.firstCategory, ["一级分类", "大类", "主分类", "一级类目", "一级标签", "Main Category", "Primary Category"]),
        (
            .secondCategory,
            [
                "二级分类", "小类", "子分类", "次分类", "二级类目", "二级标签", "Subcategory", "Sub-category",
                "Secondary Category",
            ]
        ),
        (.thirdCategory, ["三级分类", "三级类目", "三级标签"]),
        (
            .reference,
            [
                "工单号", "工单编号", "工单ID", "工单序号", "编号", "序号", "单号", "问题编号", "案例编号", "流水号", "事件编号", "故障编号",
                "缺陷编号", "需求编号", "问题ID", "ID", "Ticket ID", "Ticket Number", "Ticket No", "Ticket No.", "Ticket #",
                "Issue ID",
                "Issue Number", "Issue Key", "Issue No", "Key", "Case ID", "Case Number", "Case No", "Bug ID",
                "Bug Number",
                "Defect ID", "Incident ID", "Incident Number", "Incident No", "Reference", "Reference Number", "Ref",
                "Ref.",
                "Request ID", "Request Number", "Task ID", "Item ID", "Record ID", "Number", "No.", "No", "#",
            ]
        ),
        (
            .priority,
            [
                "优先级", "优先级别", "优先度", "紧急程度", "紧急度", "重要程度", "重要性", "Priority", "Ticket Priority", "Urgency", "Prio",
                "Priority Level",
            ]
        ),
        (
            .customer,
            [
                "客户名称", "客户姓名", "客户名", "用户名称", "用户姓名", "用户名", "联系人", "报告人", "反馈人", "发现人", "发现者", "提报人", "上报人", "登记人",
                "报障人", "报修人", "申请人",
                "提出人", "提单人", "创建人", "报告者", "反馈者", "创建者", "Customer Name", "Client Name", "User Name", "Requestor",
                "Requested By", "Reported By", "Reporter", "Reporter Name", "Submitter", "Submitted By", "Opened By",
                "Raised By",
                "Caller", "Contact", "Contact Name", "Created By", "Creator", "Customer Email", "Requester Name",
            ]
        ),
        (
            .assignee,
            [
                "负责人", "处理人", "处理人员", "处理者", "经办人", "指派给", "指派", "受理人", "跟进人", "责任人", "解决人", "受理客服", "处理客服",
                "负责客服", "Assignee", "Assigned To", "Assigned", "Assigned Agent", "Assigned Engineer", "Owner",
                "Handler",
                "Handled By", "Technician", "Responsible", "Agent Name", "Assigned Technician", "Resolver",
                "Resolved By",
                "Fixed By", "Assignees", "Responsible Person",
            ]
        ),
        (
            .created,
            [
                "创建时间", "记录时间", "记录日期", "创建日期", "创建于", "提交时间", "提交日期", "反馈时间", "反馈日期", "报告时间", "报告日期", "登记时间", "受理时间",
                "开单时间",
                "提单时间", "提问时间", "咨询时间", "上报时间", "建单时间", "发现时间", "发现日期", "发生时间", "发生日期", "故障时间", "报修时间", "Created",
                "Created At", "Created On", "Created Date", "Created Time", "Create Time", "Create Date",
                "Creation Date",
                "Date Created", "Opened", "Opened At", "Opened On", "Open Date", "Date Opened", "Reported",
                "Reported On",
                "Reported At", "Report Date", "Date Reported", "Submitted", "Submitted At", "Submitted On",
                "Submission Date",
                "Date Submitted", "Filed", "Filed On", "Raised", "Raised On", "Date Raised", "Time Opened",
                "Incident Date",
                "Date Of Incident", "Creation Time", "Creation Timestamp",
            ]
        ),
        (
            .closed,
            [
                "关闭时间", "关闭日期", "解决时间", "解决日期", "完成时间", "完成日期", "恢复时间", "结单时间", "办结时间", "修复时间", "结束时间", "处理完成时间",
                "Closed", "Closed At", "Closed On", "Close Date", "Closing Date", "Date Closed", "Resolved",
                "Resolved At",
                "Resolved On", "Resolution Date", "Resolved Date", "Date Resolved", "Completed", "Completed At",
                "Completed On",
                "Completion Date", "Date Completed", "Finished", "Finished At", "Fixed On", "Date Fixed",
                "Resolution Time",
                "Closed Date", "Closed Time",
            ]
        ),
        (
            .tags,
            [
                "标签", "标记", "关键词", "关键字", "问题标签", "Tag", "Tags", "Label", "Labels", "Keywords", "Keyword",
            ]
        ),
        (
            .log,
            [
                "工作日志", "处理日志", "工作记录", "时间线", "时间轴", "处理进展", "跟进日志", "事件经过", "事件时间线", "处理时间线", "故障时间线", "Work Log",
                "Worklog", "Work Notes", "Activity Log", "Activity", "Timeline", "Incident Timeline", "Updates",
                "Progress Log",
                "Event Log", "Log Entries", "Ticket Log", "Incident Log", "Journal",
            ]
        ),
        (
            .status,
            [
                "状态", "解决状态", "处理状态", "修复状态", "完成状态", "整改状态", "修复情况", "工单状态", "当前状态", "问题状态", "解决情况", "处理情况", "是否解决",
                "Status", "Ticket Status", "Resolution Status", "State", "Final Status", "Current Status", "Bug Status",
                "Issue Status", "最终状态",
            ]
        ),
        (
            .description,
            [
                "问题描述", "详细问题描述", "问题详细描述", "问题详情", "详细描述", "客户问题描述", "用户问题描述",
                "客户描述", "用户描述", "客户问题", "用户问题", "问题内容", "问题说明", "客户提问", "用户提问", "提问内容", "描述",
                "客户诉求", "用户诉求", "咨询内容", "客户咨询", "工单描述", "工单内容", "故障描述", "原始问题", "问题原文",
                "具体问题", "详细问题", "客户反馈", "用户反馈", "问题详述", "问题陈述", "提问", "客户咨询内容", "问题具体描述",
                "Description", "Problem Description", "Question Description", "Detailed Description",
                "Issue Description",
                "Detailed Problem Description", "Detailed Question Description", "Problem Details", "Problem Statement",
                "Customer Question", "Customer Issue", "Customer Problem", "Issue Details", "Question Details",
            ]
        ),
        (
            .answers,
            [
                "客服解答", "客服解答内容", "解答", "解答内容", "客服回复", "客服回复内容", "回复", "回复内容", "客服回答",
                "客服回答内容", "回答", "回答内容", "答案", "答复", "客服答复", "答复内容", "客服答复内容", "技术解答", "技术支持解答",
                "技术支持回复", "官方解答", "官方回复", "工程师回复", "工程师解答", "坐席回复", "坐席解答", "人工回复", "问题解答",
                "详细解答", "客服处理", "客服解决方案", "客服回应", "解答过程", "处理回复", "解答回复", "客服解答记录",
                "客服解答详情", "客服解答步骤", "解答步骤", "工单回复", "Answer", "Answers", "Reply", "Replies", "Response",
                "Responses", "Agent Answer", "Agent Answers", "Agent Response", "Agent Responses", "Agent Reply",
                "Agent Replies", "Support Response", "Support Answer", "Support Reply", "Customer Service Answer",
                "Customer Service Response", "Customer Service Reply", "Answer Content", "Official Answer",
            ]
        ),
        (
            .causes,
            [
                "根本原因", "根本原因分析", "原因", "原因分析", "根因", "根因分析", "问题原因", "问题根因", "问题原因分析",
                "根源分析", "故障原因", "故障原因分析", "根本原因总结", "产生原因", "成因分析", "问题根本原因", "问题根本原因分析",
                "问题根源", "主要原因", "原因说明", "根本原因说明", "直接原因", "原因归类", "可能原因", "Root Cause", "Root Causes",
                "Root Cause Analysis", "Cause", "Causes", "Cause Analysis", "RCA", "Reason", "Reasons",
                "Reason Analysis",
            ]
        ),
        (
            .conversation,
            [
                "完整对话记录", "完整对话", "对话记录", "对话内容", "完整对话内容", "原始对话", "原始对话记录",
                "聊天记录", "沟通记录", "会话记录", "会话内容", "完整会话", "完整会话记录", "客服对话记录", "客服对话", "对话详情",
                "完整沟通记录", "完整聊天记录", "交流记录", "对话", "对话历史", "对话过程", "完整对话过程", "完整对话历史", "沟通过程",
                "交互记录", "客户对话", "客户对话记录", "工单对话", "工单对话记录", "对话全文", "对话原文", "客服沟通记录", "往来记录",
                "问答记录", "详细对话", "详细对话记录", "完整客服对话", "完整对话详情", "完整问答记录", "原始聊天记录", "原始会话",
                "Conversation", "Full Conversation", "Complete Conversation", "Conversation Record",
                "Conversation History",
                "Conversation Log", "Dialogue", "Dialog", "Full Dialogue", "Complete Dialogue", "Dialogue Record",
                "Transcript", "Full Transcript", "Chat Log", "Chat History", "Chat Record", "Messages", "Full Dialog",
            ]
        ),
        (
            .container,
            [
                "基本信息", "工单信息", "问题信息", "元数据", "元信息", "概要信息", "工单概要", "基础信息", "属性",
                "Metadata", "Basic Information", "Basic Info", "Ticket Info", "Ticket Information", "Details",
                "Ticket Summary", "Ticket Details", "General Information", "Bug Information", "Bug Info",
                "Incident Details", "Incident Information", "Bug Details", "Issue Details", "Defect Details",
                "缺陷信息", "故障信息",
            ]
        ),
        (
            .summary,
            [
                "总结", "小结", "统计", "汇总", "附录", "结语", "后记", "结束语", "说明", "目录", "前言", "概览", "数据统计",
                "统计信息", "分类统计", "问题统计", "数据说明", "数据概览", "文档说明", "处理说明", "脱敏说明", "隐私脱敏说明",
                "处理总结", "批次总结", "本批次总结", "数据汇总", "问题汇总", "使用说明", "数据集说明", "文件说明", "版权声明",
                "Summary", "Statistics", "Appendix", "Conclusion", "Overview", "Notes", "Table of Contents", "Contents",
                "About", "Introduction",
            ]
        ),
    ]

    /// Names that mean their field only in a file which has no better name for it.
    static let weak: [(SectionField, [StaticString])] = [
        (
            .category,
            [
                "问题类型", "类型", "产品", "所属产品", "产品类型", "业务类型", "产品线", "模块", "所属模块", "组件",
                "工单类型", "问题领域", "涉及产品", "产品模块", "Type", "Product", "Issue Type", "Ticket Type", "Component",
                "Components",
                "Module", "Area", "Topic",
            ]
        ),
        (
            .description,
            [
                "问题", "问题现象", "现象", "现状", "故障情况", "问题情况", "事件描述", "事件概述", "What Happened", "Observed Behavior",
                "Observed Behaviour",
                "Current Behavior", "Current Behaviour", "Actual Behavior", "Actual Behaviour", "Actual Result",
                "Problem Summary", "现象描述", "故障现象", "表现", "问题表现", "故障表现", "异常现象", "症状", "问题概述", "问题背景", "问题概要", "内容",
                "详情", "问题摘要",
                "概述",
                "Question", "Problem", "Issue", "Symptom", "Symptoms", "Details of the Problem",
                "Query", "Message", "Inquiry", "Enquiry", "Complaint",
            ]
        ),
        (
            .answers,
            [
                "解决方案", "解决方法", "解决办法", "解决步骤", "处理方案", "处理方法", "处理结果", "处理过程", "处理步骤",
                "操作步骤", "解决过程", "处理意见", "处理内容", "处理记录", "解决措施", "方案", "解决", "修复", "修复方案", "修复方法", "修复方式", "修复措施", "规避",
                "规避方法", "规避方案", "应对措施", "处置", "处置措施", "处置过程", "对策", "措施", "临时方案", "最终处理", "最终方案", "处理", "Solution",
                "Solutions", "Resolution", "Handling", "Steps", "Fix", "Fixes", "Fixes Applied", "Fix Applied",
                "Workaround",
                "Workarounds", "Mitigation",
                "Remediation", "Action Taken", "Actions Taken", "Resolution Steps", "How To Fix", "Recovery",
                "Response Actions",
            ]
        ),
        (
            .priority,
            ["严重程度", "严重度", "严重性", "严重级别", "严重等级", "级别", "等级", "Severity", "Severity Level", "Importance"]
        ),
        (.created, ["日期", "时间", "Date", "Time", "Started", "Start Time", "开始时间", "Timestamp"]),
        (.closed, ["Ended", "End Time"]),
        (.customer, ["Author", "From", "Email", "E-mail"]),
        (
            .causes,
            [
                "Why It Happened", "What Went Wrong", "诱因", "触发原因", "分析", "问题分析", "技术分析", "故障分析", "分析结论", "诊断",
                "问题诊断", "Analysis", "Diagnosis",
            ]
        ),
        (.conversation, ["跟进记录", "记录", "History"]),
    ]
}
