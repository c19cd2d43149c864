-- When each version was committed, in milliseconds; null for those from before this step.
ALTER TABLE linli_change ADD COLUMN committed_at bigint;
