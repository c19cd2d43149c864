package org.linli.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.store.FeatureStore.StoredLayer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bulk load of the server store, by COPY. A table that is made anew is filled first and indexed
 * afterwards, beside the one that it replaces, so that readers are kept waiting only while the two
 * change places. Rows that replace others of their code come through a staging table.
 */
final class PostgisLoad implements BulkLoad {
  private static final Logger LOG = LoggerFactory.getLogger(PostgisLoad.class);

  /** Readers of the table that is replaced are waited for; an import is not thrown away lightly. */
  private static final Duration SWAP_PATIENCE = Duration.ofMinutes(2);

  private final PostgisDatabase database;
  private final PostgisTransaction transaction;
  private final Runnable afterwards;
  private final Way way;
  private final PostgisTable table;
  private final PostgisCopy copy;
  private boolean committed;
  private boolean closed;

  /** How the rows get into the layer's table. */
  private enum Way {
    NEW_TABLE,
    SWAP,
    APPEND,
    MERGE
  }

  private PostgisLoad(
      PostgisDatabase database,
      PostgisTransaction transaction,
      LayerDefinition definition,
      LoadMode mode,
      Runnable afterwards)
      throws SQLException {
    this.database = database;
    this.transaction = transaction;
    this.afterwards = afterwards;
    Optional<StoredLayer> stored = transaction.ledger().findLayer(definition.id());
    this.way = stored.isEmpty() ? Way.NEW_TABLE : way(mode);
    boolean defines = way == Way.NEW_TABLE || way == Way.SWAP;
    this.table = transaction.table(defines ? definition : stored.orElseThrow().definition());
    prepareTarget();
    this.copy =
        new PostgisCopy(
            transaction.connection(), table.copySql(target()), new PostgisRows(table.definition()));
  }

  /**
   * @param afterwards is run once the load is committed and closed
   */
  static PostgisLoad begin(
      PostgisDatabase database, LayerDefinition definition, LoadMode mode, Runnable afterwards)
      throws SQLException {
    ReservedNames.refuse(definition.id());
    PostgisTransaction transaction = PostgisTransaction.begin(database, definition.id());
    try {
      PostgisJournal.begin(database, definition.id());
      return new PostgisLoad(database, transaction, definition, mode, afterwards);
    } catch (SQLException | RuntimeException failed) {
      try (transaction) {
        PostgisJournal.end(database, definition.id());
      }
      throw failed;
    }
  }

  private static Way way(LoadMode mode) {
    return switch (mode) {
      case APPEND -> Way.APPEND;
      case UPSERT -> Way.MERGE;
      case REPLACE -> Way.SWAP;
    };
  }

  private void prepareTarget() throws SQLException {
    switch (way) {
      case NEW_TABLE, SWAP -> transaction.execute(table.createSql(target()));
      case MERGE -> transaction.execute(table.createStagingSql());
      case APPEND -> {}
    }
  }

  private String target() {
    return way == Way.SWAP || way == Way.MERGE ? table.stagingName() : table.name();
  }

  @Override
  public void add(Feature feature) {
    try {
      copy.add(feature);
    } catch (SQLException failed) {
      throw PostgisFailures.of(failed, table.definition().id());
    }
  }

  @Override
  public Change commit() {
    try {
      copy.end();
      finishTable();
      transaction.execute("ANALYZE " + table.name());
      Change change =
          transaction.ledger().note(table.definition(), transaction.count(table), Optional.empty());
      transaction.journal().end(table.definition().id());
      transaction.commit();
      committed = true;
      return change;
    } catch (SQLException failed) {
      throw PostgisFailures.of(failed, table.definition().id());
    }
  }

  private void finishTable() throws SQLException {
    switch (way) {
      case NEW_TABLE -> transaction.index(table, table.name());
      case SWAP -> swap();
      case MERGE -> transaction.execute(table.mergeSql());
      case APPEND -> {}
    }
  }

  private void swap() throws SQLException {
    transaction.index(table, table.stagingName());
    transaction.waitAtMost(SWAP_PATIENCE);
    transaction.execute("DROP TABLE " + table.name());
    transaction.execute("ALTER TABLE " + table.stagingName() + " RENAME TO " + table.name());
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (committed) {
      leave();
      afterwards.run();
    } else {
      giveUp();
    }
  }

  private void leave() {
    try {
      transaction.close();
    } catch (SQLException failed) {
      LOG.warn("The connection of a load that is committed did not close.", failed);
    }
  }

  /** The server undoes it all, also when it cannot be told so. */
  private void giveUp() {
    try (transaction) {
      copy.cancel();
      PostgisJournal.end(database, table.definition().id());
    } catch (SQLException failed) {
      LOG.warn("A load that was given up did not end in good order.", failed);
    }
  }
}
