-- owner: rating
-- Which buildings explain what a place shows: evidence for those who work on a topic, never its place and never public.

CREATE TABLE topic_building (
  tenant int NOT NULL REFERENCES tenant (id),
  topic_id uuid NOT NULL,
  building_id uuid NOT NULL,
  dwellings int NOT NULL CHECK (dwellings >= 0),
  counted int NOT NULL CHECK (counted >= 0),
  expected double precision NOT NULL CHECK (expected >= 0),
  p double precision NOT NULL CHECK (p BETWEEN 0 AND 1),
  PRIMARY KEY (tenant, topic_id, building_id),
  FOREIGN KEY (tenant, topic_id) REFERENCES topic_evidence (tenant, topic_id),
  FOREIGN KEY (tenant, building_id) REFERENCES building (tenant, id)
);
COMMENT ON TABLE topic_building IS
  'One row for each building that stood out within the place of a topic when it was proposed. No person, and no building of a few dwellings.';
SELECT enable_tenant_wall('topic_building');
GRANT SELECT, INSERT ON topic_building TO lianxin_app;
