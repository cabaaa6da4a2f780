-- owner: platform
-- The data keys of each tenant, wrapped by the installation's master key, which is never in the database.

CREATE TABLE tenant_key (
  tenant int NOT NULL REFERENCES tenant (id),
  key_id int NOT NULL CHECK (key_id > 0),
  purpose text COLLATE "C" NOT NULL CHECK (purpose IN ('column', 'file', 'index')),
  wrapped bytea NOT NULL CHECK (octet_length(wrapped) BETWEEN 64 AND 256),
  created_at timestamptz NOT NULL,
  retired_at timestamptz CHECK (retired_at >= created_at),
  PRIMARY KEY (tenant, key_id)
);

COMMENT ON TABLE tenant_key IS
  'Data keys, wrapped by the master key. Deleting the rows of a tenant makes everything sealed for it unreadable for good.';
COMMENT ON COLUMN tenant_key.key_id IS 'Counts up from 1 within the tenant; written into each sealed value.';
COMMENT ON COLUMN tenant_key.purpose IS 'column: sealed columns; file: stored files; index: blind indexes (one key, never rotated).';
COMMENT ON COLUMN tenant_key.wrapped IS 'version | key id 0 | nonce | ciphertext | tag, with tenant, key id and purpose as associated data.';
COMMENT ON COLUMN tenant_key.created_at IS 'A key begins to write one minute later, when every process has loaded it.';
COMMENT ON COLUMN tenant_key.retired_at IS 'From then on the key opens but does not write; set by an operator, never by the application.';

SELECT enable_tenant_wall('tenant_key');
GRANT SELECT, INSERT ON tenant_key TO lianxin_app;
