-- A statement with a trigger opens a savepoint, and each savepoint makes the search index write out what it has gathered.
-- Whoever changes a text throws its block away instead: see LikenessBlock.forget.
DROP TRIGGER likeness_forgets_title;
DROP TRIGGER likeness_forgets_ticket;
DROP TRIGGER likeness_forgets_new_description;
DROP TRIGGER likeness_forgets_description;
DROP TRIGGER likeness_forgets_lost_description;
