-- owner: rating
-- A topic is about a community or about one grid of it: the column is named for what it holds.

ALTER TABLE topic_evidence RENAME COLUMN community_code TO place_code;
COMMENT ON COLUMN topic_evidence.place_code IS 'The community, or the grid where a grid explains what its community shows.';
