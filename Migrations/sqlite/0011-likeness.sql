-- What titles and descriptions say, in short: 256 tickets a row, so that all are read fast when near ones are looked for.
-- Block n holds tickets 256 n + 1 to 256 n + 256; Swift writes it when it is full. A block that is missing is read from
-- the texts, so a change of a text needs only to throw it away.
CREATE TABLE likeness (
    block INTEGER NOT NULL PRIMARY KEY,
    pieces BLOB NOT NULL
) STRICT;

CREATE TRIGGER likeness_forgets_title AFTER UPDATE OF title ON ticket BEGIN
    DELETE FROM likeness WHERE block = (new.id - 1) / 256;
END;
CREATE TRIGGER likeness_forgets_ticket AFTER DELETE ON ticket BEGIN
    DELETE FROM likeness WHERE block = (old.id - 1) / 256;
END;
CREATE TRIGGER likeness_forgets_new_description AFTER INSERT ON message WHEN new.is_description = 1 BEGIN
    DELETE FROM likeness WHERE block = (new.ticket_id - 1) / 256;
END;
CREATE TRIGGER likeness_forgets_description AFTER UPDATE OF body, is_description, removal, ticket_id ON message
WHEN old.is_description = 1 OR new.is_description = 1 BEGIN
    DELETE FROM likeness WHERE block = (old.ticket_id - 1) / 256 OR block = (new.ticket_id - 1) / 256;
END;
CREATE TRIGGER likeness_forgets_lost_description AFTER DELETE ON message WHEN old.is_description = 1 BEGIN
    DELETE FROM likeness WHERE block = (old.ticket_id - 1) / 256;
END;
