-- The store's own tables. Times are milliseconds since 1970-01-01 UTC, as on the embedded store.
-- A step that was released is never changed: add the next one.
CREATE TABLE linli_store (
  id text NOT NULL
);
INSERT INTO linli_store VALUES (gen_random_uuid()::text);

-- A layer that was dropped keeps its row, without a definition: its versions are not used again.
CREATE TABLE linli_layer (
  layer text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL,
  committed_at bigint NOT NULL,
  rows bigint NOT NULL,
  definition text
);

-- What each version touched; codes, one a line, are null where the whole layer is to be read anew.
CREATE TABLE linli_change (
  layer text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  codes text,
  PRIMARY KEY (layer, version)
);

-- Bulk loads that were begun and have not ended.
CREATE TABLE linli_load (
  layer text COLLATE "C" PRIMARY KEY,
  begun_at bigint NOT NULL,
  process bigint NOT NULL
);
