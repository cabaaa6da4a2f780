-- owner: case
-- Whoever raised a request from which a mediation came is a party of it: by this their own page leads them there.

ALTER TABLE case_requester ADD COLUMN origin_id uuid;
COMMENT ON COLUMN case_requester.origin_id IS 'The same person as requester of the matter that this one came from; empty where it came from none.';
CREATE INDEX case_requester_origin ON case_requester (tenant, origin_id) WHERE origin_id IS NOT NULL;
