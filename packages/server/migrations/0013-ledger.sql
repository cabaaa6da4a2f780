-- owner: ledger
-- Seals over the read ledger and the index that people read.

CREATE TABLE ledger_seal (
  tenant int NOT NULL REFERENCES tenant (id),
  number int NOT NULL CHECK (number > 0),
  sealed_at timestamptz NOT NULL,
  row_count int NOT NULL CHECK (row_count > 0),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  previous bytea NOT NULL CHECK (octet_length(previous) = 32),
  PRIMARY KEY (tenant, number)
);
COMMENT ON TABLE ledger_seal IS
  'A Merkle root over the rows that were new, chained to the last seal and exported outside the database.';
COMMENT ON COLUMN ledger_seal.previous IS 'Hash of the seal before; 32 zero bytes in the first.';
SELECT enable_tenant_wall('ledger_seal');
SELECT enable_append_only('ledger_seal');

CREATE TABLE ledger_sealed_row (
  tenant int NOT NULL REFERENCES tenant (id),
  read_id uuid NOT NULL,
  seal int NOT NULL CHECK (seal > 0),
  position int NOT NULL CHECK (position >= 0),
  at timestamptz NOT NULL,
  leaf bytea NOT NULL CHECK (octet_length(leaf) = 32),
  PRIMARY KEY (tenant, read_id),
  UNIQUE (tenant, seal, position)
);
COMMENT ON TABLE ledger_sealed_row IS 'Which seal covers a row of the read ledger, and where in its tree.';
COMMENT ON COLUMN ledger_sealed_row.leaf IS 'Hash of the row when it was sealed: lets a check name the row that was changed.';
CREATE INDEX ledger_sealed_row_by_time ON ledger_sealed_row (tenant, at);
SELECT enable_tenant_wall('ledger_sealed_row');
SELECT enable_append_only('ledger_sealed_row');

CREATE TABLE ledger_export (
  tenant int NOT NULL REFERENCES tenant (id),
  number int NOT NULL CHECK (number >= 0),
  exported_at timestamptz NOT NULL,
  PRIMARY KEY (tenant)
);
COMMENT ON TABLE ledger_export IS 'The last seal that was written outside the database: what follows is still to be written.';
SELECT enable_tenant_wall('ledger_export');

CREATE TABLE subject_read (
  tenant int NOT NULL REFERENCES tenant (id),
  subject uuid NOT NULL,
  read_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant, subject, at, read_id)
);
COMMENT ON TABLE subject_read IS 'For each person, the answers in which the own data was seen: what they read themselves.';
SELECT enable_tenant_wall('subject_read');

GRANT SELECT, INSERT ON ledger_seal, ledger_sealed_row, subject_read TO lianxin_app;
GRANT SELECT, INSERT, UPDATE ON ledger_export TO lianxin_app;
