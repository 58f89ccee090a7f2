import App
import Diagnosis
import Storage
import Testing
import Workflow

/// Whose a site is, for a diagnosis that is made for a customer.
@Suite(.enabled(if: SiteProbe.isBuiltIn, "this build has no list of public suffixes"))
struct DomainOwnerTests {
    private let store: Store
    private let workspace: Workspace

    init() throws {
        store = try Store.inMemory()
        let context = CommandContext(agent: "ana", at: Instant(milliseconds: 0), command: "desk")
        workspace = Workspace(context: context)
        for name in ["某科技", "王女士"] { _ = try store.addCustomer(CustomerFacts(name: name), context) }
        let request = try DomainRequest("例子.cn", customer: nil)
        let claim = try workspace.claim(request, customer: "某科技", token: "abcdefgh", in: store).content
        _ = try store.verify(claim, readable: request.readable, context)
    }

    @Test(arguments: [
        ("http://www.例子.cn/", "某科技", PermissionEvidence.Owner.sameCustomer), ("http://例子.cn/", "王女士", .otherCustomer),
        ("http://www.例子.cn/", "王女士", .otherCustomer), ("http://other.cn/", "王女士", .unknown),
        ("http://www.例子.cn/", nil, nil), ("http://127.0.0.1/", "王女士", nil),
    ])
    func `a host is whose the nearest name above is`(
        url: String, customer: String?, owner: PermissionEvidence.Owner?
    ) throws {
        #expect(try workspace.owner(of: SiteAddress(url), for: customer, in: store) == owner)
    }
}
