-- owner: routing
-- What closed matters teach about words and items: counts only, made anew from what still exists.

CREATE TABLE item_token (
  tenant int NOT NULL REFERENCES tenant (id),
  token text COLLATE "C" NOT NULL CHECK (token <> ''),
  item_code text COLLATE "C" NOT NULL,
  matters int NOT NULL CHECK (matters > 0),
  PRIMARY KEY (tenant, token, item_code)
);
COMMENT ON TABLE item_token IS
  'In how many closed matters about an item a piece of text occurs. Only pieces that at least five different people wrote: what one person alone says is not kept.';
SELECT enable_tenant_wall('item_token');

CREATE TABLE item_learning (
  tenant int NOT NULL REFERENCES tenant (id),
  learnt_at timestamptz NOT NULL,
  erased_at timestamptz,
  items jsonb NOT NULL CHECK (jsonb_typeof(items) = 'object'),
  outcome jsonb NOT NULL CHECK (jsonb_typeof(outcome) = 'object'),
  PRIMARY KEY (tenant)
);
COMMENT ON TABLE item_learning IS 'What the counts were made from, how their confidence is corrected, and how often they were right.';
COMMENT ON COLUMN item_learning.erased_at IS 'The newest erasure of words when the counts were made: another one means counting again.';
COMMENT ON COLUMN item_learning.items IS 'How many matters about each item were learnt from.';
COMMENT ON COLUMN item_learning.outcome IS 'Numbers only: the curve of confidence, and the reliability on matters that were not learnt from.';
SELECT enable_tenant_wall('item_learning');

GRANT SELECT, INSERT, UPDATE, DELETE ON item_token TO lianxin_app;
GRANT SELECT, INSERT, UPDATE ON item_learning TO lianxin_app;
