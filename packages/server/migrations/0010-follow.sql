-- owner: follow
-- Following a matter without an account: attempts are counted, one-time codes are short-lived.

CREATE TABLE follow_attempt (
  tenant int NOT NULL REFERENCES tenant (id),
  target bytea NOT NULL CHECK (octet_length(target) = 16),
  failures int NOT NULL CHECK (failures >= 0),
  first_at timestamptz NOT NULL,
  locked_until timestamptz,
  PRIMARY KEY (tenant, target)
);
COMMENT ON TABLE follow_attempt IS 'Tries in a window of time: too many lock what they aimed at for a while.';
COMMENT ON COLUMN follow_attempt.target IS 'Keyed hash of the way of asking and the public number; for asking for codes also of the phone.';
COMMENT ON COLUMN follow_attempt.failures IS 'Counted before the answer is known, taken back when it was right: simultaneous tries cannot slip through.';
SELECT enable_tenant_wall('follow_attempt');

CREATE TABLE follow_otp (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  code_hash bytea NOT NULL CHECK (octet_length(code_hash) = 16),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  tries int NOT NULL CHECK (tries >= 0),
  used_at timestamptz,
  PRIMARY KEY (tenant, id)
);
COMMENT ON TABLE follow_otp IS 'One-time codes: ten minutes, five tries, used once. Only a keyed hash is kept, and that for a day.';
CREATE INDEX follow_otp_of_case ON follow_otp (tenant, case_id, created_at DESC);
SELECT enable_tenant_wall('follow_otp');
GRANT SELECT, INSERT, UPDATE, DELETE ON follow_attempt, follow_otp TO lianxin_app;
