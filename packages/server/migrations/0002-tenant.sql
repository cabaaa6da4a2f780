-- owner: platform
-- The tenant is the unit of data, normally a district. Its number leads every key of every tenant table.

CREATE TABLE tenant (
  id int PRIMARY KEY CHECK (id > 0),
  code text COLLATE "C" NOT NULL CHECK (code ~ '^[0-9]{2}([0-9]{2}([0-9]{2})?)?$'),
  name text NOT NULL CHECK (name <> ''),
  name_en text NOT NULL CHECK (name_en <> ''),
  number_prefix text COLLATE "C" NOT NULL UNIQUE CHECK (number_prefix ~ '^[A-Z]{2,6}$'),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to > valid_from)
);
COMMENT ON TABLE tenant IS
  'A district, or a city or province for the rows of its own units. Outside row-level security: it says who exists, nothing more.';
COMMENT ON COLUMN tenant.id IS 'Assigned once, never changed: it is part of every key.';
COMMENT ON COLUMN tenant.code IS 'GB/T 2260 code (2, 4 or 6 digits): an attribute, because codes are redrawn and ids are not.';
COMMENT ON COLUMN tenant.number_prefix IS 'Letters in front of the public numbers of its cases.';
COMMENT ON COLUMN tenant.valid_to IS 'First day on which it no longer exists; empty while it does.';
CREATE UNIQUE INDEX tenant_code_in_force ON tenant (code) WHERE valid_to IS NULL;

GRANT SELECT ON tenant TO lianxin_app;
