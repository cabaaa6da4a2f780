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
  PRIMARY KEY (tenant, id),
  CHECK ((state = 'waiting') = (next_try_at IS NOT NULL)),
  CHECK ((state = 'delivered') = (delivered_at IS NOT NULL)),
  CHECK ((recipient IS NULL) = (body IS NULL)),
  CHECK (state <> 'waiting' OR body IS NOT NULL)
);
COMMENT ON TABLE message IS 'Outgoing messages, recipient and words sealed.';
COMMENT ON COLUMN message.id IS 'Derived from the event and the channel, so that an event seen twice makes one message.';
COMMENT ON COLUMN message.body IS 'Erased with the recipient a month after the message was settled.';
COMMENT ON COLUMN message.next_try_at IS 'Also the end of a claim: whoever took it and died leaves it to the next.';
CREATE INDEX message_waiting ON message (tenant, next_try_at) WHERE state = 'waiting';
CREATE INDEX message_newest ON message (tenant, created_at DESC, id DESC);
CREATE INDEX message_to_erase ON message (tenant, created_at) WHERE body IS NOT NULL AND state <> 'waiting';
SELECT enable_tenant_wall('message');
GRANT SELECT, INSERT, UPDATE ON message TO lianxin_app;
