-- owner: rating
-- What spoke for a root-cause topic (未诉先办、每月一题) when it was proposed; the topic itself is a matter of its kind.

CREATE TABLE topic_evidence (
  tenant int NOT NULL REFERENCES tenant (id),
  topic_id uuid NOT NULL,
  item_code text COLLATE "C" NOT NULL,
  community_code text COLLATE "C" NOT NULL REFERENCES place (code),
  month text COLLATE "C" NOT NULL CHECK (month ~ '^20[0-9]{2}-[01][0-9]$'),
  counted int NOT NULL CHECK (counted >= 0),
  expected double precision CHECK (expected >= 0),
  p double precision CHECK (p BETWEEN 0 AND 1),
  false_alarm_percent double precision NOT NULL,
  months_before int NOT NULL,
  tested int NOT NULL CHECK (tested >= 0),
  found boolean NOT NULL,
  proposed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, topic_id)
);
COMMENT ON TABLE topic_evidence IS 'One row for each topic: what was counted, what its usual share would have brought, and how sure the method is. No person.';
COMMENT ON COLUMN topic_evidence.found IS 'Whether the method found it beyond chance and season; else somebody proposed it.';
CREATE INDEX topic_evidence_of_place ON topic_evidence (tenant, item_code, community_code);
SELECT enable_tenant_wall('topic_evidence');
GRANT SELECT, INSERT ON topic_evidence TO lianxin_app;
