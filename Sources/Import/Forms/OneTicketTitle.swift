import Workflow

/// What a file that is one ticket calls itself: `BUG-12: the gate sticks`, `Bug report`, `Rapport de bug`.
struct OneTicketTitle {
    /// It says so and nothing else.
    let isBare: Bool

    private static let longest = 80

    /// Nil for any other title.
    init?(_ title: Range<Int>, in bytes: Bytes) {
        guard title.count <= Self.longest, bytes.first("&", in: title) == nil else { return nil }
        let words = folded(bytes.text(title)).split { !$0.isLetter && !$0.isNumber }
        guard let first = words.first else { return nil }
        let isCounted = Self.matters.contains(first) && (words.count == 1 || words[1].first?.isNumber ?? false)
        let isMatter = { Self.matters.contains($0) || Self.faults.contains($0) }
        let isReport = words.contains(where: Self.reports.contains) && words.contains(where: isMatter)
        let isNamed = Self.names.contains { bytes.first($0, in: title) != nil }
        guard isCounted || isReport || isNamed else { return nil }
        let links: Set<Substring> = ["de", "of", "a", "the", "d"]
        isBare =
            words.count <= 4
            && words.allSatisfy { isMatter($0) || Self.reports.contains($0) || links.contains($0) }
    }

    /// The file is called by a key such as `INC-12`.
    static func isKey(path: String) -> Bool {
        let name = FilePaths.baseName(path)
        let parts = name.split { "-_.".contains($0) }
        return zip(parts, parts.dropFirst()).contains { word, number in
            // Most names are done with here.
            guard (1...6).contains(number.utf8.count), number.utf8.allSatisfy(\.isDigit) else { return false }
            let name = folded(String(word))
            return matters.contains(name[...]) || ["inc", "err", "def"].contains(name)
        }
    }

    static let matters: [Substring] = [
        "bug", "ticket", "issue", "incident", "incidente", "defect", "complaint", "postmortem", "баг", "инцидент",
    ]
    /// Guides tell of them, too.
    private static let faults: [Substring] = ["error", "erreur", "fallo", "falha"]
    private static let reports: Set<Substring> = [
        "report", "rapport", "reporte", "relatorio", "relatório", "bericht", "отчет", "отчёт",
    ]
    private static let names: [StaticString] = [
        "缺陷报告", "故障报告", "事故报告", "インシデントレポート", "障害報告", "Fehlerbericht", "баг-репорт",
    ]
}
