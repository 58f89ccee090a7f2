import Testing
import Workflow

/// How an error ends a program or a request, which the documentation promises.
struct ErrorKindTests {
    @Test(arguments: [
        (ErrorKind.usage, Int32(64), 400), (.unknownValue, 64, 422), (.notFound, 1, 404), (.notAllowed, 4, 403),
        (.refused, 6, 409), (.conflict, 5, 412), (.busy, 8, 503), (.full, 1, 507), (.damaged, 1, 500),
        (.unavailable, 1, 503), (.failed, 1, 500), (.cancelled, 3, 409), (.partlyDone, 7, 200),
    ])
    func `each kind has one exit code and one status`(kind: ErrorKind, exit: Int32, status: Int) {
        #expect(kind.exitCode == exit)
        #expect(kind.httpStatus == status)
    }

    @Test func `no kind is left out`() { #expect(ErrorKind.allCases.count == 13) }
}
