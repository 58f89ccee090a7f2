import Testing

@testable import Workflow

/// The patterns of PR-03: what is found, and what is not.
struct PersonalDataTests {
    @Test(arguments: [
        ("电话13800138000。", "电话***mobile***。"), ("身份证 11010519491231002X", "身份证 ***identity***"),
        ("write to li.na@example.com, please", "write to ***email***, please"),
        ("from 10.20.30.40:8080", "from ***ipAddress***"),
        ("from 2001:db8::8a2e:370:7334", "from ***ipAddress***"), ("访问 www.example.com 失败", "访问 ***domain*** 失败"),
        ("key LTAIabcdefghijklmnop", "key ***secret***"), ("password=hunter2 ok", "password=***secret*** ok"),
        ("{\"token\": \"abc.def\"}", "{\"token\": \"***secret***\"}"),
        ("?auth_key=1-2-3&x=1", "?auth_key=***secret***&x=1"),
        ("Authorization: Bearer eyJhbGciOi", "Authorization: Bearer ***secret***"),
    ])
    func `what tells who somebody is, or opens a door, is masked`(text: String, masked: String) {
        #expect(PersonalData.masked(text) == masked)
    }

    @Test(arguments: [
        "订单 20260302091200", "版本 1.2.3", "config.json 和 main.swift", "身份证 110105194912310021", "12345678901",
        "10:20:30", "a:b:c:d",
        "***域名*** ***email***", "password is wrong", "com.example.Name", "a@b", "token=***secret***", "1380013800",
    ])
    func `what only looks like it is left alone`(text: String) {
        #expect(PersonalData.masked(text) == text)
    }

    @Test func `masking twice is masking once`() {
        let once = PersonalData.masked("13800138000 li@example.com 10.0.0.1 password=x www.example.cn")
        #expect(PersonalData.masked(once) == once)
    }
}
