-- owner: case
-- Near matters are looked for before one is filed; the exact point stays a content row, because it may be a home.

ALTER TABLE case_detail ADD COLUMN near_lon int, ADD COLUMN near_lat int;
COMMENT ON COLUMN case_detail.near_lon IS 'Longitude in thousandths of a degree, about a hundred metres; empty without a point.';
COMMENT ON COLUMN case_detail.near_lat IS 'Latitude in thousandths of a degree; empty without a point.';
