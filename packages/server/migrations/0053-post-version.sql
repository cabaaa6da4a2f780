-- owner: org
-- Two who change the holder of a post at once must not both succeed: the post carries a version.

ALTER TABLE post ADD COLUMN version int NOT NULL DEFAULT 1 CHECK (version > 0);
COMMENT ON COLUMN post.version IS 'Counts the changes of its holder; whoever changes it says which one they saw.';
GRANT UPDATE (version) ON post TO lianxin_app;
