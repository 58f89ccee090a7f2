-- What somebody can do without an agent, and what leads to it: the desk's phrases, which `desk ask` takes before all else.
-- target: a URL, an article's number or a category, as the kind has it. phrases: one a line.
CREATE TABLE tool (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CONSTRAINT tool_name_is_not_empty CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    kind INTEGER NOT NULL CONSTRAINT tool_kind_is_known CHECK (kind BETWEEN 1 AND 6),
    target TEXT,
    phrases TEXT NOT NULL,
    position INTEGER NOT NULL,
    is_retired INTEGER NOT NULL DEFAULT 0 CONSTRAINT tool_is_retired_is_0_or_1 CHECK (is_retired IN (0, 1))
) STRICT;

INSERT INTO tool (id, name, folded, kind, target, phrases, position) VALUES
    (1, '网站诊断', '网站诊断', 1, NULL, 'CDN网站无法访问
CDN服务诊断
site is down', 1),
    (2, '域名迁移', '域名迁移', 2, NULL, 'CDN域名迁移
move my domain', 2),
    (3, '人工客服', '人工客服', 3, NULL, '人工客服
联系人工
human agent', 3);
