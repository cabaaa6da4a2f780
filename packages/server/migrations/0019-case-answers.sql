-- owner: case
-- The answers to an item's questions are what somebody said: content, like the words.

ALTER TABLE case_detail ADD COLUMN answers_id uuid;
COMMENT ON COLUMN case_detail.answers_id IS 'Content row with the answers to the questions of the item that was reported; empty when nothing was asked.';
