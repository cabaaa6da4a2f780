-- owner: file
-- Photos: encrypted blobs in the file vault; the row says what they belong to.

CREATE TABLE file (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  case_id uuid,
  step text COLLATE "C",
  uploaded_at timestamptz NOT NULL,
  uploaded_by uuid,
  width int NOT NULL CHECK (width > 0),
  height int NOT NULL CHECK (height > 0),
  byte_count int NOT NULL CHECK (byte_count > 0),
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  erased_at timestamptz,
  PRIMARY KEY (tenant, id)
);
COMMENT ON TABLE file IS 'Photos that people sent, re-encoded and without metadata. One that no case claims within a day is erased.';
COMMENT ON COLUMN file.step IS 'The move of the case that it came with.';
CREATE INDEX file_of_case ON file (tenant, case_id) WHERE case_id IS NOT NULL;
CREATE INDEX file_unclaimed ON file (tenant, uploaded_at) WHERE case_id IS NULL AND erased_at IS NULL;
SELECT enable_tenant_wall('file');
GRANT SELECT, INSERT, UPDATE ON file TO lianxin_app;
