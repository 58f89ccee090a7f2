extension Words.Report {
    /// `desk help metrics`: what is measured how.
    static let englishMetrics = """
        What the reports measure. Where a time is unknown nothing is measured, and the report says how many of how many it
        measured. Time by the clock and business time (the desk's calendar) stand side by side and are never mixed.

        First answer     from the creation to the first PUBLIC message of an agent. Automatic messages and notes do not count,
                         nor does the message with which an agent opened the ticket. A call (--channel phone) was answered
                         when it was filed. Unknown until it happens.      created: reply-time: first-reply:
        Time to resolve  from the creation to the last time it was resolved, with the time after a reopening. Of tickets that
                         are done.                                         resolution-time:
        Volume           created, resolved, reopened and merged tickets, each by the day of that event. What was undone did
                         not happen; a merge resolves nothing.             created: was-resolved: was-reopened: was-merged:
        Backlog          tickets that were new, open, pending or on hold at the end of a day, as the desk knew it then: what
                         was imported, undone or put into the trash later changes no earlier line.      open-at:
        Age              from the creation to now.                         age:
        Reopening rate   tickets that were reopened after they were resolved in the period, of those resolved in the period.
                         Merged tickets and spam are left out.             came-back: was-resolved:
        One answer       resolved tickets with exactly one public message of an agent that were never reopened, of all
                         resolved.                                         replies:1 reopens:0
        Known answers    resolved tickets for which an answer of an old case or a canned reply was taken (desk suggest or ask
                         --use, desk reply --canned), of all resolved; merged tickets and spam are left out. An answer that was
                         typed although it was there already, and what a macro or a rule says, is not seen.      has:answer
        Causes           confirmed by somebody, or unverified: imported or suggested and checked by nobody. The two are never
                         added to one another; a text that only says that none is known is none.        cause: cause.state:
        Time in status   from entering a status to leaving it, or to now; all stays of a ticket in a status together.
        Handovers        from one agent to another, and from one team to another.                       handovers:
        Promises         measured along the ticket's history by the policy that is for it: desk sla explain 1042. What was
                         met belongs to the period in which it was done, what was breached to that in which it was due; a
                         ticket has a promise for each of its questions. The rate is met, of met and breached. Beside it
                         stand those that ended unanswered, and of the tickets that came in the period the promises that
                         run or wait now, and the tickets that nothing was promised for.
                                            sla: sla.first: sla.next: sla.resolve: due: sla.first.breached: …

        Median: the middle one, or the mean of the two in the middle. P90: nine of ten are no longer; always one that was
        measured. No mean is told of fewer than 5 (--min-n). Days, weeks (ISO 8601), months and quarters are those of the
        desk's time zone (--tz). A period compares with the one of the same length right before it.

        """

    static let chineseMetrics = """
        报表如何计量。时间未知的不计量，报表会说明“已计多少，共多少”。自然时间与工作时间（按本工单库的日历）并列，从不混算。

        首次响应    从创建到客服的第一条公开消息。自动消息、内部备注不算，客服建单时的消息也不算。电话工单（--channel phone）
                    建单即已应答。尚未发生时为未知。                        created: reply-time: first-reply:
        解决时长    从创建到最后一次解决，含重开之后的时间。只计已完成的工单。 resolution-time:
        工单量      创建、解决、重开、合并的工单，各按其发生之日。被撤销的视为没有发生；合并不算解决。
                                                                            created: was-resolved: was-reopened: was-merged:
        积压        当日结束时处于待受理、处理中、待客户反馈或挂起的工单，以工单库当时所知为准：之后的导入、撤销、移入回收站
                    不改变以前的数字。                                      open-at:
        存在时间    从创建到现在。                                          age:
        重开率      时段内解决、其后又重开的工单 ÷ 时段内解决的工单。合并与垃圾工单除外。    came-back: was-resolved:
        一次答复    恰有一条客服公开消息且从未重开的已解决工单 ÷ 已解决工单。               replies:1 reopens:0
        已有答复    采用过旧工单的答复或快捷回复（desk suggest、ask --use，desk reply --canned）的已解决工单 ÷ 已解决工单；
                    合并与垃圾工单除外。自己重打的、宏与规则发出的，无从得知。  has:answer 有:采用答复
        根本原因    已确认，或未核实（导入或建议而无人核对）。两者从不相加；只写“原因不明”的文字等于没有。
                                                                            cause: cause.state:
        状态时间    从进入某状态到离开（或到现在）；同一工单的多次停留合并计算。
        转交        从一位客服到另一位，从一个技能组到另一个。              handovers:
        承诺        按适用的服务级别沿工单历史计量：desk sla explain 1042。达标计入完成之日，未达标计入到期之日；
                    客户每次提问各有一项承诺。达标率 = 达标 ÷（达标 + 未达标）。旁边列出无人答复而结束的承诺，以及时段内
                    新建工单现在计时中、暂停中的承诺和没有承诺的工单。
                                            sla: sla.first: sla.next: sla.resolve: due: sla.first.breached: …

        中位数：居中的一个，或居中两个的平均。P90：十个中有九个不超过它，必为实测值。少于 5 个时不给平均数（--min-n）。
        日、周（ISO 8601）、月、季均按本工单库的时区（--tz）。“上期”是紧接在前、长度相同的时段。

        """
}
