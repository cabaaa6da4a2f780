-- owner: case
-- Matters that another module has asked to be opened: acting on another module is always an event.

CREATE TABLE case_opening (
  tenant int NOT NULL REFERENCES tenant (id),
  case_id uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  wanted jsonb NOT NULL,
  opened_at timestamptz,
  retry_at timestamptz,
  PRIMARY KEY (tenant, case_id)
);
COMMENT ON TABLE case_opening IS 'One row for each matter that was asked for by an event, until it is opened; the id is the asker''s, so that asking twice opens once.';
COMMENT ON COLUMN case_opening.wanted IS 'The payload of the event: ids, codes and times.';
COMMENT ON COLUMN case_opening.retry_at IS 'Set when opening it failed: until then those behind it go first.';
CREATE INDEX case_opening_waiting ON case_opening (tenant, asked_at) WHERE opened_at IS NULL;
SELECT enable_tenant_wall('case_opening');
GRANT SELECT, INSERT, UPDATE ON case_opening TO lianxin_app;
