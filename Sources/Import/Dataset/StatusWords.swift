import Workflow

/// What the desk makes of a status in a source's own words.
package enum StatusWords {
    /// Asked in this order: 未解决 holds 解决. Latin words count as whole words only.
    private static let table: [(Status, [StaticString])] = [
        (
            .open,
            [
                "未解决", "未解決", "未修復", "待修復", "未關閉", "處理中", "進行中", "待處理", "待解決", "未关闭", "未完成", "未处理完", "未修复", "未恢复", "跟进",
                "处理中", "进行中",
                "修复中", "排查中", "待解决", "待处理", "待修复", "待办",
                "待跟进", "待讨论", "待定", "待评估", "待排期", "待开发", "待实现", "待验证", "待测试", "unresolved", "not resolved", "unsolved",
                "not fixed", "not done", "unfixed", "incomplete", "not yet", "to be", "yet to", "needs fix",
                "needs fixing",
                "partial", "partially", "partly", "部分完成", "部分修复", "部分解决", "部分实现",
                "in progress",
                "in review", "in work", "working", "follow", "following up", "investigating", "identified",
                "monitoring", "triaged",
                "to do", "todo", "backlog", "wip", "doing", "ongoing", "en proceso", "en curso", "en progreso",
                "em andamento", "en cours", "in bearbeitung", "⏳", "⚠", "🚧", "🔄",
            ]
        ),
        (
            .pending,
            [
                "待客户", "待用户", "等待客户", "等待用户", "待反馈", "待回复", "待确认", "pending", "waiting", "awaiting", "need info",
                "needs info", "待ち", "pendiente", "pendente", "en attente", "en espera", "wartend",
            ]
        ),
        (
            .hold,
            [
                "挂起", "暂停", "搁置", "阻塞", "on hold", "hold", "blocked", "deferred", "postponed", "paused", "suspended",
                "依赖", "depends on",
            ]
        ),
        (
            .closed,
            [
                "已关闭", "關閉", "关闭", "已归档", "已取消", "撤回", "撤销", "已撤", "已砍", "砍掉", "废弃", "弃用", "作废", "放弃", "不做", "不修复",
                "不处理", "不予处理", "不是问题", "非问题", "不是bug", "非bug", "无需修复", "无需处理", "无法复现", "not a bug",
                "by design", "as designed", "cannot reproduce", "can't reproduce", "not reproducible", "重复", "closed",
                "cerrado", "cerrada", "fechado",
                "fechada", "fermé", "geschlossen", "archived", "cancelled",
                "canceled",
                "wontfix",
                "won't fix", "wont fix", "will not fix", "won't do", "duplicate", "invalid", "rejected", "merged",
                "obsolete",
            ]
        ),
        // 油漆完成，待晾干
        (.open, ["待"]),
        (
            .resolved,
            [
                "已解决", "已落地", "已上线", "已修", "已修復", "修復", "解決", "已處理", "解决", "已完成", "完成", "已处理", "已恢复", "恢复", "已修复", "修复",
                "已办结", "办结",
                "resolved",
                "solved", "done", "resuelto", "resuelta", "solucionado", "resolvido", "resolvida", "concluído",
                "résolu",
                "erledigt", "behoben", "gelöst",
                "fixed",
                "completed", "complete", "finished", "restored", "answered", "verified", "implemented", "mitigated",
                "✓", "✅", "✔",
                "☑", "🟢",
            ]
        ),
        (.new, ["新建", "未受理", "待受理", "未处理", "new", "submitted", "unassigned", "untriaged", "unconfirmed"]),
        (
            .open,
            [
                "打开", "已记录", "logged", "recorded", "已受理", "受理", "已分配", "已指派", "已确认", "open", "opened", "reopened",
                "re opened", "active", "assigned",
                "accepted", "abierto", "abierta", "aberto", "aberta", "ouvert", "offen",
                "confirmed", "started", "acknowledged", "planned", "🔴", "🟡", "❌",
            ]
        ),
    ]

    package static func status(of text: String) -> Status? {
        // `in-progress` and `in_progress` are two words.
        var word = text.utf8.map { byte -> UInt8 in
            switch byte {
            case 0x41...0x5A: byte | 0x20
            case 0x2D, 0x5F: 0x20
            default: byte
            }
        }
        guard word.count <= 200 else { return status(ofClauseIn: text) }
        return word.withUnsafeMutableBufferPointer { buffer in
            let bytes = Bytes(buffer)
            return table.first { $0.1.contains { holds($0, bytes) } }?.0
                ?? furtherStatus(of: text)
        }
    }

    /// `✅ fixed (v1.5) — the lock was …`: of a text what stands before the rest, where that is a name.
    private static func status(ofClauseIn text: String) -> Status? {
        let clause = text.prefix { !"—–。；;(（.,，：:\n".contains($0) }
        return status(ofName: String(clause.filter { $0 != "*" }.trimmingPrefix(" ")))
    }

    private static func furtherStatus(of text: String) -> Status? {
        var word = text.lowercased()
        return word.withUTF8 { buffer in
            let bytes = Bytes(rebasing: buffer[...])
            return furtherTable.first { $0.1.contains { holds($0, bytes) } }?.0
        }
    }

    /// What a title or the name of a group says by itself, such as `Open` or 已关闭: nothing but a status.
    static func status(ofName text: String) -> Status? {
        guard let letters = lettersOfName(text) else { return nil }
        return isName(letters) ? status(of: text) : nil
    }

    /// The same of a group, which may say more behind a dash: `Fixed — second round`.
    static func status(ofGroup name: String) -> Status? {
        if let status = status(ofName: name) { return status }
        guard name.utf8.contains(where: { $0 == 0x2D || $0 == 0xE2 }) else { return nil }
        for dash in [" — ", " – ", " - ", "——"] {
            let parts = name.split(separator: dash, maxSplits: 1)
            if parts.count == 2, let status = status(ofName: String(parts[0])) { return status }
        }
        return nil
    }

    /// The letters of a text that may be a name: of few words, and beginning as one does; nearly no text in brackets is.
    private static func lettersOfName(_ text: String) -> String? {
        guard text.utf8.count <= 60 else { return nil }
        var letters = String.UnicodeScalarView()
        var (size, words) = (0, 0)
        var isBetween = true
        for scalar in text.unicodeScalars {
            let isLetter = scalar.isLetter
            // Marks before the words count for nothing.
            if size == 0, !isLetter, scalar.properties.numericType == nil { continue }
            size += UTF8.width(scalar)
            if scalar != " ", isBetween { words += 1 }
            isBetween = scalar == " "
            guard isLetter else { continue }
            guard let folded = simplyFolded(scalar) ?? smallLetter(scalar),
                !letters.isEmpty || names.contains(initial: folded) || folded == "尚" || !folded.isHan
            else {
                return nil
            }
            letters.append(folded)
        }
        return size <= 30 && words <= 3 ? String(letters) : nil
    }

    static func smallLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let mapping = scalar.properties.lowercaseMapping.unicodeScalars
        return mapping.count == 1 ? mapping.first : nil
    }

    /// 已解决的重要问题, 尚未关闭的工单
    private static func isToldOfThings(_ letters: String) -> Bool {
        let words = letters.hasPrefix("尚") ? letters.dropFirst() : letters[...]
        guard let first = words.first, "已未待".contains(first), nouns.contains(where: words.hasSuffix) else {
            return false
        }
        return (2...4).contains { names.contains(words.prefix($0).utf8) }
    }

    private static func isName(_ letters: String) -> Bool {
        if names.contains(letters.utf8) || isToldOfThings(letters) { return true }
        // Their table is made only for letters of theirs.
        if !letters.unicodeScalars.contains(where: \.isHan), furtherNames.contains(letters.utf8) { return true }
        return nouns.contains { noun in
            // 问题解决 tells of solving.
            if noun.utf8.first ?? 0 < 0x80, letters.utf8.starts(with: noun.utf8) {
                let rest = letters.utf8.dropFirst(noun.utf8.count)
                return names.contains(rest) || furtherNames.contains(rest)
            }
            let rest = letters.utf8.dropLast(noun.utf8.count)
            return letters.utf8.dropFirst(rest.count).elementsEqual(noun.utf8) && names.contains(rest)
        }
    }

    private static let names = LetterNames(table.lazy.flatMap(\.1))
    private static let furtherNames = LetterNames(furtherTable.lazy.flatMap(\.1))

    /// `Open issues`, `Bugs corrigés`, 已解决问题: what is counted says no more.
    private static let nouns = [
        "issues", "issue", "bugs", "bug", "tickets", "tasks", "items", "problems", "incidents", "questions", "round",
        "的问题",
        "的工单", "问题", "工单", "的問題", "問題", "工單",
        "任务", "故障", "事项",
    ]

    private static func holds(_ word: StaticString, _ bytes: Bytes) -> Bool {
        guard word.utf8Start.pointee < 0x80 else { return bytes.first(word, in: 0..<bytes.count) != nil }
        var from = 0
        while let at = bytes.first(word, in: from..<bytes.count) {
            let end = at + word.utf8CodeUnitCount
            let isWhole = (at == 0 || !isLetter(bytes[at - 1])) && (end == bytes.count || !isLetter(bytes[end]))
            if isWhole { return true }
            from = at + 1
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}
