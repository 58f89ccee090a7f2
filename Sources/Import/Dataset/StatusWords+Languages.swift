import Workflow

extension StatusWords {
    /// Words of further languages, asked where Chinese and English say nothing. Letters are small ones.
    static let furtherTable: [(Status, [StaticString])] = [
        (
            .open,
            [
                "не исправлен", "не решен", "не решён", "не закрыт", "не выполнен", "не готово", "не сделано",
                "в работе",
                "в процессе", "未対応", "未着手", "対応中", "調査中", "修正中", "作業中", "確認中", "no resuelto", "sin resolver",
                "não resolvido", "non résolu", "da risolvere", "da correggere", "por resolver", "por corregir",
                "por arreglar",
                "a corrigir", "a resolver", "à corriger", "à résoudre", "zu beheben", "aperti", "aperte", "aperto",
                "aperta", "offene", "ouverts", "ouvertes", "abiertos", "abertos", "к исправлению", "нужно исправить",
                "nicht behoben", "nicht gelöst", "nicht erledigt", "in corso",
                "in lavorazione", "da fare", "à faire", "por hacer", "a fazer", "zu erledigen", "devam ediyor",
                "yapılacak", "çözülmedi", "진행", "미해결", "đang xử lý", "đang làm", "chưa xử lý", "in behandeling",
                "w trakcie", "teilweise", "parcialmente", "partiellement", "частично", "broken", "cassé", "defekt",
                "escalated", "not started", "fail",
                "failed", "failing", "escalado", "escalada",
                "escaladé", "eskaliert",
            ]
        ),
        (
            .pending,
            [
                "ожидает", "ожидание", "beklemede", "bekliyor", "in attesa", "対応待ち", "回答待ち", "返信待ち", "대기", "chờ",
                "oczekuje",
            ]
        ),
        (
            .hold,
            ["отложен", "отложено", "приостановлен", "保留", "pausado", "sospeso", "ertelendi", "보류", "zurückgestellt"]
        ),
        (
            .closed,
            [
                "закрыт", "закрыто", "закрыта", "отменено", "отклонено", "отменен", "отменён", "отклонен", "отклонён",
                "дубликат", "не будет исправлен", "chiuso", "clos", "clôturé", "cloturé",
                "chiusa", "kapalı", "kapandı", "kapatıldı", "却下", "対応不要", "対応しない", "クローズ", "取り下げ", "닫힘", "종료",
                "gesloten", "zamknięt", "đã đóng", "withdrawn", "dismissed", "obsoleted", "dropped", "discarded",
                "abandoned", "descartado", "descartada", "cancelado", "cancelada",
                "annulé", "abgelehnt", "verworfen",
            ]
        ),
        (
            .resolved,
            [
                "исправлен", "исправлено", "исправлена", "решен", "решён", "решено", "решена", "устранено", "устранена",
                "сделан", "выполнено", "выполнена", "завершено", "выполнен", "готово", "сделано", "завершен",
                "завершён", "устранен",
                "устранён",
                "対応済", "完了", "修正済", "解決済", "実装済", "risolto", "risolta", "completato", "completata", "çözüldü",
                "tamamlandı",
                "düzeltildi", "완료", "해결", "opgelost", "rozwiązan", "naprawion", "đã xong", "đã sửa", "đã xử lý",
                "hoàn thành",
                "action taken", "pass", "passed", "landed", "shipped", "deployed", "hecho",
                "completado",
                "completada", "terminado", "terminada", "corregido", "corregida", "arreglado",
                "feito", "concluída", "finalizado", "finalizada", "corrigido", "corrigida", "terminé", "terminée",
                "corrigé", "corrigée", "corrigés", "corrigées", "résolus", "résolues", "terminés", "terminées", "fait",
                "corregidos", "resueltos", "resolvidos", "corrigidos", "risolti", "corretto", "corretti", "corrette",
                "sistemato", "sistemati", "erledigte", "behobene", "gelöste",
                "реализовано", "реализован", "исправлены", "решены", "выполнены", "исправленные", "решенные",
                "решённые", "fertig", "abgeschlossen", "fixé",
            ]
        ),
        (
            .open,
            [
                "открыт", "открыто", "открыта", "новый", "новая", "новое", "オープン", "新規", "aperto", "aperta", "açık",
                "otwart", "열림", "nuevo",
                "nueva", "novo", "nouveau",
            ]
        ),
    ]
}
