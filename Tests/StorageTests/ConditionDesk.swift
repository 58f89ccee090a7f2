import Storage
import Workflow

extension SearchedDesk {
    private static let day: Int64 = 86_400_000
    private static let now: Int64 = 1_767_225_600_000  // 2026-01-01 00:00 UTC

    /// Eight tickets whose truth is known: 1–4 filed here, 5–8 imported without times.
    static func ofConditions() throws -> SearchedDesk {
        let desk = try SearchedDesk()
        func at(_ days: Int64) -> Instant { Instant(milliseconds: now - days * day) }
        try desk.file(
            NewTicket(
                title: "证书过期", description: "打不开", categoryPath: ["CDN", "证书"], priority: .urgent, customer: "王五",
                tags: ["VIP", "退款"], channel: "phone"), at: at(10))
        try desk.file(
            NewTicket(title: "缓存旧", description: "不更新", categoryPath: ["CDN"], customer: "Li Si", channel: "mail"),
            at: at(5))
        try desk.file(
            NewTicket(title: "上传慢", categoryPath: ["存储", "上传", "分片"], priority: .high, tags: ["vip"]), at: at(1))
        try desk.file(NewTicket(title: "无类", description: "随便", priority: .low), at: at(0))
        for sql in statements { try desk.run(sql) }
        try desk.reindex()
        return desk
    }

    private static let statements = [
        "INSERT INTO agent (id, name, folded, role) VALUES (2, 'Ben', 'ben', 1)",
        "INSERT INTO team (id, name, folded) VALUES (1, '一线', '一线')",
        "INSERT INTO organisation (id, name, folded) VALUES (1, 'Acme', 'acme')",
        "UPDATE customer SET organisation_id = 1 WHERE name = '王五'",
        "INSERT INTO category_alias (folded, category_id) VALUES ('加速', 1)",
        "INSERT INTO batch (id, label, at, agent_id) VALUES (1, 'b1', 0, 1)",
        "INSERT INTO dataset (id, name) VALUES (1, 'PART13.md')",
        """
        INSERT INTO source_file (id, dataset_id, batch_id, name, path, size, found, hash_formula)
        VALUES (1, 1, 1, 'PART13.md', 'PART13.md', 0, 4, 1)
        """,
        """
        INSERT INTO ticket (id, uuid, title, status, priority, category_id, source_file_id, source_position)
        SELECT id + 4, CAST(substr('0000000000000000', 2) || id AS BLOB), '导入' || id, CASE id WHEN 1 THEN 5 ELSE 2 END, 2, 2, 1, id
        FROM (SELECT 1 AS id UNION SELECT 2 UNION SELECT 3 UNION SELECT 4)
        """,
        "UPDATE ticket SET assignee_id = 1, team_id = 1, status = 2 WHERE id = 1",
        "UPDATE ticket SET assignee_id = 2, status = 3 WHERE id = 2",
        "UPDATE ticket SET status = 6, resolved_at = created_at + 7200000, closed_at = created_at + 9000000 WHERE id = 3",
        """
        INSERT INTO message (ticket_id, sequence, role, agent_id, origin, is_internal, body, at)
        VALUES (1, 2, 2, 2, 1, 1, '内部', 0), (1, 3, 2, 1, 1, 0, '续签', 0), (5, 1, 1, NULL, 2, 0, '问', NULL)
        """,
        """
        INSERT INTO cause (id, name, folded, is_placeholder)
        VALUES (1, '证书没有续签', '证书没有续签', 0), (2, 'DNS 缓存', 'dns 缓存', 0), (3, '待定', '待定', 1)
        """,
        """
        INSERT INTO ticket_cause (ticket_id, cause_id, position, state)
        VALUES (1, 1, 1, 3), (2, 2, 1, 4), (5, 1, 1, 1), (6, 3, 1, 1), (7, 2, 1, 2)
        """,
        "INSERT INTO field (id, name, folded) VALUES (1, '环境', '环境'), (2, 'Env', 'env')",
        "INSERT INTO ticket_field (ticket_id, field_id, text) VALUES (5, 1, '生产'), (6, 1, '测试环境'), (7, 2, 'Prod 1')",
        "UPDATE ticket SET removal = 1 WHERE id = 8",
        "INSERT INTO operation (id, agent_id, at, command) VALUES (5, 1, \(now - day), 'edit'), (6, 2, \(now - 40 * day), 'edit')",
        """
        INSERT INTO event (operation_id, sequence, ticket_id, kind, field, before, after)
        VALUES (5, 1, 1, 'change', 'status', '3', '2'), (5, 2, 1, 'change', 'category', '4', '2'),
            (6, 1, 2, 'change', 'assignee', '1', '2'), (6, 2, 2, 'change', 'priority', '4', '2'),
            (6, 3, 4, 'change', 'channel', 'fax', NULL)
        """,
        """
        INSERT INTO event (operation_id, sequence, ticket_id, kind, field, subject)
        VALUES (6, 4, 3, 'remove', 'tag', (SELECT id FROM tag WHERE name = '退款'))
        """,
    ]
}
