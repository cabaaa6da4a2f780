-- owner: routing
-- Who gets which matter: ordered rules, decided as a whole, with a draft that is tried on past matters before it counts.

CREATE TABLE routing_set (
  tenant int NOT NULL REFERENCES tenant (id),
  version int NOT NULL CHECK (version > 0),
  rules jsonb NOT NULL CHECK (jsonb_typeof(rules) = 'array'),
  effective_from timestamptz NOT NULL,
  decided_at timestamptz NOT NULL,
  decided_post uuid,
  PRIMARY KEY (tenant, version),
  CHECK (effective_from >= decided_at)
);
COMMENT ON TABLE routing_set IS
  'Versions of the routing rules, append-only. In force at a moment: the highest version that has begun by then; none: the catalogue''s lead units.';
COMMENT ON COLUMN routing_set.rules IS 'As the schema RoutingRules in the contract says, in their order. Codes only.';
COMMENT ON COLUMN routing_set.decided_post IS 'Whose decision it was; empty for what came with the setting up.';
SELECT enable_tenant_wall('routing_set');
SELECT enable_append_only('routing_set');

CREATE TABLE routing_draft (
  tenant int NOT NULL REFERENCES tenant (id),
  version int NOT NULL CHECK (version > 0),
  open boolean NOT NULL,
  rules jsonb NOT NULL CHECK (jsonb_typeof(rules) = 'array'),
  saved_at timestamptz NOT NULL,
  saved_post uuid,
  simulated jsonb CHECK (jsonb_typeof(simulated) = 'object'),
  PRIMARY KEY (tenant)
);
COMMENT ON TABLE routing_draft IS 'The one draft of the routing rules that a district works on.';
COMMENT ON COLUMN routing_draft.open IS 'False once it is in force: the next draft begins with what is in force then.';
COMMENT ON COLUMN routing_draft.simulated IS 'What came of holding it against past matters, in counts; empty when it was changed since.';
SELECT enable_tenant_wall('routing_draft');

CREATE TABLE routing_alert (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  rule_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL
    CHECK (kind IN ('unitGone', 'itemGone', 'placeGone', 'answerGone', 'unitUnstaffed', 'unreachable')),
  subject text COLLATE "C" NOT NULL,
  raised_at timestamptz NOT NULL,
  settled_at timestamptz,
  PRIMARY KEY (tenant, id)
);
COMMENT ON TABLE routing_alert IS 'Rules in force that lead nowhere. What is wrong is found again and again; an alert is settled when it no longer is.';
CREATE UNIQUE INDEX routing_alert_open ON routing_alert (tenant, rule_id, kind, subject) WHERE settled_at IS NULL;
SELECT enable_tenant_wall('routing_alert');

GRANT SELECT, INSERT ON routing_set TO lianxin_app;
GRANT SELECT, INSERT, UPDATE ON routing_draft, routing_alert TO lianxin_app;
