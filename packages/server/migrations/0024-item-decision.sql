-- owner: catalogue
-- Each decision on an item, its end too, is a version with a date and is never rewritten.

ALTER TABLE item RENAME COLUMN valid_from TO effective_from;
ALTER TABLE item
  DROP COLUMN valid_to,
  ADD COLUMN ended boolean NOT NULL DEFAULT false,
  ADD COLUMN decided_post uuid;
ALTER TABLE item ALTER COLUMN ended DROP DEFAULT;
COMMENT ON COLUMN item.effective_from IS 'In force at a moment: the highest version that has begun by then, unless it says that the item has ended.';
COMMENT ON COLUMN item.ended IS 'The item ends with this version; open matters about an earlier one keep it.';
COMMENT ON COLUMN item.decided_post IS 'Whose decision it was; empty for what came with the setting up.';
SELECT enable_append_only('item');
