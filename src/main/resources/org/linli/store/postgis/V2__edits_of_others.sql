-- Layers that somebody else wrote to, a row for each statement of theirs; the portals take them in.
CREATE TABLE linli_outside (
  layer text COLLATE "C" NOT NULL
);

-- Runs as its owner: whoever may write a layer need not be able to write the store's own tables.
-- It locks nothing that an import holds, so that an import need never wait for who waits for it.
CREATE FUNCTION linli_mark() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${flyway:defaultSchema}, pg_temp AS $$
BEGIN
  IF current_setting('linli.own', true) IS DISTINCT FROM 'yes' THEN
    INSERT INTO linli_outside VALUES (TG_TABLE_NAME);
    PERFORM pg_notify('linli_change', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END
$$;

-- Nobody knows what was done to the layers of an older store: each is read anew once.
DO $$
DECLARE
  existing text;
BEGIN
  FOR existing IN SELECT layer FROM linli_layer WHERE definition IS NOT NULL LOOP
    EXECUTE format(
      'CREATE TRIGGER linli_outside AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I'
        ' FOR EACH STATEMENT EXECUTE FUNCTION linli_mark()',
      existing);
    INSERT INTO linli_outside VALUES (existing);
  END LOOP;
END
$$;
