extension BrokenSite {
    static let answers: [BrokenSite] = [
        BrokenSite(number: "H1", url: "http://www.ok.test:{http}/r1", verdict: "ok", wantsCNAME: true),
        BrokenSite(number: "H1 secret", url: "http://www.ok.test:{http}/tosecret", verdict: "ok"),
        BrokenSite(number: "H2", url: "http://www.ok.test:{http}/loop", verdict: "redirect-loop"),
        BrokenSite(number: "H3", url: "http://www.ok.test:{http}/c1", verdict: "too-many-redirects"),
        BrokenSite(number: "H3 five", url: "http://www.ok.test:{http}/c2", verdict: "ok"),
        BrokenSite(number: "H4", url: "http://www.ok.test:{http}/toprivate", verdict: "address-refused"),
        BrokenSite(number: "H4 file", url: "http://www.ok.test:{http}/tofile", verdict: "redirect-broken"),
        BrokenSite(
            number: "H4 nowhere", url: "http://www.ok.test:{http}/nowhere", verdict: "redirect-broken"),
        BrokenSite(number: "H4 no location", url: "http://bare.test:9011/", verdict: "redirect-without-location"),
        BrokenSite(number: "H5", url: "http://www.ok.test:{http}/ref", verdict: "referer-denied"),
        BrokenSite(number: "H5 said", url: "http://www.ok.test:{http}/refsaid", verdict: "referer-denied"),
        BrokenSite(number: "H5 signature", url: "http://www.ok.test:{http}/auth?sign=x", verdict: "signature-denied"),
        BrokenSite(number: "H5 403", url: "http://www.ok.test:{http}/403", verdict: "forbidden"),
        BrokenSite(number: "H6", url: "http://www.ok.test:{http}/404", verdict: "page-not-found"),
        BrokenSite(number: "H6 429", url: "http://www.ok.test:{http}/429", verdict: "too-many-requests"),
        BrokenSite(number: "H6 500", url: "http://www.ok.test:{http}/500", verdict: "server-error"),
        BrokenSite(number: "H6 503", url: "http://www.ok.test:{http}/503", verdict: "service-unavailable"),
        BrokenSite(number: "H6 418", url: "http://www.ok.test:{http}/418", verdict: "other-status"),
        BrokenSite(number: "H7", url: "http://www.ok.test:{http}/502", verdict: "bad-gateway"),
        BrokenSite(number: "H7 504", url: "http://www.ok.test:{http}/504", verdict: "gateway-timeout"),
        BrokenSite(number: "H8", url: "http://bare.test:9001/", verdict: "first-byte-timed-out"),
        BrokenSite(number: "H8 head", url: "http://bare.test:9006/", verdict: "head-timed-out"),
        BrokenSite(number: "H8 drip", url: "http://bare.test:9012/", verdict: "body-timed-out"),
        BrokenSite(number: "H9", url: "http://www.ok.test:{http}/huge", verdict: "warnings", warnings: ["body-capped"]),
        BrokenSite(number: "H9 short", url: "http://bare.test:9005/", verdict: "body-truncated"),
        BrokenSite(number: "H9 empty", url: "http://bare.test:9003/", verdict: "empty-answer"),
        BrokenSite(number: "H9 garbage", url: "http://bare.test:9004/", verdict: "not-http"),
        BrokenSite(number: "H9 endless head", url: "http://bare.test:9008/", verdict: "head-too-large"),
        BrokenSite(number: "H9 chunks", url: "http://bare.test:9009/", verdict: "body-malformed"),
        BrokenSite(number: "H9 cut head", url: "http://bare.test:9010/", verdict: "answer-cut"),
        BrokenSite(number: "H9 reset", url: "http://bare.test:9002/", verdict: "answer-reset"),
        BrokenSite(number: "H9 empty page", url: "http://www.ok.test:{http}/empty.html", verdict: "body-empty"),
        BrokenSite(number: "H9 big head", url: "http://www.ok.test:{http}/bighead", verdict: "ok"),
        BrokenSite(number: "H10", url: "http://bare.test:8081/", verdict: "warnings", warnings: ["answers-any-host"]),
        BrokenSite(number: "H10 404", url: "http://soon.test:{http}/", verdict: "host-not-served"),
        BrokenSite(
            number: "H10 cookie", url: "http://www.ok.test:{http}/nostore", verdict: "warnings",
            warnings: ["not-stored"]),
        BrokenSite(
            number: "H10 range", url: "http://www.ok.test:{http}/norange", verdict: "warnings",
            warnings: ["body-capped", "no-ranges"]),
        BrokenSite(
            number: "H10 origin", url: "http://www.ok.test:{http}/cors", verdict: "warnings", warnings: ["other-origin"]
        ),
        BrokenSite(
            number: "H10 font", url: "http://www.ok.test:{http}/font", verdict: "warnings", warnings: ["other-origin"]),
        BrokenSite(
            number: "H10 HEAD", url: "http://www.ok.test:{http}/nohead", verdict: "warnings", warnings: ["head-refused"]
        ),
        BrokenSite(
            number: "H10 mixed", url: "https://good.test:8443/mixed.html", verdict: "warnings",
            warnings: ["mixed-content"]),
    ]
}
