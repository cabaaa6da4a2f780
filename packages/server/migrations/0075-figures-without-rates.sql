-- owner: figures
-- A rate has one definition, evaluation's: the hours of the command centre keep no other.

ALTER TABLE figure_hour
  DROP COLUMN closed_on_time,
  DROP COLUMN judged,
  DROP COLUMN solved,
  DROP COLUMN rated,
  DROP COLUMN satisfied;
