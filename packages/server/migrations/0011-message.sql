-- owner: message
-- Messages to people. A row is written with the event's subscriber and delivered by a job: at least once, never lost.

CREATE TABLE message (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  case_id uuid,
  channel text COLLATE "C" NOT NULL CHECK (channel IN ('sms', 'mail', 'push')),
  recipient bytea,
  body bytea,
  state text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  tries int NOT NULL CHECK (tries >= 0),
  next_try_at timestamptz,
  created_at timestamptz NOT NULL,
  delivered_at timestamptz,
  PRIMARY KEY (tenant, id)
);
COMMENT ON TABLE message IS 'Outgoing messages, recipient and words sealed.';
CREATE INDEX message_waiting ON message (tenant, next_try_at) WHERE state = 'waiting';
CREATE INDEX message_newest ON message (tenant, created_at DESC, id);
SELECT enable_tenant_wall('message');
GRANT SELECT, INSERT, UPDATE ON message TO lianxin_app;
