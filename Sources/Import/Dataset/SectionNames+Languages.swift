// Names in further languages.
extension SectionNames {
    static let further: [(SectionField, [String])] = [
        (
            .title,
            [
                "Titel", "Titre", "Título", "Titulo", "Titolo", "Заголовок", "Название", "Тема", "タイトル", "제목",
                "Başlık",
            ]
        ),
        (
            .category,
            [
                "Kategorie", "Bereich", "Catégorie", "Categoría", "Categoria", "Kategori", "Категория", "Модуль",
                "カテゴリ",
                "カテゴリー", "카테고리",
            ]
        ),
        (
            .reference,
            ["Ticketnummer", "Vorgangsnummer", "Номер", "Номер заявки", "Numéro", "Número", "Numero", "チケット番号"]
        ),
        (
            .container,
            [
                "Informações Básicas", "Informações", "Informações Gerais", "Información", "Información básica",
                "Información general", "Informations", "Informations générales", "Allgemeine Informationen",
                "Grunddaten", "Informazioni", "Informazioni generali", "Основная информация", "Общая информация",
                "Genel Bilgiler",
            ]
        ),
        (
            .priority,
            [
                "Priorität", "Priorité", "Prioridad", "Prioridade", "Priorità", "Приоритет", "Срочность", "Öncelik",
                "우선순위", "Mức độ ưu tiên", "Độ ưu tiên", "Prioriteit", "Priorytet",
            ]
        ),
        (
            .status,
            [
                "Zustand", "Statut", "État", "Etat", "Estado", "Situação", "Stato", "Статус", "Состояние", "ステータス",
                "Durum", "상태", "Trạng thái", "Estatus",
            ]
        ),
        (
            .customer,
            [
                "Kunde", "Kundin", "Gemeldet von", "Cliente", "Solicitante", "Reportado por", "Demandeur",
                "Signalé par", "Détecté par", "Detectado por", "Gefunden von", "Entdeckt von", "Обнаружил",
                "Segnalato da", "Клиент", "Заявитель", "Автор", "Пользователь", "Сообщил", "お客様", "Müşteri",
            ]
        ),
        (
            .assignee,
            [
                "Bearbeiter", "Zuständig", "Verantwortlich", "Zugewiesen an", "Responsable", "Asignado a",
                "Responsável",
                "Atribuído a", "Assigné à", "Assegnato a", "Responsabile", "Исполнитель", "Ответственный", "Назначен",
                "Sorumlu", "Atanan", "담당자",
            ]
        ),
        (
            .created,
            [
                "Datum", "Erstellt", "Erstellt am", "Gemeldet am", "Fecha", "Fecha de creación", "Data de criação",
                "Data creazione", "Date de création", "Créé le", "Дата", "Дата создания", "Создано", "Tarih",
            ]
        ),
        (
            .closed,
            [
                "Gelöst am", "Geschlossen am", "Fecha de cierre", "Fecha de resolución", "Resolvido em", "Fechado em",
                "Résolu le", "Risolto il", "Дата решения", "Дата закрытия", "Закрыто",
            ]
        ),
        (.tags, ["Schlagwörter", "Etiquetas", "Étiquettes", "Etichette", "Метки", "Теги", "ラベル", "タグ", "Etiketler"]),
        (
            .description,
            [
                "Beschreibung", "Problembeschreibung", "Fehlerbeschreibung", "Symptom", "Symptome", "Descripción",
                "Descripcion", "Problema", "Síntoma", "Síntomas", "Problema detectado", "Sintoma", "Sintomas",
                "Descrição", "Descricao",
                "Descrizione", "Sintomo", "Sintomi", "Problème", "Symptôme", "Symptômes", "Описание",
                "Описание проблемы",
                "Проблема", "Симптом", "Симптомы", "Açıklama", "Sorun",
                "Belirti",
                "설명", "증상", "문제", "Mô tả", "Hiện tượng", "Omschrijving", "Probleem", "Opis",
            ]
        ),
        (
            .answers,
            [
                "Lösung", "Loesung", "Antwort", "Behebung", "Maßnahme", "Solución", "Solucion", "Respuesta",
                "Corrección",
                "Correccion", "Correccion aplicada", "Cambio aplicado", "Solución implementada", "Solução Implementada",
                "Resolução",
                "Solução Aplicada", "Soluzione adottata", "Solution appliquée", "Umgesetzte Lösung",
                "Corrección aplicada", "Solución aplicada", "Arreglo", "Solução",
                "Solucao", "Resposta", "Correção", "Soluzione", "Risposta", "Risoluzione", "Correzione", "Réponse",
                "Résolution", "Correctif", "Решение", "Ответ", "Исправление", "Что сделано", "Çözüm", "해결", "해결 방법",
                "답변", "Giải pháp", "Cách khắc phục",
                "Oplossing", "Rozwiązanie",
            ]
        ),
        (
            .causes,
            [
                "Ursache", "Causa", "Causa raíz", "Causa raiz", "Causa principal", "Diagnóstico", "Diagnostico",
                "Causes",
                "Cause racine", "Причина", "Причины", "Диагностика", "Neden", "Sebep", "원인",
                "Nguyên nhân", "Oorzaak", "Przyczyna",
            ]
        ),
    ]

    /// Those of Japanese that begin with a sign of Chinese.
    static let japanese: [(SectionField, [StaticString])] = [
        (.title, ["件名"]),
        (.category, ["分類"]),
        (.reference, ["番号"]),
        (.container, ["基本情報"]),
        (.priority, ["優先度", "優先順位", "重要度"]),
        (.status, ["状態", "対応状況"]),
        (.customer, ["発見者", "報告者", "起票者", "顧客"]),
        (.assignee, ["担当", "担当者"]),
        (.created, ["日付", "作成日", "発生日", "報告日", "登録日"]),
        (.closed, ["完了日", "解決日", "対応日"]),
        (.description, ["説明", "概要", "内容", "現象", "症状", "問題", "事象", "詳細"]),
        (
            .answers,
            [
                "実施した対処", "実施した対応", "対応履歴", "恒久対策", "暫定対応", "対応", "対処", "対処法", "対応内容", "対応策", "解決策", "解決方法", "回答",
                "回避策", "修正", "修正内容",
            ]
        ),
        (.causes, ["原因", "根本原因", "原因分析"]),
    ]

    /// How bad it is, where nothing says how soon it is wanted.
    static let furtherSeverities = [
        "Schweregrad", "Dringlichkeit", "Gravité", "Sévérité", "Severité", "Urgence", "Gravedad", "Severidad",
        "Urgencia", "Gravidade",
        "Severidade", "Urgência", "Gravità", "Серьезность", "Серьёзность", "Критичность",
    ]
}
