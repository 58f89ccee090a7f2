import Testing

@testable import Diagnosis

struct SecretsTests {
    @Test(arguments: [
        ("/a?auth_key=1-0-0-abc&x=1", "/a?auth_key=***&x=1"), ("/a?sign=b&Signature=c", "/a?sign=***&Signature=***"),
        ("/a?X-Amz-Signature=b&X-Amz-Date=c", "/a?X-Amz-Signature=***&X-Amz-Date=c"), ("/a?token=", "/a?token=***"),
        ("/a?auth%5Fkey=1", "/a?auth%5Fkey=***"),
        ("/1700000000/0123456789abcdef0123456789ABCDEF/a.jpg", "/1700000000/***/a.jpg"),
        ("/a?0123456789abcdef0123456789abcdef", "/a?***"), ("/a?page=2&lang=zh", "/a?page=2&lang=zh"), ("/", "/"),
        ("/a?b?token=c", "/a?b?token=***"),
    ])
    func `secrets of a target are hidden`(target: String, masked: String) {
        #expect(Secrets.masked(target: target) == masked)
    }

    @Test(arguments: [
        ("Set-Cookie", "sid=abc; Path=/; HttpOnly", "sid=***; Path=/; HttpOnly"), ("Cookie", "a", "a=***"),
        ("Authorization", "Basic abc", "***"), ("X-Auth-Token", "abc", "***"), ("Server", "nginx", "nginx"),
        ("Location", "http://u:p@a.test/b?token=c", "http://***@a.test/b?token=***"),
        ("Location", "/b?sign=c", "/b?sign=***"), ("Location", "a.test", "a.test"),
    ])
    func `secrets of a head are hidden`(name: String, value: String, masked: String) {
        #expect(Secrets.masked(header: name, value) == masked)
    }
}
