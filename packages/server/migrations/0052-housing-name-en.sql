-- owner: place
-- Streets, compounds and buildings have a name in English like places, so that an English screen is English throughout.

ALTER TABLE street ADD COLUMN name_en text CHECK (name_en <> '');
ALTER TABLE compound ADD COLUMN name_en text CHECK (name_en <> '');
ALTER TABLE building ADD COLUMN name_en text CHECK (name_en <> '');
-- Who migrates owns the tables and looks before no tenant's wall; without force it sees every row.
ALTER TABLE street NO FORCE ROW LEVEL SECURITY;
ALTER TABLE compound NO FORCE ROW LEVEL SECURITY;
ALTER TABLE building NO FORCE ROW LEVEL SECURITY;
UPDATE street SET name_en = name;
UPDATE compound SET name_en = name;
-- A numbered building reads the same in every town.
UPDATE building SET name_en = regexp_replace(name, '^([0-9]+)号楼$', 'Building \1');
ALTER TABLE street FORCE ROW LEVEL SECURITY;
ALTER TABLE compound FORCE ROW LEVEL SECURITY;
ALTER TABLE building FORCE ROW LEVEL SECURITY;
ALTER TABLE street ALTER COLUMN name_en SET NOT NULL;
ALTER TABLE compound ALTER COLUMN name_en SET NOT NULL;
ALTER TABLE building ALTER COLUMN name_en SET NOT NULL;
COMMENT ON COLUMN street.name_en IS 'The name as it is where nobody has spelled it in English.';
COMMENT ON COLUMN compound.name_en IS 'The name as it is where nobody has spelled it in English.';
COMMENT ON COLUMN building.name_en IS 'The name as it is where nobody has spelled it in English.';
UPDATE map_version SET version = version + 1;
