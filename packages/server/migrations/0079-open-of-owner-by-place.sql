-- owner: case
-- A grid worker's unit is the community, which has the open matters of a dozen grids: those of the others are told apart in
-- the index, without reading the rows.

DROP INDEX case_open_of_owner;
CREATE INDEX case_open_of_owner ON grid_case (tenant, owner_unit_id, due_at, id, place_code) WHERE open;
