import Workflow

/// How columns are called that sections are not.
enum ColumnNames {
    /// Columns that serve for a title, folded.
    static let titles: Set<String> = [
        "summary", "subject", "name", "issue", "headline", "short description", "bug", "problem", "问题", "事项", "故障",
        "名称", "诉求标题", "任务",
        "待办", "issue title", "issue summary", "issue_summary", "ticket name", "ticketname", "ticket subject",
        "ticket_subject", "task",
        "risk", "scenario", "action", "action item", "finding", "titulo", "título", "betreff", "titel", "question",
        "incident", "defect", "内容", "问题名称",
        "缺陷", "需求", "事件",
        "known issue", "feature", "item", "story", "assunto", "asunto", "sujet", "titre", "request", "用户问题", "问题标题",
        "现象", "故障现象", "complaint", "投诉内容",
    ]

    private static let others: [String: SectionField] = [
        "body": .description, "details": .description, "content": .description, "message": .description,
        "text": .description, "steps": .description, "steps to reproduce": .description,
        "reproduction steps": .description,
        "复现步骤": .description, "重现步骤": .description, "步骤": .description, "内容": .description, "descrição": .description,
        "problema": .description, "descripcion": .description, "beschreibung": .description, "comment": .description,
        "市民诉求": .description, "详情": .description, "备注说明": .description,
        "estado": .status, "statut": .status, "zustand": .status, "进度": .status, "current status": .status,
        "current state": .status,
        "prioridad": .priority, "prioritaet": .priority, "prioridade": .priority, "приоритет": .priority,
        "статус": .status, "priorite": .priority, "priorität": .priority,
        "respuesta": .answers, "fix": .answers, "workaround": .answers, "antwort": .answers, "处理": .answers,
        "解决": .answers, "修改": .answers, "修改方案": .answers, "改动": .answers,
        "mitigation": .answers, "mitigation plan": .answers, "处理情况说明": .answers, "action taken": .answers,
        "解决措施": .answers,
        "requester": .customer, "user": .customer, "username": .customer, "customer": .customer, "client": .customer,
        "reported by": .customer, "creator": .customer, "客户": .customer, "用户": .customer, "提出者": .customer,
        "cliente": .customer, "requested by": .customer, "solicitante": .customer,
        "agent": .assignee, "owned by": .assignee, "responsável": .assignee, "responsavel": .assignee,
        "tecnico": .assignee, "bearbeiter": .assignee, "who": .assignee, "处理方": .assignee,
        "fixed by": .assignee,
        "subcategory": .secondCategory, "room": .category, "system": .category,
        "id_ticket": .reference, "ticketid": .reference, "created_at": .created, "aberto em": .created,
        "accepted at": .closed, "fechado em": .closed, "found": .created,
        "发现": .created, "fixed date": .closed, "fixed": .closed, "due": nil,
    ].compactMapValues { $0 }

    static func meaning(of name: Range<Int>, in bytes: Bytes, _ vocabulary: Vocabulary) -> Vocabulary.Meaning? {
        let (meaning, key) = vocabulary.meaning(of: name, in: bytes)
        if vocabulary.taught[key] != nil { return meaning }
        let plain = folded(bytes.text(name))
        if let field = others[plain] { return Vocabulary.Meaning(field: field, isWeak: true) }
        // `Risk Description`, `Phase 1 Status`
        if plain.hasSuffix(" description") { return Vocabulary.Meaning(field: .description, isWeak: true) }
        if plain.hasSuffix(" status") { return Vocabulary.Meaning(field: .status, isWeak: true) }
        if let meaning, meaning.field != .summary, meaning.field != .container, meaning.field != .log,
            meaning.field != .conversation
        {
            return meaning
        }
        switch Speaker.role(of: name, in: bytes) {
        case .customer: return Vocabulary.Meaning(field: .customer, isWeak: true)
        case .agent: return Vocabulary.Meaning(field: .assignee, isWeak: true)
        default: return nil
        }
    }
}
