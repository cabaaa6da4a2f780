-- owner: case
-- A kind may be reported by a post instead of raised by somebody: then no contact is kept, and the account answers for it.

ALTER TABLE grid_case ADD COLUMN reported_by uuid;
COMMENT ON COLUMN grid_case.reported_by IS 'The account that reported it, where a post did: it alone may cancel the matter.';
