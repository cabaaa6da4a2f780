-- owner: gate
-- The burden gate: what departments ask of communities, what the gatekeeper decides, what communities answer.

CREATE TABLE gate_request (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  version int NOT NULL CHECK (version > 0),
  state text COLLATE "C" NOT NULL
    CHECK (state IN ('draft', 'submitted', 'returned', 'asking', 'inForce', 'refused', 'withdrawn', 'ended')),
  unit_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL
    CHECK (kind IN ('assignment', 'form', 'inspection', 'assessment', 'plaque', 'certificate')),
  duty_list_id uuid,
  duty_code text COLLATE "C",
  level text COLLATE "C" NOT NULL CHECK (level IN ('community', 'grid')),
  minutes int NOT NULL CHECK (minutes BETWEEN 0 AND 960),
  frequency text COLLATE "C" NOT NULL CHECK (frequency IN ('once', 'weekly', 'monthly', 'quarterly', 'yearly')),
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  field_count int NOT NULL CHECK (field_count >= 0),
  typed_count int NOT NULL CHECK (typed_count BETWEEN 0 AND field_count),
  demand_id uuid NOT NULL,
  reason_id uuid,
  due_at timestamptz,
  created_at timestamptz NOT NULL,
  submitted_at timestamptz,
  decided_at timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id),
  FOREIGN KEY (tenant, duty_list_id) REFERENCES duty_list (tenant, id),
  CHECK (until_at > from_at),
  CHECK ((state IN ('submitted', 'asking')) = (due_at IS NOT NULL))
);
COMMENT ON TABLE gate_request IS
  'What a department asks of communities. Nothing is asked of anybody before the gatekeeper lets it pass. Its words are content rows.';
COMMENT ON COLUMN gate_request.typed_count IS 'Fields of a form that nobody holds yet: what somebody would have to type.';
COMMENT ON COLUMN gate_request.duty_code IS 'The entry of the communities'' duty list it rests on; empty: it is on no list.';
COMMENT ON COLUMN gate_request.due_at IS 'Until when the gatekeeper, or the communities, have to answer.';
CREATE INDEX gate_request_by_state ON gate_request (tenant, state, created_at, id);
CREATE INDEX gate_request_of_unit ON gate_request (tenant, unit_id, created_at, id);
SELECT enable_tenant_wall('gate_request');

CREATE TABLE gate_recipient (
  tenant int NOT NULL REFERENCES tenant (id),
  request_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  community_code text COLLATE "C" NOT NULL REFERENCES place (code),
  state text COLLATE "C" NOT NULL
    CHECK (state IN ('listed', 'waiting', 'accepted', 'refused', 'lapsed', 'overruled', 'released')),
  ground text COLLATE "C" CHECK (ground IN ('offList', 'tooMuch')),
  duty_list_id uuid,
  duty_code text COLLATE "C",
  reason_id uuid,
  overrule_id uuid,
  answered_at timestamptz,
  overruled_at timestamptz,
  PRIMARY KEY (tenant, request_id, unit_id),
  FOREIGN KEY (tenant, request_id) REFERENCES gate_request (tenant, id),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id),
  FOREIGN KEY (tenant, duty_list_id) REFERENCES duty_list (tenant, id),
  CHECK ((state = 'overruled') = (overrule_id IS NOT NULL)),
  CHECK (state <> 'refused' OR ground IS NOT NULL)
);
COMMENT ON TABLE gate_recipient IS
  'The communities a demand is meant for, and what each answered. A refusal stands unless the gatekeeper overrules it in writing.';
COMMENT ON COLUMN gate_recipient.state IS 'lapsed: not answered in time, which is no consent. released: the department withdrew before the answer.';
CREATE INDEX gate_recipient_of_unit ON gate_recipient (tenant, unit_id, state, request_id);
SELECT enable_tenant_wall('gate_recipient');

CREATE TABLE gate_response (
  tenant int NOT NULL REFERENCES tenant (id),
  request_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  occasion_at timestamptz NOT NULL,
  demand_id uuid NOT NULL,
  answers_id uuid NOT NULL,
  field_count int NOT NULL CHECK (field_count > 0),
  typed_count int NOT NULL CHECK (typed_count BETWEEN 0 AND field_count),
  filled_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, request_id, unit_id, occasion_at),
  FOREIGN KEY (tenant, request_id, unit_id) REFERENCES gate_recipient (tenant, request_id, unit_id)
);
COMMENT ON TABLE gate_response IS 'Forms that communities filled in, once for each occasion. The answers are content rows.';
CREATE INDEX gate_response_of_unit ON gate_response (tenant, unit_id, filled_at);
SELECT enable_tenant_wall('gate_response');

GRANT SELECT, INSERT, UPDATE ON gate_request TO lianxin_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON gate_recipient TO lianxin_app;
GRANT SELECT, INSERT ON gate_response TO lianxin_app;
