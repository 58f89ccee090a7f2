-- What the tickets of a version say, in short: 8 bytes for each, in their order. A new file is compared with all of them, which two
-- indexes did at twice the price of an import's other indexes. NULL where nobody has asked yet, or a ticket was purged.
ALTER TABLE source_file ADD COLUMN ticket_digests BLOB;
DROP INDEX ticket_by_title;
DROP INDEX ticket_source_by_content;
