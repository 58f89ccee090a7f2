import Storage
import Workflow

extension Words {
    /// `domain`
    package struct Domains: Sendable {
        package let domain: String
        package let state: String
        package let until: String
        package let verified: String
        package let claimed: String
        package let expired: String
        /// Where to put what, so that it is found.
        package let publish: @Sendable (_ record: String, _ file: String, _ text: String) -> [String]
        package let whose: @Sendable (_ name: String, _ customer: String, _ state: String, _ time: String) -> String
        package let proven: @Sendable (_ name: String, _ customer: String, _ isRecord: Bool) -> String
        package let moved: @Sendable (_ name: String, _ from: String, _ to: String) -> String
        package let released: @Sendable (_ name: String, _ customer: String) -> String
        package let remains: @Sendable (DomainRemains, _ owner: String) -> [String]
        package let askMove: @Sendable (_ name: String, _ from: String, _ to: String) -> String
        package let wouldLook: @Sendable (_ name: String) -> String
        package let fault: @Sendable (DomainFault) -> [String]
    }
}

extension Words.Domains {
    package static let english = Words.Domains(
        domain: "DOMAIN", state: "STATE", until: "UNTIL", verified: "verified", claimed: "claimed", expired: "expired",
        publish: { record, file, text in
            [
                "To prove it, publish one of these:", "  TXT record \(record)", "    \(text)", "  file \(file)",
                "    \(text)",
                "Then: desk domain verify",
            ]
        },
        whose: { name, customer, state, time in
            "\(SafeText.line(name)) · \(SafeText.line(customer)) · \(state) \(time)"
        },
        proven: { "\(SafeText.line($0)) is \(SafeText.line($1))'s: the \($2 ? "record" : "file") is there" },
        moved: { "\(SafeText.line($0)) went from \(SafeText.line($1)) to \(SafeText.line($2))" },
        released: { "\(SafeText.line($0)) is no longer \(SafeText.line($1))'s" },
        remains: { remains, owner in
            let below =
                remains.below.isEmpty ? "" : "; below it: " + remains.below.map(SafeText.line).joined(by: ", ")
            return [
                "With \(SafeText.line(owner)) stay \(counted(remains.tickets, "ticket")) and "
                    + "\(counted(remains.diagnoses, "diagnosis", "diagnoses"))\(below)."
            ]
        },
        askMove: { "Move \(SafeText.line($0)) from \(SafeText.line($1)) to \(SafeText.line($2))? [y/N]" },
        wouldLook: { "would look for the proof of \(SafeText.line($0)) (dry run: nothing is asked of anybody)" },
        fault: { english($0) })

    private static func english(_ fault: DomainFault) -> [String] {
        switch fault {
        case .noDomain(let name): ["There is no domain \(SafeText.line(name)).", "desk domain list lists them."]
        case .claimed(let name): ["The customer has or claims \(SafeText.line(name)) already."]
        case .taken(let name):
            [
                "\(SafeText.line(name)) is proven by another customer.",
                "desk domain move moves it, when the new one proves it.",
            ]
        case .belowForeign(let name, let above):
            ["\(SafeText.line(name)) lies below \(SafeText.line(above)), which is another customer's."]
        case .expired(let name):
            ["The claim on \(SafeText.line(name)) was not proven in a week.", "desk domain add makes a new one."]
        case .severalClaims(let name, let customers):
            [
                "Several customers claim \(SafeText.line(name)): \(customers.map(SafeText.line).joined(by: ", ")).",
                "Say which: --customer",
            ]
        case .notProven(let name, let found):
            [
                "\(SafeText.line(name)) is not proven: \(found).",
                "Records take their time; desk domain show says what to publish.",
            ]
        case .notTaken(let name): ["Nobody else has \(SafeText.line(name)).", "desk domain verify proves it."]
        }
    }
}

extension Words.Domains {
    package static let chinese = Words.Domains(
        domain: "域名", state: "状态", until: "截止", verified: "已验证", claimed: "待验证", expired: "已过期",
        publish: { record, file, text in
            [
                "请发布以下任意一项以证明归属：", "  TXT 记录 \(record)", "    \(text)", "  文件 \(file)", "    \(text)",
                "然后：desk domain verify",
            ]
        },
        whose: { name, customer, state, time in
            "\(SafeText.line(name)) · \(SafeText.line(customer)) · \(state) \(time)"
        },
        proven: { "\(SafeText.line($0)) 属于\(SafeText.line($1))：已找到\($2 ? "记录" : "文件")" },
        moved: { "\(SafeText.line($0)) 已从\(SafeText.line($1))迁移到\(SafeText.line($2))" },
        released: { "\(SafeText.line($0)) 不再属于\(SafeText.line($1))" },
        remains: { remains, owner in
            let below = remains.below.isEmpty ? "" : "；下级域名：" + remains.below.map(SafeText.line).joined(by: "、")
            return ["\(SafeText.line(owner))保留 \(remains.tickets) 张工单、\(remains.diagnoses) 次诊断\(below)。"]
        },
        askMove: { "将 \(SafeText.line($0)) 从\(SafeText.line($1))迁移到\(SafeText.line($2))？[y/N]" },
        wouldLook: { "将查找 \(SafeText.line($0)) 的证明（试运行，不发出任何查询）" },
        fault: { chinese($0) })

    private static func chinese(_ fault: DomainFault) -> [String] {
        switch fault {
        case .noDomain(let name): ["没有域名 \(SafeText.line(name))。", "desk domain list 列出所有域名。"]
        case .claimed(let name): ["该客户已拥有或已申请 \(SafeText.line(name))。"]
        case .taken(let name): ["\(SafeText.line(name)) 已由其他客户验证。", "新客户证明归属后可用 desk domain move 迁移。"]
        case .belowForeign(let name, let above): ["\(SafeText.line(name)) 是 \(SafeText.line(above)) 的下级域名，后者属于其他客户。"]
        case .expired(let name): ["\(SafeText.line(name)) 的申请一周内未验证，已过期。", "可用 desk domain add 重新申请。"]
        case .severalClaims(let name, let customers):
            [
                "多位客户申请了 \(SafeText.line(name))：\(customers.map(SafeText.line).joined(by: "、"))。",
                "请用 --customer 指明。",
            ]
        case .notProven(let name, let found):
            ["\(SafeText.line(name)) 未能验证：\(found)。", "记录生效需要时间；desk domain show 说明应发布的内容。"]
        case .notTaken(let name): ["没有其他客户拥有 \(SafeText.line(name))。", "请用 desk domain verify 验证。"]
        }
    }
}
