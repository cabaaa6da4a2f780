-- owner: rating
-- Whoever raised a matter that was joined with another judges each answer there for themselves.

CREATE TABLE rating_verdict (
  tenant int NOT NULL REFERENCES tenant (id),
  case_id uuid NOT NULL,
  of_case_id uuid NOT NULL,
  of_round int NOT NULL CHECK (of_round >= 0),
  seq bigint NOT NULL,
  unit_id uuid,
  item_code text,
  place_code text NOT NULL,
  judged_at timestamptz,
  solved boolean,
  satisfaction smallint CHECK (satisfaction BETWEEN 1 AND 5),
  reopened_at timestamptz,
  excluded boolean NOT NULL,
  PRIMARY KEY (tenant, case_id, of_case_id, of_round),
  CHECK (judged_at IS NOT NULL OR reopened_at IS NOT NULL),
  CHECK ((judged_at IS NULL) = (solved IS NULL))
);
COMMENT ON TABLE rating_verdict IS
  'One row for each joined matter and each answer that whoever raised it judged, or had the own matter reopened after. Verdicts on the own answer stand in rating_round. No words and no person.';
COMMENT ON COLUMN rating_verdict.case_id IS 'The joined matter, which is the own one of whoever judged.';
COMMENT ON COLUMN rating_verdict.of_case_id IS 'The matter in which it went on, whose answer is judged.';
COMMENT ON COLUMN rating_verdict.unit_id IS 'The unit that answered, not the one that had the joined matter before. Null: nobody had been sent it.';
COMMENT ON COLUMN rating_verdict.excluded IS 'Left out by then; matters that were left out since are looked up.';
CREATE INDEX rating_verdict_judged ON rating_verdict (tenant, judged_at) WHERE judged_at IS NOT NULL;
CREATE INDEX rating_verdict_reopened ON rating_verdict (tenant, reopened_at) WHERE reopened_at IS NOT NULL;
SELECT enable_tenant_wall('rating_verdict');
GRANT SELECT, INSERT, UPDATE, DELETE ON rating_verdict TO lianxin_app;
