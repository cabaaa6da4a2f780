-- owner: catalogue
-- The provincial base and what a district adds to it; what residents call an item, and what is asked about it.

ALTER TABLE item
  ADD COLUMN origin text COLLATE "C" NOT NULL DEFAULT 'province' CHECK (origin IN ('province', 'district')),
  ADD COLUMN plain text NOT NULL DEFAULT '',
  ADD COLUMN plain_en text NOT NULL DEFAULT '',
  ADD COLUMN kinds text[] NOT NULL DEFAULT '{}',
  ADD COLUMN questions jsonb NOT NULL DEFAULT '[]';
-- A migration belongs to no tenant: it fills the rows of all, and then the wall stands again.
ALTER TABLE item NO FORCE ROW LEVEL SECURITY;
UPDATE item SET plain = name, plain_en = name_en, kinds = '{request,finding}';
ALTER TABLE item FORCE ROW LEVEL SECURITY;
ALTER TABLE item
  ALTER COLUMN origin DROP DEFAULT, ALTER COLUMN plain DROP DEFAULT, ALTER COLUMN plain_en DROP DEFAULT,
  ALTER COLUMN kinds DROP DEFAULT, ALTER COLUMN questions DROP DEFAULT,
  ADD CHECK (plain <> '' AND plain_en <> '');
COMMENT ON COLUMN item.origin IS 'The provincial base, or what the district added. A district adds items and never edits one of the base.';
COMMENT ON COLUMN item.plain IS 'What a resident would call it.';
COMMENT ON COLUMN item.kinds IS 'Kinds of case that may be about it.';
COMMENT ON COLUMN item.questions IS 'What is asked when it is reported: ItemQuestion of the contract.';
