-- owner: echo
-- The echo wall: redacted copies of answers, shown to everybody. The words are content rows, the pictures copies of
-- their own; nothing here leads a stranger back to a matter.

CREATE TABLE echo_consent (
  tenant int NOT NULL REFERENCES tenant (id),
  case_id uuid NOT NULL,
  id uuid NOT NULL,
  version int NOT NULL CHECK (version > 0),
  agreed boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, case_id),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id)
);
COMMENT ON TABLE echo_consent IS
  'What a requester said about the wall after raising the matter; it outweighs what was said then.';
SELECT enable_tenant_wall('echo_consent');

CREATE TABLE echo_entry (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  version int NOT NULL CHECK (version > 0),
  state text COLLATE "C" NOT NULL CHECK (state IN ('published', 'down')),
  raised_id uuid NOT NULL,
  answer_id uuid NOT NULL,
  community_code text COLLATE "C" NOT NULL REFERENCES place (code),
  compound_id uuid,
  item_code text COLLATE "C",
  item_version int,
  unit_id uuid,
  raised_at timestamptz NOT NULL,
  answered_at timestamptz NOT NULL,
  solved boolean,
  satisfaction int CHECK (satisfaction BETWEEN 1 AND 5),
  published_at timestamptz NOT NULL,
  corrected_at timestamptz,
  reason text COLLATE "C" CHECK (reason IN ('consent', 'reopened', 'personal', 'wrong', 'outdated', 'other')),
  down_at timestamptz,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, case_id),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id),
  FOREIGN KEY (tenant, compound_id) REFERENCES compound (tenant, id),
  CHECK ((state = 'down') = (down_at IS NOT NULL)),
  CHECK ((state = 'down') = (reason IS NOT NULL))
);
COMMENT ON TABLE echo_entry IS
  'One public answer of a matter. Taking it down erases its words and pictures; that it was there stays.';
COMMENT ON COLUMN echo_entry.compound_id IS 'Empty where only the community is shown: no place on the wall is finer than a compound.';
COMMENT ON COLUMN echo_entry.answered_at IS 'When the result was there for the requester to judge.';
CREATE INDEX echo_entry_newest ON echo_entry (tenant, published_at, id) WHERE state = 'published';
CREATE INDEX echo_entry_of_community ON echo_entry (tenant, community_code, published_at, id) WHERE state = 'published';
CREATE INDEX echo_entry_of_item ON echo_entry (tenant, item_code, published_at, id) WHERE state = 'published';
CREATE INDEX echo_entry_down ON echo_entry (tenant, down_at, id) WHERE state = 'down';
SELECT enable_tenant_wall('echo_entry');

CREATE TABLE echo_token (
  tenant int NOT NULL REFERENCES tenant (id),
  token text COLLATE "C" NOT NULL CHECK (length(token) BETWEEN 1 AND 40),
  entry_id uuid NOT NULL,
  PRIMARY KEY (tenant, token, entry_id),
  FOREIGN KEY (tenant, entry_id) REFERENCES echo_entry (tenant, id)
);
COMMENT ON TABLE echo_token IS
  'Words and pairs of characters of published texts, for search: full-text operators are not leakproof and no index would serve them under row-level security.';
CREATE INDEX echo_token_of_entry ON echo_token (tenant, entry_id);
SELECT enable_tenant_wall('echo_token');

CREATE TABLE echo_picture (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  entry_id uuid,
  ord int NOT NULL CHECK (ord >= 0),
  side text COLLATE "C" NOT NULL CHECK (side IN ('before', 'after')),
  source_file_id uuid NOT NULL,
  mask_count int NOT NULL CHECK (mask_count >= 0),
  confirmed_by uuid,
  width int NOT NULL CHECK (width > 0),
  height int NOT NULL CHECK (height > 0),
  made_at timestamptz NOT NULL,
  retired_at timestamptz,
  erased_at timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id),
  FOREIGN KEY (tenant, entry_id) REFERENCES echo_entry (tenant, id),
  CHECK (erased_at IS NULL OR retired_at IS NOT NULL)
);
COMMENT ON TABLE echo_picture IS
  'Public copies of photos, drawn anew with what must not be recognised pixelated. The original is never served to the public.';
COMMENT ON COLUMN echo_picture.confirmed_by IS 'The account that looked at it and said that no face and no plate can be recognised.';
COMMENT ON COLUMN echo_picture.entry_id IS 'Empty until it is published; one that is not published within a day is erased.';
CREATE INDEX echo_picture_of_entry ON echo_picture (tenant, entry_id, ord) WHERE entry_id IS NOT NULL AND retired_at IS NULL;
CREATE INDEX echo_picture_unused ON echo_picture (tenant, made_at) WHERE entry_id IS NULL AND retired_at IS NULL;
CREATE INDEX echo_picture_to_erase ON echo_picture (tenant, retired_at) WHERE retired_at IS NOT NULL AND erased_at IS NULL;
SELECT enable_tenant_wall('echo_picture');

CREATE TABLE echo_me_too (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  code_index bytea NOT NULL CHECK (octet_length(code_index) = 16),
  phone bytea,
  phone_index bytea CHECK (octet_length(phone_index) = 16),
  language text COLLATE "C" NOT NULL CHECK (language IN ('zh-CN', 'en')),
  otp_hash bytea CHECK (octet_length(otp_hash) = 16),
  otp_tries int NOT NULL CHECK (otp_tries >= 0),
  asked_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  left_at timestamptz,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, code_index),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id)
);
COMMENT ON TABLE echo_me_too IS
  'People who have the same trouble and follow the matter instead of raising it again. No name; a sealed number only where one was left.';
COMMENT ON COLUMN echo_me_too.code_index IS 'Blind index of the code that is shown once; with it one sees how the matter goes.';
COMMENT ON COLUMN echo_me_too.confirmed_at IS 'Empty until the one-time code was right; such a row counts for nothing and is removed after a day.';
CREATE INDEX echo_me_too_of_case ON echo_me_too (tenant, case_id) WHERE confirmed_at IS NOT NULL AND left_at IS NULL;
CREATE UNIQUE INDEX echo_me_too_once ON echo_me_too (tenant, case_id, phone_index)
  WHERE confirmed_at IS NOT NULL AND left_at IS NULL AND phone_index IS NOT NULL;
CREATE INDEX echo_me_too_of_phone ON echo_me_too (tenant, phone_index, asked_at) WHERE phone_index IS NOT NULL;
CREATE INDEX echo_me_too_unconfirmed ON echo_me_too (tenant, asked_at) WHERE confirmed_at IS NULL;
SELECT enable_tenant_wall('echo_me_too');

GRANT SELECT, INSERT, UPDATE ON echo_consent, echo_entry, echo_picture TO lianxin_app;
GRANT SELECT, INSERT, DELETE ON echo_token TO lianxin_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON echo_me_too TO lianxin_app;
