-- owner: kernel
-- The event table (history, audit of changes and outbox in one) and what the kernel needs around it.

CREATE TABLE tenant_head (
  tenant int PRIMARY KEY REFERENCES tenant (id),
  seq bigint NOT NULL CHECK (seq >= 0)
);
COMMENT ON TABLE tenant_head IS
  'The last event number of each tenant. Its row lock is taken last before COMMIT, so that numbers follow commits without gaps.';

CREATE TABLE event (
  tenant int NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  id uuid NOT NULL,
  type text COLLATE "C" NOT NULL CHECK (type ~ '^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$'),
  stream text COLLATE "C" NOT NULL CHECK (stream ~ '^[a-z][a-z0-9-]*$'),
  stream_id uuid NOT NULL,
  stream_version int NOT NULL CHECK (stream_version > 0),
  actor_kind text COLLATE "C" NOT NULL CHECK (actor_kind IN ('account', 'requester', 'anonymous', 'system')),
  actor_account uuid,
  actor_post uuid,
  command_id uuid NOT NULL,
  payload jsonb NOT NULL CHECK (jsonb_typeof(payload) = 'object'),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, seq, recorded_at),
  CHECK (actor_kind <> 'account' OR actor_account IS NOT NULL)
) PARTITION BY RANGE (recorded_at);
COMMENT ON TABLE event IS
  'What happened, in the order of commits. Ids, codes, numbers and times only: words and names live in content. Append-only.';
COMMENT ON COLUMN event.seq IS 'Gapless per tenant: subscriber position, live-stream id and device sync cursor at once.';
COMMENT ON COLUMN event.stream IS 'The kind of thing it happened to; stream_id says which one.';
COMMENT ON COLUMN event.stream_version IS 'Version of that thing after this event.';
COMMENT ON COLUMN event.actor_post IS 'The post by whose rights it was done; empty for the system and for people without a post.';
COMMENT ON COLUMN event.command_id IS 'The command that caused it: the client''s id, or the system''s.';
COMMENT ON COLUMN event.recorded_at IS 'The kernel''s time. It decides the partition; a client''s id never does.';

CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01Z') TO ('2026-01-01Z');
CREATE TABLE event_2026 PARTITION OF event FOR VALUES FROM ('2026-01-01Z') TO ('2027-01-01Z');
CREATE TABLE event_2027 PARTITION OF event FOR VALUES FROM ('2027-01-01Z') TO ('2028-01-01Z');
CREATE TABLE event_2028 PARTITION OF event FOR VALUES FROM ('2028-01-01Z') TO ('2029-01-01Z');
CREATE TABLE event_other PARTITION OF event DEFAULT;
CREATE INDEX event_of_stream ON event (tenant, stream_id, stream_version);
SELECT enable_tenant_wall('event');
SELECT enable_append_only('event');

CREATE TABLE command_outcome (
  tenant int NOT NULL,
  actor uuid NOT NULL,
  id uuid NOT NULL,
  body_hash bytea NOT NULL CHECK (length(body_hash) = 32),
  route text COLLATE "C" NOT NULL,
  outcome jsonb,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, actor, id)
);
COMMENT ON TABLE command_outcome IS
  'The answer each command got, so that the same id again gets the same answer and happens once.';
COMMENT ON COLUMN command_outcome.outcome IS
  'Ids and codes only; empty only inside the transaction that claims the id and decides.';
COMMENT ON COLUMN command_outcome.body_hash IS 'SHA-256 of the body: the same id with another body is refused.';
SELECT enable_tenant_wall('command_outcome');

CREATE TABLE content (
  tenant int NOT NULL,
  id uuid NOT NULL,
  stream_id uuid NOT NULL,
  field text COLLATE "C" NOT NULL CHECK (field <> ''),
  body bytea,
  created_at timestamptz NOT NULL,
  erased_at timestamptz,
  PRIMARY KEY (tenant, id),
  CHECK ((body IS NULL) = (erased_at IS NOT NULL))
);
COMMENT ON TABLE content IS
  'What people wrote, names, contacts and exact points that events point at. Erasing a row leaves the events true.';
COMMENT ON COLUMN content.body IS 'Encrypted with the tenant''s data key; empty once erased.';
CREATE INDEX content_of_stream ON content (tenant, stream_id);
SELECT enable_tenant_wall('content');

CREATE TABLE subscriber_position (
  tenant int NOT NULL REFERENCES tenant (id),
  name text COLLATE "C" NOT NULL CHECK (name <> ''),
  seq bigint NOT NULL CHECK (seq >= 0),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, name)
);
COMMENT ON TABLE subscriber_position IS 'The last event that each subscriber has dealt with, per tenant.';
SELECT enable_tenant_wall('subscriber_position');
SELECT enable_tenant_wall('tenant_head');

GRANT SELECT, INSERT ON event TO lianxin_app;
GRANT SELECT, INSERT, UPDATE ON tenant_head, subscriber_position TO lianxin_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON command_outcome TO lianxin_app;
GRANT SELECT, INSERT, UPDATE ON content TO lianxin_app;
