-- owner: rating
-- The command centre asks for the rates of a place every second: what was judged or came back is found by its time.

CREATE INDEX rating_round_judged ON rating_round (tenant, judged_at) WHERE judged_at IS NOT NULL;
CREATE INDEX rating_round_reopened ON rating_round (tenant, reopened_at) WHERE reopened_at IS NOT NULL;
