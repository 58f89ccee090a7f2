import Workflow

/// How columns are called that sections are not.
enum ColumnNames {
    /// Columns that serve for a title, folded.
    private static let titles: Set<String> = [
        "summary", "subject", "name", "issue", "headline", "short description", "bug", "problem", "bugs", "defects",
        "issues", "problems", "问题", "事项", "故障",
        "名称", "诉求标题", "任务",
        "待办", "issue title", "issue summary", "issue_summary", "ticket name", "ticketname", "ticket subject",
        "ticket_subject", "task",
        "risk", "scenario", "action", "action item", "finding", "titulo", "título", "betreff", "titel", "question",
        "incident", "defect", "内容", "问题名称",
        "缺陷", "需求", "事件",
        "known issue", "feature", "item", "story", "assunto", "asunto", "sujet", "titre", "request", "用户问题", "问题标题",
        "现象", "故障现象", "complaint", "投诉内容", "条目", "待办事项", "заголовок", "название", "тема", "задача", "ошибка",
        "проблема",
        "タイトル", "件名", "題名", "課題", "不具合", "title / description", "titolo", "oggetto", "başlık", "konu", "제목",
        "tytuł", "onderwerp", "tiêu đề", "bezeichnung", "tarea", "tarefa", "tâche", "aufgabe", "error", "fallo", "erro",
        "bug description", "issue description", "defect description", "objet", "problème", "problem title",
        "short desc", "bug title", "defect title", "task name", "缺陷标题", "任务名称", "事项名称", "bug描述", "缺陷描述", "bug名称",
    ]

    /// `BugTitle` is two words.
    private static func parted(_ name: String) -> String {
        guard !name.utf8.contains(0x20) else { return name }
        var words = ""
        var wasSmall = false
        for scalar in name.unicodeScalars {
            if wasSmall, ("A"..."Z").contains(scalar) { words += " " }
            words.unicodeScalars.append(scalar)
            wasSmall = ("a"..."z").contains(scalar)
        }
        return words
    }

    static func isTitle(_ name: String) -> Bool {
        let name = folded(parted(name))
        return titles.contains(name)
            || name.utf8.contains(0x5F) && titles.contains(String(name.map { $0 == "_" ? " " : $0 }))
    }

    private static let table: [(SectionField, [String])] = [
        (
            .description,
            [
                "body", "details", "content", "message", "text", "steps", "steps to reproduce",
                "reproduction steps", "复现步骤", "重现步骤", "步骤", "内容", "descrição", "problema",
                "descripcion", "beschreibung", "comment", "описание", "説明", "内容説明", "descrizione",
                "detalle", "detalles", "detalhes", "açıklama", "설명", "mô tả", "opis", "omschrijving",
                "шаги воспроизведения", "再現手順", "complaint details", "issue details", "query", "市民诉求",
                "详情", "备注说明",
            ]
        ),
        (
            .status,
            [
                "estado", "statut", "zustand", "进度", "current status", "current state", "статус", "состояние",
                "ステータス", "状況", "対応状況", "stato", "durum", "상태", "trạng thái", "situação", "situacao",
                "是否完成", "是否修复", "完成情况", "修复状态", "bug status",
            ]
        ),
        (
            .priority,
            [
                "prioridad", "prioritaet", "prioridade", "приоритет", "priorite", "priorität", "優先度", "重要度",
                "öncelik", "priorità", "priorité", "серьезность", "критичность", "우선순위", "gravedad",
                "severidad", "gravité", "gravità",
            ]
        ),
        (
            .answers,
            [
                "respuesta", "fix applied", "fix implemented", "resolution notes", "fix description", "fix details",
                "solution applied", "respuesta del agente", "fix", "workaround", "antwort", "处理", "解决", "修改", "修改方案",
                "改动",
                "mitigation", "mitigation plan", "处理情况说明", "action taken", "解决措施", "решение", "ответ",
                "対応", "対応内容", "解決策", "回答", "solución", "solucion", "solução", "solucao", "soluzione",
                "lösung", "loesung", "réponse", "reponse", "çözüm", "resposta", "risposta",
            ]
        ),
        (
            .causes,
            [
                "причина", "原因", "causa",
            ]
        ),
        (
            .customer,
            [
                "requester", "customer id", "client id", "user", "username", "customer", "client", "reported by",
                "creator", "客户", "用户",
                "提出者", "cliente", "auteur", "autor", "autore", "demandeur", "reportado por", "informador", "клиент",
                "заявитель", "автор", "報告者", "起票者", "顧客", "kunde",
                "müşteri", "email", "e-mail", "name of complainant", "student name", "customer email",
                "requested by", "solicitante",
            ]
        ),
        (
            .assignee,
            [
                "agent", "owned by", "responsável", "responsavel", "исполнитель", "ответственный", "担当",
                "担当者", "técnico", "assigné", "assigne", "assignes", "assignés", "assigné à", "asignado a", "asignado",
                "atribuído a", "assegnato a", "responsable", "verantwortlich", "zuständig", "atanan", "담당자", "tecnico",
                "bearbeiter", "who", "处理方", "fixed by",
            ]
        ),
        (
            .secondCategory,
            [
                "subcategory"
            ]
        ),
        (
            .category,
            [
                "room", "system", "service", "component", "категория", "カテゴリ", "分類", "kategorie", "categoría",
                "categoria",
                "catégorie", "kategori", "тип", "対象",
            ]
        ),
        (
            .reference,
            [
                "chamado", "nº chamado", "protocolo", "incidencia id", "id_ticket", "ticketid",
            ]
        ),
        (
            .created,
            [
                "created_at", "creation ts", "opendate", "complaint date", "bug date", "issue date", "ticket date",
                "case date", "request date", "reported date", "date of complaint", "registered on", "aberto em", "дата",
                "дата создания", "発生日", "登録日", "起票日", "報告日",
                "fecha", "datum", "tarih", "erstellt", "fecha de creación", "fecha apertura", "fecha de apertura",
                "fecha inicio", "fecha alta", "date création", "date creation", "date de création", "créé le",
                "cree le", "date ouverture", "data de abertura", "data abertura", "data apertura", "found", "发现",
            ]
        ),
        (
            .closed,
            [
                "完了日", "fecha cierre", "fecha de cierre", "fecha resolución", "fecha de resolución", "clôturé le",
                "cloture le", "cloturé le", "fermé le", "ferme le", "date clôture", "date cloture", "date fermeture",
                "data de fechamento", "data chiusura", "accepted at", "fechado em", "fixed date", "修复日期", "修复时间",
                "解决日期", "date fixed", "fix date", "fixed",
            ]
        ),
    ]

    private static let others: [String: SectionField] = {
        var others: [String: SectionField] = [:]
        for (field, names) in table {
            for name in names { others[String(name.map { "_-".contains($0) ? " " : $0 })] = field }
        }
        return others
    }()

    static func meaning(of name: Range<Int>, in bytes: Bytes, _ vocabulary: Vocabulary) -> Vocabulary.Meaning? {
        let (meaning, key) = vocabulary.meaning(of: name, in: bytes)
        if vocabulary.taught[key] != nil { return meaning }
        let words = parted(bytes.text(name))
        let plain = folded(String(words.map { "_-".contains($0) ? " " : $0 }))
        if let field = others[plain] { return Vocabulary.Meaning(field: field, isWeak: true) }
        // `First response` is a time.
        let isOther = ["customer", "user", "expected", "client", "first", "last", "next", "average", "mean", "time"]
            .contains(where: plain.contains)
        if !isOther, [" response", " reply", " answer", " resolution"].contains(where: plain.hasSuffix) {
            return Vocabulary.Meaning(field: .answers, isWeak: true)
        }
        // `Risk Description`, `Phase 1 Status`
        if plain.hasSuffix(" description") { return Vocabulary.Meaning(field: .description, isWeak: true) }
        if plain.hasSuffix(" status") { return Vocabulary.Meaning(field: .status, isWeak: true) }
        if let meaning, meaning.field != .summary, meaning.field != .container, meaning.field != .log,
            meaning.field != .conversation
        {
            return meaning
        }
        if meaning == nil, words.utf8.count > name.count {
            var words = words
            return words.withUTF8 { ColumnNames.meaning(of: 0..<$0.count, in: Bytes(rebasing: $0[...]), vocabulary) }
        }
        switch Speaker.role(of: name, in: bytes) {
        case .customer: return Vocabulary.Meaning(field: .customer, isWeak: true)
        case .agent: return Vocabulary.Meaning(field: .assignee, isWeak: true)
        default: return nil
        }
    }
}
