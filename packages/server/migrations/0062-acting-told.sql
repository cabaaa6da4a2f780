-- owner: case
-- That somebody acts in a post for a while is told to the matters that it works on; nothing is left to take over.

ALTER TABLE case_handover ADD COLUMN acting text CHECK (acting IN ('begins', 'ends'));
COMMENT ON COLUMN case_handover.acting IS 'Somebody begins or ends to act in the post, whose holder keeps it; empty where the post has another holder or none.';
