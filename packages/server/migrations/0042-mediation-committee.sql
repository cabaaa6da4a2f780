-- owner: org
-- Where residents' committees have people who mediate, these are a unit of their own: what they hear is not the committee's.

ALTER TABLE unit DROP CONSTRAINT unit_kind_check;
ALTER TABLE unit ADD CONSTRAINT unit_kind_check
  CHECK (kind IN ('commandCentre', 'department', 'subdistrict', 'community', 'mediationCommittee'));
