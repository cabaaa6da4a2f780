-- owner: figures
-- Matters that were joined, transferred, left out of the rates or handed up are counted apart, in public.

ALTER TABLE figure_hour
  ADD COLUMN merged int NOT NULL DEFAULT 0 CHECK (merged >= 0),
  ADD COLUMN transferred int NOT NULL DEFAULT 0 CHECK (transferred >= 0),
  ADD COLUMN excluded int NOT NULL DEFAULT 0 CHECK (excluded >= 0),
  ADD COLUMN climbed int NOT NULL DEFAULT 0 CHECK (climbed >= 0);
COMMENT ON COLUMN figure_hour.excluded IS 'Ended and left out of the rates, by a second person: neither closed nor judged counts them.';
COMMENT ON COLUMN figure_hour.climbed IS 'Went one rung up, late or handed up.';
