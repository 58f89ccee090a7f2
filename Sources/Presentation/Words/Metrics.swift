extension Words.Report {
    /// `desk help metrics`: what is measured how.
    static let englishMetrics = """
        What the reports measure. Where a time is unknown nothing is measured, and the report says how many of how many it
        measured. Time by the clock and business time (the desk's calendar) stand side by side and are never mixed.

        First answer     from the creation to the first PUBLIC message of an agent. Automatic messages and notes do not count,
                         nor does the message with which an agent opened the ticket. A call (--channel phone) was answered
                         when it was filed. Unknown until it happens.      created: reply-time: first-reply:
        Time to resolve  a length belongs to the period in which the resolution lies. Full: from the creation to the last
                         resolution in it, with the time after a reopening; first: to the first there ever was; open: the
                         time in which the ticket was open until then (--measure).              was-resolved: first-resolved:
        Volume           created, resolved, reopened and merged tickets, each by the day of that event and as it stood at
                         the end of the period: what was undone or put into the trash later changes no earlier line. A merge
                         resolves nothing. The total is of distinct tickets, and the net is the difference of the backlogs.
                                                                 was-created: was-resolved: was-reopened: was-merged: is:ever
        Backlog          tickets that were new, open, pending or on hold at the end of a day, as the desk knew it then. Of what
                         an import brought, its own times tell when it was open; before the desk began all else is unknown.
                                                                           open-at:
        Age              from the creation to now.                         age:
        Reopening rate   tickets that were reopened after they were resolved in the period, of those resolved in the period.
                         Merged tickets and spam are left out, and what was done elsewhere: the desk did not see whether
                         it came back. So for one answer, known answers, handovers and time in status: n of m measured.
                                                                           came-back: was-resolved: has:history
        One answer       resolved tickets with exactly one public message of an agent that were never reopened, of all
                         resolved.                                         replies:1 reopens:0
        Known answers    resolved tickets for which an answer of an old case or a canned reply was taken (desk suggest or ask
                         --use, desk reply --canned), of all resolved; merged tickets and spam are left out. An answer that was
                         typed although it was there already, and what a macro or a rule says, is not seen.      has:answer
        Causes           confirmed by somebody, or unverified: imported or suggested and checked by nobody. The two are never
                         added to one another; a text that only says that none is known is none.        cause: cause.state:
        Time in status   from entering a status to leaving it, or to now; all stays of a ticket in a status together.
        Handovers        from one agent to another, and from one team to another.                       handovers:
        Promises         measured along the ticket's history by the policy that is for it: desk sla explain 1042. A breach is a
                         fact: no merge, trash, priority or policy takes it back later, and the report says how many promises
                         were changed after they were due. What was
                         met belongs to the period in which it was done, what was breached to that in which it was due; a
                         ticket has a promise for each of its questions. The rate is met, of met and breached. Beside it
                         stand those that ended unanswered, and of the tickets that came in the period the promises that
                         run or wait now, and the tickets that nothing was promised for.
                                            sla: sla.first: sla.next: sla.resolve: due: sla.first.breached: …

        Median: the middle one, or the mean of the two in the middle. P90: nine of ten are no longer; always one that was
        measured. No mean is told of fewer than 5 (--min-n). Days, weeks (ISO 8601), months and quarters are those of the
        desk's time zone (--tz). A period compares with the one of the same length right before it, or a
        year before (--compare year); days and weeks with the same days of the week, and a part with an equal part. Nothing is told
        of the future.

        """

    static let chineseMetrics = """
        报表如何计量。时间未知的不计量，报表会说明“已计多少，共多少”。自然时间与工作时间（按本工单库的日历）并列，从不混算。

        首次响应    从创建到客服的第一条公开消息。自动消息、内部备注不算，客服建单时的消息也不算。电话工单（--channel phone）
                    建单即已应答。尚未发生时为未知。                        created: reply-time: first-reply:
        解决时长    时长属于解决所在的时段。full：从创建到时段内最后一次解决，含重开之后；first：到首次解决；open：其间处于
                    未解决状态的时间（--measure）。                         was-resolved: first-resolved:
        工单量      创建、解决、重开、合并的工单，各按其发生之日，以时段结束时为准：之后的撤销、移入回收站不改变以前的数字；
                    合并不算解决。合计为不重复的工单，净增即积压之差。
                                                                 was-created: was-resolved: was-reopened: was-merged: is:ever
        积压        当日结束时处于待受理、处理中、待客户反馈或挂起的工单，以工单库当时所知为准。导入的工单按其自身时间计；
                    工单库开始之前其余未知。                                open-at:
        存在时间    从创建到现在。                                          age:
        重开率      时段内解决、其后又重开的工单 ÷ 时段内解决的工单。合并与垃圾工单除外；在别处处理完再导入的
                    不计（一次答复、已有答复、转交、状态时间同此，注明已计多少）。      came-back: was-resolved: has:history
        一次答复    恰有一条客服公开消息且从未重开的已解决工单 ÷ 已解决工单。               replies:1 reopens:0
        已有答复    采用过旧工单的答复或快捷回复（desk suggest、ask --use，desk reply --canned）的已解决工单 ÷ 已解决工单；
                    合并与垃圾工单除外。自己重打的、宏与规则发出的，无从得知。  has:answer 有:采用答复
        根本原因    已确认，或未核实（导入或建议而无人核对）。两者从不相加；只写“原因不明”的文字等于没有。
                                                                            cause: cause.state:
        状态时间    从进入某状态到离开（或到现在）；同一工单的多次停留合并计算。
        转交        从一位客服到另一位，从一个技能组到另一个。              handovers:
        承诺        按适用的服务级别沿工单历史计量：desk sla explain 1042。未达标是事实：之后的合并、删除、改优先级、改服务级别
                    都不能收回，报表注明到期后被改动的项数。达标计入完成之日，未达标计入到期之日；
                    客户每次提问各有一项承诺。达标率 = 达标 ÷（达标 + 未达标）。旁边列出无人答复而结束的承诺，以及时段内
                    新建工单现在计时中、暂停中的承诺和没有承诺的工单。
                                            sla: sla.first: sla.next: sla.resolve: due: sla.first.breached: …

        中位数：居中的一个，或居中两个的平均。P90：十个中有九个不超过它，必为实测值。少于 5 个时不给平均数（--min-n）。
        日、周（ISO 8601）、月、季均按本工单库的时区（--tz）。“上期”是紧接在前（或一年前，--compare year）、长度
        相同的时段；日与周对比相同的星期，部分对比相等的部分；不计将来。

        """
}
