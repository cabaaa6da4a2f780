-- owner: setting
-- Rules that a district decides for itself. History is never rewritten, so what held at a moment is looked up, not copied.

CREATE TABLE district_setting (
  tenant int NOT NULL REFERENCES tenant (id),
  name text COLLATE "C" NOT NULL CHECK (name ~ '^[a-z][A-Za-z]{1,39}$'),
  version int NOT NULL CHECK (version > 0),
  effective_from timestamptz NOT NULL,
  value jsonb NOT NULL,
  reason_id uuid,
  decided_at timestamptz NOT NULL,
  decided_account uuid,
  decided_post uuid,
  PRIMARY KEY (tenant, name, version),
  CHECK (effective_from > decided_at)
);
COMMENT ON TABLE district_setting IS
  'Versions of a district''s rules, append-only. In force at a moment: the highest version that has begun by then; none: the one of the house.';
COMMENT ON COLUMN district_setting.effective_from IS 'Always later than the decision: no rule is changed for a time that is over.';
COMMENT ON COLUMN district_setting.value IS 'As the schema of the setting in the contract says. No words of people.';
COMMENT ON COLUMN district_setting.reason_id IS 'Content row with the reason that was given; empty when none was.';
SELECT enable_tenant_wall('district_setting');
SELECT enable_append_only('district_setting');
GRANT SELECT, INSERT ON district_setting TO lianxin_app;
