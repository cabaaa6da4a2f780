-- owner: place
-- Places have a name in English like units and items, so that an English screen is English throughout.

ALTER TABLE place ADD COLUMN name_en text CHECK (name_en <> '');
UPDATE place SET name_en = name;
ALTER TABLE place ALTER COLUMN name_en SET NOT NULL;
COMMENT ON COLUMN place.name_en IS 'The name as it is where nobody has spelled it in English.';
