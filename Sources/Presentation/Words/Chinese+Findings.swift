import Diagnosis
import Workflow

/// What is wrong with a site, in Chinese: the first line says what, the second what to do.
struct ChineseFinding {
    let reader: DiagnosisReader

    func lines(_ finding: Finding) -> [String] {
        permission(finding) ?? names(finding) ?? connection(finding) ?? encryption(finding) ?? certificate(finding)
            ?? answer(finding) ?? content(finding) ?? [finding.code]
    }

    private func permission(_ finding: Finding) -> [String]? {
        let otherResolver = "这不说明网站有问题。请换一个解析器：--resolver 地址:端口。"
        switch finding {
        case .consentMissing: return ["客户没有授权诊断。"]
        // Whose it is stays with the desk.
        case .otherCustomer:
            return reader == .agent ? ["该域名属于其他客户，没有发出任何查询。", "请先迁移域名，或联系其所有者。"] : ["诊断异常：当前账号无法诊断该域名。"]
        case .resolverUnreachable: return ["无法连接解析器。", otherResolver]
        case .resolverSilent: return ["解析器没有应答。", otherResolver]
        case .resolverRefuses: return ["解析器拒绝应答。", otherResolver]
        default: return nil
        }
    }

    private func names(_ finding: Finding) -> [String]? {
        switch finding {
        case .nameNotFound(let name): ["域名 \(text(name)) 不存在。", "请检查拼写，以及域名是否已过期。"]
        case .nameTimedOut(let name): ["域名 \(text(name)) 解析超时。", "其权威服务器故障或无法访问。"]
        case .zoneBroken(let name): ["域名 \(text(name)) 的解析出错。", "其权威服务器出错，或 DNSSEC 签名有误。"]
        case .nameAnswerMalformed(let name): ["域名 \(text(name)) 的解析结果无法识别。"]
        case .nameWithoutAddress(let name): ["域名 \(text(name)) 没有地址。", "请添加 CNAME、A 或 AAAA 记录。"]
        case .cnameMissing: ["域名没有配置 CNAME 解析。", "请将域名用 CNAME 指向服务商提供的域名；或用 --past-cname 继续诊断。"]
        case .cnameElsewhere(let target): ["CNAME 指向了其他地方：\(text(target))。", "请指向服务商提供的域名。"]
        case .cnameConflict(let target): ["域名除 CNAME（\(text(target))）外还有地址记录。", "请删除该域名的 A 和 AAAA 记录。"]
        case .cnameLoop(let names): ["CNAME 循环：\(names.map(text).joined(by: " → "))。", "请修改其中一条。"]
        case .cnameDangling(let target): ["CNAME 指向的 \(text(target)) 不存在。", "该域名可能被他人抢注：请修改或删除这条记录。"]
        case .cnameTooLong(let steps): ["CNAME 超过 \(steps - 1) 层。", "许多解析器会放弃：请直接指向最后一个域名。"]
        case .issuerForbidden(let allowed): ["CAA 记录不允许服务商的证书机构签发；允许：\(list(allowed))。", "请在 CAA 记录中加入该机构，否则证书无法续期。"]
        case .sinkhole: ["域名指向空地址（0.0.0.0）。", "域名已被所有者或解析器屏蔽。"]
        case .addressRefused(let address, let kind):
            reader == .agent
                ? ["\(address) 不是公网地址（\(kind.rawValue)），没有连接。", "请改为公网地址；确有需要时用 --allow-private 允许该网段。"]
                : ["域名指向的不是公网地址。", "请改为公网地址。"]
        case .someAddressesRefused(let addresses): ["域名的部分地址不是公网地址\(shown(addresses))。", "请删除：得到这些地址的访客无法访问。"]
        default: nil
        }
    }

    private func connection(_ finding: Finding) -> [String]? {
        switch finding {
        case .connectionRefused: ["服务器拒绝连接。", "该端口没有服务，或被防火墙拒绝。"]
        case .connectionTimedOut: ["连接服务器超时。", "服务器故障，或被防火墙丢弃。"]
        case .connectionReset: ["服务器中断了连接。"]
        case .hostUnreachable: ["无法到达服务器。"]
        case .connectionFailed: ["无法建立连接。"]
        case .addressesDead(let addresses): ["部分地址没有响应\(shown(addresses))。", "得到这些地址的访客会等待或失败：请修复或删除。"]
        case .ipv6Dead(let addresses): ["IPv6 没有响应，IPv4 正常\(shown(addresses))。", "请修复，或删除 AAAA 记录。"]
        default: nil
        }
    }

    private func encryption(_ finding: Finding) -> [String]? {
        switch finding {
        case .notTLS: ["该端口的服务没有加密。", "请在此端口提供 HTTPS，或改用正确的端口。"]
        case .tlsSilent: ["可以连接，但 TLS 握手没有响应。", "服务器过载，或该端口不是 HTTPS。"]
        case .tlsReset: ["服务器中断了握手。", "可能是防火墙拦截了该域名，或没有为其配置 HTTPS。"]
        case .tlsClosed: ["服务器在握手时断开。", "可能没有为该域名配置 HTTPS。"]
        case .tlsAlert(let alert): ["服务器以警报 \(alert) 结束了握手。", "可能没有为该域名配置 HTTPS。"]
        case .tlsFailed(let reason): ["握手失败" + (reason.isEmpty ? "。" : "：\(text(reason))。")]
        case .tooManyCertificates: ["服务器发送的证书过多。", "只需发送网站证书和中间证书。"]
        case .oldProtocol(let version): ["服务器只支持 \(text(version))，浏览器会拒绝。", "请启用 TLS 1.2 和 1.3。"]
        case .certificateWanted: ["服务器要求访客出示证书。", "只有持有证书的人才能访问。"]
        default: nil
        }
    }

    private func certificate(_ finding: Finding) -> [String]? {
        switch finding {
        case .selfSigned: ["证书是自签名的。", "请向证书机构申请证书。"]
        case .untrustedRoot(let name): ["证书机构 \(text(name)) 不受信任。", "请使用浏览器信任的机构签发的证书。"]
        case .incompleteChain(let missing): ["服务器没有发送中间证书 \(text(missing))。", "请安装完整的证书链。浏览器可能掩盖此问题，程序不会。"]
        case .chainBroken(let code, let depth): ["证书链在第 \(depth) 层出错（X509 \(code)）。"]
        case .expired(let depth, let since):
            ["\(place(depth))证书已于 \(day(since)) 过期。", depth == 0 ? "请续期并部署新证书。" : "请安装证书机构新的中间证书。"]
        case .notYetValid(let depth, let from): ["\(place(depth))证书自 \(day(from)) 起才有效。", "证书日期或时钟有误。"]
        case .expiresSoon(let days, let at): ["证书将在 \(days) 天后（\(day(at))）过期。", "请续期。"]
        case .nameMismatch(let names): ["证书属于其他域名：\(list(names))。", "请部署该域名的证书。"]
        case .noUsableName: ["证书没有可用的域名。", "浏览器只看备用名称（SAN）：请申请含有它的证书。"]
        case .weakKey(let kind, let bits): ["证书的密钥太弱（\(text(kind)) \(bits)）。", "请使用 RSA 2048 或 EC 256。"]
        default: nil
        }
    }
}

extension ChineseFinding {
    func text(_ text: String) -> String { SafeText.line(text) }

    private func list(_ texts: [String]) -> String {
        guard !texts.isEmpty else { return "无" }
        return texts.prefix(6).map(text).joined(by: "、") + (texts.count > 6 ? "……" : "")
    }

    /// Only for agents.
    private func shown(_ addresses: [NetworkAddress]) -> String {
        guard reader == .agent else { return "" }
        return "：" + addresses.map(\.description).joined(by: "、")
    }

    private func place(_ depth: Int) -> String { depth == 0 ? "" : "证书机构（第 \(depth) 层）的" }

    private func day(_ milliseconds: Int64) -> String {
        TimeText.localDate(
            min(max(milliseconds, TimeText.readable.lowerBound), TimeText.readable.upperBound), offset: 0)
    }
}
