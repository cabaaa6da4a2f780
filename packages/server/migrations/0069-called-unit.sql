-- owner: case
-- A change of holder is looked at for matters for which the unit is called and has not answered, also where the post never acted.

ALTER TABLE case_handover ADD COLUMN acted boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN case_handover.acted IS 'The post had worked on it. If not, nothing is handed over: it is looked whether anybody of the unit may answer.';
