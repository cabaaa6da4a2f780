-- owner: case
-- Whoever objects to what is published proves a number of their own first: an objection holds up a decision.

CREATE TABLE phone_proof (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  phone bytea NOT NULL,
  phone_index bytea NOT NULL CHECK (octet_length(phone_index) = 16),
  language text COLLATE "C" NOT NULL CHECK (language IN ('zh-CN', 'en')),
  otp_hash bytea NOT NULL CHECK (octet_length(otp_hash) = 16),
  tries int NOT NULL CHECK (tries >= 0),
  asked_at timestamptz NOT NULL,
  proved_at timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id)
);
COMMENT ON TABLE phone_proof IS 'Numbers that were or are being proved by a one-time code, for one matter; every row is gone after a day.';
CREATE INDEX phone_proof_of_phone ON phone_proof (tenant, phone_index, asked_at);
CREATE INDEX phone_proof_by_age ON phone_proof (tenant, asked_at);
SELECT enable_tenant_wall('phone_proof');
GRANT SELECT, INSERT, UPDATE, DELETE ON phone_proof TO lianxin_app;
