import Diagnosis

/// What is wrong with a site's answers, in English.
extension EnglishFinding {
    func answer(_ finding: Finding) -> [String]? {
        switch finding {
        case .emptyAnswer: ["The server hangs up without an answer."]
        case .notHTTP: ["What the server answers is no HTTP."]
        case .headTooLarge: ["The head of the answer does not end.", "It is larger than 64 KB."]
        case .firstByteTimedOut:
            ["The server does not answer to the request in time.", "What makes the page is slow or down."]
        case .headTimedOut: ["The server begins to answer and does not go on."]
        case .answerReset: ["The server breaks off the request."]
        case .answerCut: ["The server hangs up in the middle of its answer."]
        case .redirectLoop:
            ["Redirects lead in a circle.", "Often the site sends to HTTPS what the provider fetches by HTTP."]
        case .tooManyRedirects(let limit): ["The site sends on more than \(limit) times."]
        case .redirectBroken(let fault): ["The redirect leads nowhere that can be followed (\(text(fault)))."]
        case .redirectWithoutLocation: ["The redirect does not say where to."]
        case .refererDenied:
            [
                "The page is denied to whoever does not come from an allowed site.",
                "Check the list of referers; an empty one may have to be allowed.",
            ]
        case .signatureDenied:
            [
                "The page is denied because its address is not signed, or no longer.",
                "Make a new signed address, and compare keys and clocks.",
            ]
        case .forbidden: ["The page is denied (403).", "Check access lists, regions and the origin's permissions."]
        case .hostNotServed(let status):
            [
                "The server does not know this host (\(status)).",
                "It answers the same for any name: add the domain there.",
            ]
        case .pageNotFound: ["The page is not there (404).", "Check the path; the origin may not have the file."]
        case .tooManyRequests: ["The server turns visitors away because there are too many (429)."]
        case .serverError: ["The origin fails (500).", "Look into its log."]
        case .serviceUnavailable:
            ["The service is unavailable (503).", "It is overloaded, in maintenance, or over its quota."]
        case .badGateway: ["The origin cannot be reached from the server in front of it (502)."]
        case .gatewayTimeout: ["The origin does not answer the server in front of it in time (504)."]
        case .otherStatus(let status): ["The server answers with status \(status)."]
        case .bodyTimedOut(let bytes): ["The page comes too slowly: \(bytes) bytes in time."]
        case .bodyTruncated(let bytes, let declared):
            ["The page is cut off after \(bytes)" + (declared.map { " of \($0)" } ?? "") + " bytes."]
        case .bodyMalformed: ["The page comes in chunks that cannot be read."]
        case .bodyEmpty: ["The page is empty."]
        case .bodyCapped(let bytes): ["The page is large: only its first \(bytes) bytes were read."]
        default: nil
        }
    }

    func content(_ finding: Finding) -> [String]? {
        switch finding {
        case .answersAnyHost:
            ["The server gives the same page for any host.", "It may be its default page: is the domain added there?"]
        case .notStored:
            [
                "The page sets a cookie and must not be stored.",
                "No cache can help it: leave out the cookie or the prohibition.",
            ]
        case .noRanges: ["Parts of the file cannot be asked for.", "Players cannot seek, and downloads cannot go on."]
        case .otherOrigin(let allowed):
            [
                "Other sites may not load it" + (allowed.map { "; allowed: \(text($0))." } ?? "."),
                "Check Access-Control-Allow-Origin.",
            ]
        case .headRefused(let status):
            ["HEAD is answered otherwise than GET (\(status)).", "Some caches and players ask with HEAD first."]
        case .mixedContent(let addresses):
            [
                "The page is encrypted and loads what is not: \(addresses.prefix(3).map(text).joined(by: ", "))",
                "Browsers block it: use https there.",
            ]
        default: nil
        }
    }
}
