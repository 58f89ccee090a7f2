import Diagnosis
import Workflow

extension Words.Diagnosis {
    static let chinese = Words.Diagnosis(
        consent: """
            自助诊断工具可以帮您诊断常见的网站问题，使用前需要您授权工具访问该网址并查询其域名。\
            只查询互联网上任何人都能看到的内容；谁在何时同意，会记录下来。
            """,
        consented: { "授权：\(SafeText.line($0))，\($1)，\($2 ? "当面回答" : "用 --yes")" },
        askConsent: "客户是否同意？[y/N]", url: "网址", verdict: "结论", before: "之前", after: "之后",
        phase: { name($0) }, check: { name($0) },
        about: { "\($0)：\($1)" }, finding: { ChineseFinding(reader: $1).lines($0) },
        ok: "网站正常。", warnings: { "网站可用，有 \($0) 项警告。" },
        obstacle: {
            switch $0 {
            case .noAnswer: "无法检测：没有应答"
            case .noIPv6Here: "无法检测：本机没有 IPv6"
            case .noTrustedRoots: "无法检测：本机没有受信任的根证书（--ca 文件）"
            }
        },
        end: {
            switch $0 {
            case .cancelled: "诊断被中止，此前没有发现问题。"
            case .timedOut: "诊断时间已用完，此前没有发现问题。"
            case .running, .completed: "诊断没有完成。"
            }
        },
        state: {
            switch $0 {
            case .ok: "正常"
            case .warning: "警告"
            case .failed: "失败"
            case .notTested, .notTestable: "—"
            }
        },
        notTested: {
            switch $0 {
            case .check(let id): "因 \(id.rawValue) 未检测"
            case .end(.cancelled): "未检测：已中止"
            case .end(.timedOut): "未检测：时间用完"
            case .end: "未检测"
            }
        },
        summary: { "已于 \($1) 检测 \(SafeText.line($0))。" },
        checked: { "检测项目：\($0.joined(by: "、"))。" },
        title: { "\(SafeText.line($0))：\($1)" },
        wouldDiagnose: { "将诊断 \(SafeText.line($0))（试运行，不发出任何查询）" },

        error: { chinese($0) })

    private static func name(_ phase: Phase) -> String {
        switch phase {
        case .input: "网址"
        case .permission: "授权"
        case .resolver: "解析器"
        case .names: "域名解析"
        case .addresses: "地址"
        case .connection: "连接"
        case .tls: "加密"
        case .certificate: "证书"
        case .http: "响应"
        case .content: "内容"
        }
    }

    private static func name(_ check: CheckID) -> String {
        switch check {
        case .address: "网址"
        case .consent: "客户授权"
        case .owner: "域名归属"
        case .resolver: "解析器有应答"
        case .name: "域名存在"
        case .walk: "CNAME 链完整"
        case .cname: "CNAME 指向服务商"
        case .hasAddress: "域名有地址"
        case .issuers: "允许签发证书（CAA）"
        case .allowed: "地址允许连接"
        case .ipv4: "IPv4 可连接"
        case .ipv6: "IPv6 可连接"
        case .handshake: "TLS 握手"
        case .version: "TLS 版本"
        case .clientCertificate: "不要求客户端证书"
        case .trust: "证书受信任"
        case .dates: "证书在有效期内"
        case .certificateName: "证书与域名相符"
        case .key: "密钥强度"
        case .answer: "HTTP 有响应"
        case .redirect: "重定向可到达"
        case .status: "页面可访问"
        case .body: "页面完整"
        case .host: "服务器认识该域名"
        case .caching: "页面可缓存"
        case .ranges: "支持分段请求"
        case .origins: "允许跨域加载"
        case .headMethod: "支持 HEAD"
        case .encryption: "内容全部加密"
        }
    }

    private static func chinese(_ error: DiagnosisError) -> [String] {
        switch error {
        case .empty: ["没有网址。", "desk diagnose https://www.example.com/"]
        case .tooLong(let bytes, let limit): ["网址有 \(bytes) 字节，最多 \(limit) 字节。"]
        case .controlCharacter: ["网址含有换行或其他控制字符。"]
        case .unknownScheme(let scheme): ["“\(scheme)”不能诊断。", "可以诊断 http 和 https。"]
        case .noHost: ["网址没有域名。", "desk diagnose https://www.example.com/"]
        case .containsCredentials: ["网址含有用户名或密码。", "请去掉 @ 之前的部分。"]
        case .badPort(let port): ["“\(port)”不是端口。", "端口为 1 到 65535。"]
        case .badHost(let host, let fault): ["“\(host)”不是域名：\(name(fault))。"]
        case .badNetwork(let text): ["“\(text)”不是网段。", "--allow-private 10.0.0.0/8"]
        case .badResolver(let text): ["“\(text)”不是解析器。", "--resolver 192.0.2.53:53，须为 IP 地址"]
        case .publicSuffix(let name): ["\(name) 是公共后缀，任何人都可以在其下注册域名。"]
        case .badToken: ["令牌只能含小写字母和数字。"]
        case .unreadableCertificates(let path): ["无法从 \(path) 读取证书。", "--ca 需要 PEM 文件。"]
        case .badEvidence: ["保存的证据无法读取。"]
        case .unknownEvidence(let version): ["证据为版本 \(version)，由更新的程序写入。"]
        case .notBuiltIn: ["此版本不能诊断。", "可自行构建：make deps，然后 make（特性 Diagnosis 默认开启）。"]
        }
    }

    private static func name(_ fault: DiagnosisError.HostFault) -> String {
        switch fault {
        case .character: "含有域名不允许的字符"
        case .emptyLabel: "两个点之间没有内容"
        case .longLabel: "其中一段超过 63 字节"
        case .longName: "超过 253 字节"
        case .number: "以数字结尾，但不是地址"
        case .address: "方括号内不是 IPv6 地址，或此处应为域名"
        case .letters: "含有域名不允许的文字"
        }
    }
}
