import Testing
import Workflow

struct CategoryTreeTests {
    private let tree = CategoryTree([
        Category(id: 1, parent: nil, name: "CDN"), Category(id: 2, parent: 1, name: "证书"),
        Category(id: 3, parent: 2, name: "过期"), Category(id: 4, parent: nil, name: "存储"),
        Category(id: 5, parent: 1, name: "缓存"),
    ])

    @Test func `a path leads from the root down`() {
        #expect(tree.path(of: 3) == ["CDN", "证书", "过期"])
        #expect(tree.printedPath(of: 3) == "CDN｜证书｜过期")
        #expect(tree.path(of: nil) == [])
        #expect(tree.printedPath(of: nil) == nil)
        #expect(tree.path(of: 99) == [])
    }

    @Test func `a subtree is the category and all below it`() {
        #expect(tree.subtree(of: 1) == [1, 2, 5, 3])
        #expect(tree.subtree(of: 4) == [4])
        #expect(tree.children(of: 1) == [2, 5])
        #expect(tree.children(of: 3) == [])
    }

    @Test func `a ring of parents ends all the same`() {
        let ring = CategoryTree([Category(id: 1, parent: 2, name: "a"), Category(id: 2, parent: 1, name: "b")])
        #expect(ring.path(of: 1).count <= 1000)
        #expect(ring.subtree(of: 1) == [1, 2])
    }
}
