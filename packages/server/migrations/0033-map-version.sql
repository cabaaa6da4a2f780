-- owner: place
-- What was drawn of the map is right until what it shows has changed.

CREATE TABLE map_version (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  version bigint NOT NULL
);
COMMENT ON TABLE map_version IS 'One row once there is anything on the map. Its number grows in every transaction that changes what is on the map, so that drawn tiles are kept until then.';
GRANT SELECT, INSERT, UPDATE ON map_version TO lianxin_app;
