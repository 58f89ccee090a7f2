-- The bytes of a block are now by piece (Storage/Likeness/LikenessBlock.swift). Blocks of the old kind go; each comes back
-- with the next full block, import or repair, and is read from the texts until then.
DELETE FROM likeness;
