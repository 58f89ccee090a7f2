import Workflow

/// The label that opens an utterance: `**客户**：`, `**客服：**`, `- 用户:`, `【客服】`, `#### 客户`.
struct Speaker {
    enum Look: UInt8 { case bold, bracket, plain, heading }

    /// How a conversation writes its speakers; one conversation writes them one way.
    struct Form: Equatable {
        let look: Look
        let isMarked: Bool
    }

    let role: Role
    let form: Form
    /// Where the words begin.
    let body: Int
    /// The whole label when it says more than the role: `客户 (10:20)`.
    let note: Range<Int>?

    private static let table: [(Role, [StaticString])] = [
        (
            .customer,
            [
                "客户", "用户", "顾客", "客户方", "用户方", "咨询者", "咨询人", "提问者", "提问人", "提交人", "客户提问",
                "用户提问", "客户问", "用户问", "客户说", "买家", "访客", "来访者", "发起人", "问", "提问", "Q", "Customer", "User", "Client",
                "Requester", "Visitor", "Question", "Asker", "Caller", "Patient", "Guest", "Buyer", "Human", "你", "我",
                "Kunde", "Kundin", "Benutzer", "Cliente", "Usuario", "Usuário", "Utilisateur", "Usager", "Utente",
                "Клиент", "Пользователь", "Покупатель", "Вопрос", "お客様", "お客さま", "顧客", "質問", "고객", "Müşteri",
                "Khách hàng",
                "Shopper", "Learner", "Student", "Member", "Subscriber",
            ]
        ),
        (
            .agent,
            [
                "客服", "坐席", "客服人员", "客服代表", "客服专员", "客服回复", "客服答", "客服说", "在线客服", "人工客服", "智能客服",
                "工程师", "技术工程师", "客服工程师", "支持工程师", "售后工程师", "技术支持", "技术支持工程师", "技术客服", "售后", "支持", "支持人员",
                "服务人员", "商务", "运维", "技术", "技术人员", "专家", "顾问", "机器人", "助手", "答", "回答", "回复", "A", "Agent", "Support",
                "Engineer", "Staff", "Assistant", "Operator", "Support Agent", "Customer Service", "Support Engineer",
                "Customer Support", "Service", "Answer", "Reply", "Rep", "Advisor", "Representative", "Consultant",
                "Technician", "Specialist", "Bot", "Chatbot", "AI", "ChatGPT", "GPT", "AI助手", "AI 助手",
                "Agente", "Soporte", "Suporte", "Atendente", "Asesor", "Operador", "Operatore", "Assistenza",
                "Conseiller",
                "Conseillère", "Mitarbeiter", "Berater", "Kundenservice", "Оператор", "Поддержка", "Техподдержка",
                "Менеджер", "Специалист", "Ответ", "サポート", "担当者", "オペレーター", "回答", "상담원", "Destek", "Nhân viên",
                "Helpdesk",
                "Help Desk", "Seller", "Vendor", "Admin", "Moderator", "Virtual Assistant", "Support Team",
                "Support Rep",
            ]
        ),
        (.system, ["系统", "系统消息", "系统提示", "系统通知", "System"]),
    ]

    private static let roles: NameTable<Role> = {
        var roles: [NameKey: Role] = [:]
        for (role, words) in table {
            for word in words { roles[NameKey(word)] = role }
        }
        return NameTable(roles)
    }()

    private static let longestName = 48
    private static let longestNote = 96

    static func role(of name: Range<Int>, in bytes: Bytes) -> Role? {
        guard name.count <= longestName, !name.isEmpty else { return nil }
        return roles[NameKey.pair(of: bytes, in: name).whole]
    }

    /// The role of a name, and whether a remark in brackets follows the name.
    private static func roleAndNote(of name: Range<Int>, in bytes: Bytes) -> (role: Role, hasNote: Bool)? {
        guard name.count <= longestNote, !name.isEmpty else { return nil }
        let keys = NameKey.pair(of: bytes, in: name)
        if let role = roles[keys.whole] { return (role, false) }
        return keys.stem.flatMap { roles[$0] }.map { ($0, true) }
    }

    static func isSpeaker(_ key: NameKey) -> Bool { roles[key] != nil }

    /// Whether a line may be a speaker's, to judge by its first byte, in a conversation that is written this way.
    static func mayOpen(_ first: UInt8, _ form: Form) -> Bool {
        guard !form.isMarked else { return true }
        switch form.look {
        case .bold: return first == 0x2A || first == 0x20
        case .heading: return first == 0x23
        case .bracket: return first == 0xE3 || first == 0x5B || first == 0x20
        case .plain: return true
        }
    }

    init?(_ line: TextLine, in bytes: Bytes) {
        let indented = bytes.skippingBlanks(line.start, limit: line.end)
        guard indented < line.end, indented - line.start <= 3 else { return nil }
        if bytes[indented] == 0x23 {
            self.init(heading: line, in: bytes)
            return
        }
        let start = ListMark.end(at: indented, limit: line.end, in: bytes) ?? indented
        guard start < line.end else { return nil }
        let form = { (look: Look) in Form(look: look, isMarked: start > indented) }
        switch bytes[start] {
        case 0x2A: self.init(bold: start..<line.end, form(.bold), in: bytes)
        case 0xE3 where bytes.has("【", at: start, limit: line.end):
            self.init(bracketed: start + 3..<line.end, "】", form(.bracket), in: bytes)
        case 0x5B: self.init(bracketed: start + 1..<line.end, "]", form(.bracket), in: bytes)
        default: self.init(plain: start..<line.end, form(.plain), in: bytes)
        }
    }

    private init?(name: Range<Int>, form: Form, body: Int, in bytes: Bytes) {
        guard let (role, hasNote) = Speaker.roleAndNote(of: name, in: bytes) else { return nil }
        self.role = role
        note = hasNote ? name : nil
        self.form = form
        self.body = body
    }

    private init?(heading line: TextLine, in bytes: Bytes) {
        guard let heading = Heading(line, in: bytes) else { return nil }
        self.init(name: heading.text, form: Form(look: .heading, isMarked: false), body: line.end, in: bytes)
    }

    private init?(bold range: Range<Int>, _ form: Form, in bytes: Bytes) {
        guard let mark = BoldMark(range, longest: Speaker.longestNote, in: bytes) else { return nil }
        if mark.hasColon || mark.rest.isEmpty {
            self.init(name: mark.name, form: form, body: mark.rest.lowerBound, in: bytes)
            return
        }
        guard let behind = Speaker.noteEnd(mark.rest, in: bytes),
            let colon = bytes.colonEnd(at: behind, limit: range.upperBound)
        else { return nil }
        self.init(name: mark.name.lowerBound..<behind, form: form, body: colon, in: bytes)
    }

    /// Where the remark in brackets ends that begins the range: `(2024-01-02 10:20)`.
    private static func noteEnd(_ range: Range<Int>, in bytes: Bytes) -> Int? {
        let limit = min(range.upperBound, range.lowerBound + longestName)
        if bytes.has("(", at: range.lowerBound, limit: limit) {
            return bytes.first(")", in: range.lowerBound..<limit).map { $0 + 1 }
        }
        guard bytes.has("（", at: range.lowerBound, limit: limit) else { return nil }
        return bytes.first("）", in: range.lowerBound..<limit).map { $0 + 3 }
    }

    private init?(bracketed range: Range<Int>, _ closing: StaticString, _ form: Form, in bytes: Bytes) {
        let limit = min(range.upperBound, range.lowerBound + Speaker.longestName)
        guard let close = bytes.first(closing, in: range.lowerBound..<limit) else { return nil }
        let behind = close + closing.utf8CodeUnitCount
        let colon = bytes.colonEnd(at: behind, limit: range.upperBound)
        self.init(name: range.lowerBound..<close, form: form, body: colon ?? behind, in: bytes)
    }

    private init?(plain range: Range<Int>, _ form: Form, in bytes: Bytes) {
        let limit = min(range.upperBound, range.lowerBound + Speaker.longestName)
        guard let at = bytes.firstColon(in: range.lowerBound..<limit),
            let colon = bytes.colonEnd(at: at, limit: range.upperBound)
        else { return nil }
        self.init(name: range.lowerBound..<at, form: form, body: colon, in: bytes)
    }
}
