-- owner: case
-- What residents and owners decide is listed for everybody, by community and newest first: few among very many.

CREATE INDEX case_deliberation ON grid_case (tenant, opened_at, id) WHERE kind = 'deliberation';
CREATE INDEX case_deliberation_of_community ON grid_case (tenant, community_code, opened_at, id) WHERE kind = 'deliberation';
