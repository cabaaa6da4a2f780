-- owner: case
-- Lists with closed matters are read in their order too: by community, which is what most posts reach, and by owner.

ALTER TABLE grid_case ADD COLUMN place_community_code text COLLATE "C" GENERATED ALWAYS AS (left(place_code, 12)) STORED;
COMMENT ON COLUMN grid_case.place_community_code IS 'The community in which the place lies, for equality: a range of place codes cannot be read in another order. Not always community_code, which is who was asked.';
CREATE INDEX case_of_community_by_due ON grid_case (tenant, place_community_code, due_at, id);
CREATE INDEX case_of_community_by_opening ON grid_case (tenant, place_community_code, opened_at, id);
CREATE INDEX case_of_owner_by_due ON grid_case (tenant, owner_unit_id, due_at, id);
