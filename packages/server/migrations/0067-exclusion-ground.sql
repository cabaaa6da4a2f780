-- owner: rating
-- What is left out of the rates is counted from the decision on, and on which ground of the closed list it was.

ALTER TABLE rating_round
  ADD COLUMN excluded_at timestamptz,
  ADD COLUMN ground text COLLATE "C",
  ADD CONSTRAINT rating_round_ground CHECK ((excluded_at IS NULL) = (ground IS NULL)) NOT VALID;
COMMENT ON COLUMN rating_round.excluded_at IS 'When a second person left the matter out, in the round in which that happened.';
COMMENT ON COLUMN rating_round.ground IS 'The ground of the closed list; never words.';
CREATE INDEX rating_round_excluded ON rating_round (tenant, excluded_at) WHERE excluded_at IS NOT NULL;
