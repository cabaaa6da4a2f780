-- owner: whistle
-- 街道对派驻单位负责人的书面意见: what a subdistrict writes to the head of a stationed unit, on which rated calls, and the answer.

CREATE TABLE stationed_advice (
  tenant int NOT NULL REFERENCES tenant (id),
  id uuid NOT NULL,
  by_unit_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  place_code text COLLATE "C" NOT NULL REFERENCES place (code),
  words_id uuid NOT NULL,
  written_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  answer_id uuid,
  answered_at timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, by_unit_id) REFERENCES unit (tenant, id),
  FOREIGN KEY (tenant, unit_id) REFERENCES unit (tenant, id),
  CHECK ((answer_id IS NULL) = (answered_at IS NULL))
);
COMMENT ON TABLE stationed_advice IS
  'Written advice of a subdistrict to the post that heads a stationed unit, and the written answer, as pointers to content rows. No person is named.';
COMMENT ON COLUMN stationed_advice.place_code IS 'The place of the subdistrict that wrote it: what reach is decided by.';
COMMENT ON COLUMN stationed_advice.due_at IS 'Until when the unit answers in writing, by the limit that was in force when it was written.';
CREATE INDEX stationed_advice_of_unit ON stationed_advice (tenant, unit_id, written_at);
CREATE INDEX stationed_advice_of_place ON stationed_advice (tenant, place_code, written_at);
SELECT enable_tenant_wall('stationed_advice');
GRANT SELECT, INSERT, UPDATE ON stationed_advice TO lianxin_app;

CREATE TABLE stationed_advice_call (
  tenant int NOT NULL,
  advice_id uuid NOT NULL,
  case_id uuid NOT NULL,
  PRIMARY KEY (tenant, advice_id, case_id),
  FOREIGN KEY (tenant, advice_id) REFERENCES stationed_advice (tenant, id),
  FOREIGN KEY (tenant, case_id) REFERENCES grid_case (tenant, id)
);
COMMENT ON TABLE stationed_advice_call IS 'The rated whistles that an advice rests on.';
SELECT enable_tenant_wall('stationed_advice_call');
GRANT SELECT, INSERT ON stationed_advice_call TO lianxin_app;
