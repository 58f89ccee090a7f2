/// One small invented file of each kind, for tests of single forms and of files spliced together.
enum FormSamples {
    static let questions = """
        # 帮助中心

        ## 账户

        ### 怎么修改密码？

        在登录页点“忘记密码”。

        ### 能换手机号吗？

        可以，在个人资料里换。

        ## 账单

        ### Where do I find an invoice?

        Under Billing.

        - then History
        - then Download
        """

    static let questionLines = """
        # Questions

        **Q: Why is the lamp dark?**
        A: The cable is loose.

        Q2: How long does a charge take?
        A2: Two hours.
        With a slow charger four.
        """

    static let list = """
        # Harbour backlog

        ## Cranes

        - [ ] Crane 4 squeaks
          - only in the rain
          - ask Joe
        - [x] Crane 2 has no light

        ## Boats

        1. [ ] Boat leaks
        2. [x] ~~Boat is slow~~
        """

    static let table = """
        # 港口故障表

        ## 一号码头

        | 编号 | 标题 | 状态 | 优先级 | 负责人 | 创建时间 | 处理结果 |
        |---|:--|---|---|---|---|---|
        | P-1 | 吊车不动 | 已解决 | 高 | 王五 | 2024-03-01 08:00 | 更换保险丝 |
        | P-2 | 灯不亮 \\| 闪烁 | 处理中 | 低 | | 2024-03-02 | |
        """

    static let csv = #"""
        key,summary,details,state,severity,opened_at,reporter,labels
        H-1,"Gate, left, sticks","It sticks
        and says ""no""",open,critical,2024-03-01T08:00:00+08:00,Ann Lee,"gate, rain"
        H-2,Lamp dark,,closed,minor,2024-03-02 09:00,Bob Ray,
        """#

    static let tsv = "ID\tTitle\tStatus\n1\tGate sticks\tOpen\n2\tLamp dark\tDone\n"

    static let chat = """
        # 港口客服

        ## 会话 7

        客户：吊车不动
        客服：请看保险丝
        再试一次
        客户：好了

        ## 会话 8

        客服：您好
        客户：灯不亮怎么办
        """

    static let stampedChat = """
        ===== 会话 21 =====
        2024-03-01 08:00:05 客户：吊车不动
        2024-03-01 08:01:00 客服：请看保险丝
        在左边

        ===== 会话 22 =====
        2024-03-02 09:00:00 客户：灯不亮
        2024-03-02 09:30:00 客服：换灯泡
        """

    static let namedChat = """
        2024-03-01 08:00:05 Ann Lee
        The gate sticks.

        It did yesterday, too.

        2024-03-01 08:01:00 Support Joe
        Please oil it.
        """

    static let tracker = """
        # [\\#12 Issue](https://t.example/12) `closed`: Gate sticks
        **Labels**: `gate`, `rain`

        #### <img src="https://t.example/a.png" width="50">[ann](https://t.example/ann) opened issue at [2024-03-01 08:00](https://t.example/12):

        It sticks.

        #### <img src="https://t.example/b.png" width="50">[joe](https://t.example/joe) commented at [2024-03-01 09:00](https://t.example/12#1):

        Oil it.

        -------------------------------------------------------------------------------

        # [\\#11 Issue](https://t.example/11) `open`: Lamp dark

        #### <img src="https://t.example/b.png" width="50">[joe](https://t.example/joe) opened issue at [2024-02-01 08:00](https://t.example/11):

        Pier 2.
        """

    static let frontMatter = """
        ---
        id: H-9
        title: "Gate: sticks"
        status: in-progress
        priority: urgent
        assignee: [joe]
        labels:
          - gate
          - rain
        created: 2024-03-01
        pier: 4
        ---

        # Gate: sticks

        ## Description

        It sticks.

        ## Root Cause

        No oil.

        ## Other remarks

        None.
        """

    static let file = """
        # INC-40: Pier without power

        **Severity:** High
        **Reported By:** Ann Lee
        **Date:** 2024-03-01 08:00

        ## What happened

        The fuse blew.

        ## Root Cause

        Old fuse.

        ## Resolution

        New fuse.

        ## Timeline

        - 2024-03-01 08:00 Power is gone
        - 2024-03-01 09:10 Fuse is changed
        """

    static let blocks = """
        # 导出

        【编号】1
        【标题】吊车不动
        【状态】已解决

        【问题描述】按钮没有反应

        【处理结果】更换保险丝

        【编号】2
        【标题】灯不亮
        【状态】未解决

        【问题描述】二号码头

        【处理结果】
        """

    static let handbook = """
        # 码头手册

        ## 安全

        请戴头盔。

        ## 灯光

        | 颜色 | 含义 |
        |---|---|
        | 红 | 停 |
        """

    static let all = [
        questions, questionLines, list, table, csv, tsv, chat, stampedChat, namedChat, tracker, frontMatter, file,
        blocks, handbook,
    ]
}
