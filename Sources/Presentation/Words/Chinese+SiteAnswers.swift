import Diagnosis

/// What is wrong with a site's answers, in Chinese.
extension ChineseFinding {
    func answer(_ finding: Finding) -> [String]? {
        switch finding {
        case .emptyAnswer: ["服务器没有响应就断开了。"]
        case .notHTTP: ["服务器的响应不是 HTTP。"]
        case .headTooLarge: ["响应头没有结束。", "已超过 64 KB。"]
        case .firstByteTimedOut: ["服务器响应超时。", "生成页面的程序缓慢或故障。"]
        case .headTimedOut: ["服务器开始响应后没有继续。"]
        case .answerReset: ["服务器中断了请求。"]
        case .answerCut: ["服务器在响应中途断开。"]
        case .redirectLoop: ["重定向循环。", "常见原因：源站跳转到 HTTPS，而回源用的是 HTTP。"]
        case .tooManyRedirects(let limit): ["重定向超过 \(limit) 次。"]
        case .redirectBroken(let fault): ["重定向的目标无法访问（\(text(fault))）。"]
        case .redirectWithoutLocation: ["重定向没有说明目标。"]
        case .refererDenied: ["被 Referer 防盗链拒绝。", "请检查 Referer 名单；可能需要允许空 Referer。"]
        case .signatureDenied: ["网址没有签名，或签名已失效。", "请重新生成签名网址，并核对密钥和时钟。"]
        case .forbidden: ["页面禁止访问（403）。", "请检查黑白名单、地区限制和源站权限。"]
        case .hostNotServed(let status): ["服务器不认识该域名（\(status)）。", "对任何域名的响应都相同：请在服务器上添加该域名。"]
        case .pageNotFound: ["页面不存在（404）。", "请检查路径；源站可能没有该文件。"]
        case .tooManyRequests: ["访问过于频繁，被服务器拒绝（429）。"]
        case .serverError: ["源站出错（500）。", "请查看源站日志。"]
        case .serviceUnavailable: ["服务不可用（503）。", "过载、维护中或已超出配额。"]
        case .badGateway: ["前端服务器无法连接源站（502）。"]
        case .gatewayTimeout: ["源站响应前端服务器超时（504）。"]
        case .otherStatus(let status): ["服务器返回状态码 \(status)。"]
        case .bodyTimedOut(let bytes): ["页面传输太慢：限时内只收到 \(bytes) 字节。"]
        case .bodyTruncated(let bytes, let declared): ["页面不完整：收到 \(bytes)\(declared.map { "/\($0)" } ?? "") 字节。"]
        case .bodyMalformed: ["页面的分块传输有误。"]
        case .bodyEmpty: ["页面是空的。"]
        case .bodyCapped(let bytes): ["页面很大：只读取了前 \(bytes) 字节。"]
        default: nil
        }
    }

    func content(_ finding: Finding) -> [String]? {
        switch finding {
        case .answersAnyHost: ["服务器对任何域名都返回同一页面。", "可能是默认页面：域名是否已在服务器上添加？"]
        case .notStored: ["页面设置了 Cookie 且禁止缓存。", "缓存无法加速：请去掉 Cookie 或禁止缓存的设置。"]
        case .noRanges: ["文件不支持分段请求。", "播放器无法拖动，下载无法续传。"]
        case .otherOrigin(let allowed):
            ["不允许其他网站加载" + (allowed.map { "；允许：\(text($0))。" } ?? "。"), "请检查 Access-Control-Allow-Origin。"]
        case .headRefused(let status): ["HEAD 与 GET 的响应不同（\(status)）。", "部分缓存和播放器会先用 HEAD 请求。"]
        case .mixedContent(let addresses):
            ["加密页面加载了未加密的内容：\(addresses.prefix(3).map(text).joined(by: "、"))", "浏览器会拦截：请改用 https。"]
        default: nil
        }
    }
}
