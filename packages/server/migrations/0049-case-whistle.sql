-- owner: case
-- Figures of whistles go by when they were blown: few among very many matters.

CREATE INDEX case_whistle ON grid_case (tenant, opened_at, id) WHERE kind = 'whistle';
