-- owner: whistle
-- Advice that a unit did not answer in time is told once, to the unit and to whoever stands above: this says when.

ALTER TABLE stationed_advice ADD COLUMN overdue_at timestamptz;
COMMENT ON COLUMN stationed_advice.overdue_at IS 'When it was found that the time to answer had run out; absent where the answer came in time or may still.';
CREATE INDEX stationed_advice_unanswered ON stationed_advice (tenant, due_at) WHERE answered_at IS NULL;
