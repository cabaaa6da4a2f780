-- owner: kernel
-- When words were last erased, so that what was counted from them is counted again.

CREATE INDEX content_erased ON content (tenant, erased_at) WHERE erased_at IS NOT NULL;
