// What files and the groups in them are called.
extension FileTitle {
    static let guides: [[Substring]] = [
        ["guide"], ["how"], ["template"], ["policy"], ["workflow"], ["process"], ["tutorial"], ["debugging"],
        ["troubleshooting"], ["reporting"], ["report", "a"], ["handbook"], ["runbook"], ["tips"], ["common"],
    ]
    static let guidesInHan: [StaticString] = ["指南", "手册", "模板", "排查", "流程", "规范", "教程", "如何", "方法", "共"]
    static let listsInHan: [StaticString] = ["记录", "清单", "列表", "汇总", "記錄", "清單"]

    static let ticketsElsewhere: [StaticString] = [
        "errores conocidos", "lista de errores", "fallos conocidos", "bugs conocidos",
        "problemas conocidos", "erros conhecidos", "problemas conhecidos", "bugs conhecidos",
        "problèmes connus", "bugs connus", "bug connus", "bogues", "bogues connus",
        "liste des bugs", "fehlerliste", "bekannte fehler", "errori noti", "problemi noti", "баги",
        "известные баги", "список багов", "известные ошибки", "список ошибок", "известные проблемы", "hata listesi",
        "bilinen hatalar", "bilinen sorunlar", "不具合一覧", "不具合リスト", "バグ一覧", "バグリスト", "既知の不具合", "既知の問題", "既知のバグ", "課題一覧",
        "znane błędy", "버그 목록", "알려진 문제",
    ]
    /// As the name of a file they are a list; a page may tell of them, too.
    static let faultsElsewhere: [StaticString] = [
        "errores", "fallos", "incidencias", "erros", "problèmes", "problemes", "fehler", "errori", "ошибки", "проблемы",
        "sorunlar", "hatalar", "不具合", "バグ", "błędy", "lỗi", "버그",
    ]
    static let toDoElsewhere: [StaticString] = [
        "yapılacaklar", "yapilacaklar", "yapılacaklar listesi", "tareas", "tareas pendientes", "lista de tareas",
        "pendientes", "tarefas", "tarefas pendentes", "lista de tarefas", "pendências", "pendencias", "à faire",
        "a faire", "tâches", "liste des tâches", "aufgaben", "aufgabenliste", "da fare", "задачи", "список задач",
        "сделать", "надо сделать", "やること", "やることリスト", "タスク", "タスク一覧", "do zrobienia", "할 일", "待解决问题",
    ]
    static let namesElsewhere = LetterNames(ticketsElsewhere + faultsElsewhere + toDoElsewhere)
    static let questions: [[Substring]] = [
        ["faq"], ["faqs"], ["frequently", "asked"], ["q&a"], ["questions", "and", "answers"],
    ]
    static let questionsInHan: [StaticString] = ["常见问题", "问答", "答疑"]
    static let tickets: [[Substring]] = [
        ["bug"], ["bugs"], ["defect"], ["defects"], ["tickets"], ["known", "issues"], ["known", "issue"],
        ["open", "issues"], ["issue", "list"], ["issue", "log"], ["issue", "tracker"], ["issue", "report"],
        ["issue", "title"], ["feature", "request"], ["feature", "requests"], ["issues", "list"], ["issues", "log"],
        ["known", "problems"], ["known", "limitations"], ["incidents"], ["buglist"], ["bugtracker"], ["knownissues"],
    ]
    static let ticketsInHan: [StaticString] = [
        "缺陷", "工单", "已知问题", "问题清单", "问题列表", "问题记录", "问题汇总", "遗留问题", "故障记录", "问题追踪", "问题跟踪", "踩坑", "修复记录", "問題清單",
        "問題列表", "問題記錄", "已知問題", "工單",
    ]
    static let lists: Set<Substring> = [
        "list", "lists", "tracker", "tracking", "log", "logs", "database", "board", "bugs", "register", "fixes",
        "tickets",
        "known", "backlog", "history", "hunt", "bash", "reports", "triage", "todo", "issues",
    ]
    static let toDo: [[Substring]] = [
        ["todo"], ["todos"], ["todolist"], ["to", "do"], ["backlog"], ["wishlist"], ["wish", "list"], ["task", "list"],
        ["things", "to", "fix"],
    ]
    static let toDoInHan: [StaticString] = ["待办", "任务清单", "任务列表"]

    static let groupNames: Set<String> = [
        "ideas", "features", "feature", "enhancements", "improvements", "future", "later", "misc", "miscellaneous",
        "wishlist", "general", "other", "others", "now", "next", "soon", "someday", "maybe", "ui", "performance",
        "documentation", "docs", "tests", "testing", "version", "milestone", "phase", "sprint", "short", "long",
        "想法", "功能", "优化", "改进", "其他", "其它", "以后", "新功能",
    ]
}
