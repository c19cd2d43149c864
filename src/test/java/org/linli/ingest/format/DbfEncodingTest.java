package org.linli.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.RealData;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/** Tables in many encodings that nobody here wrote. */
class DbfEncodingTest {
  private static final String FOLDER = "adversarial/encodings/dbf/";

  private static List<Object> firstColumns(Path dbf, Optional<String> given) throws IOException {
    String cpgName = dbf.getFileName().toString().replace(".dbf", ".cpg");
    Path cpg = dbf.resolveSibling(cpgName);
    DbfTable table = DbfTable.open(dbf);
    TextEncoding encoding = DbfEncoding.of(table, Optional.of(cpg).filter(Files::exists), given);
    List<DbfColumn> columns = table.columns();
    List<String> names = columns.stream().map(DbfColumn::name).toList();
    DbfValues values = new DbfValues(columns, names, encoding.charset());
    List<Object> found = new ArrayList<>();
    table.read(
        (index, row, deleted) -> {
          for (Object value : values.read(row, index + 1L)) {
            found.add(value);
          }
          assertThat(values.issues()).isEmpty();
          return found.size() < 20;
        });
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "cpg/big5, 國語",
    "cpg/euckr, 한국말",
    "cpg/koi8r, русский",
    "cpg/latin2, čeština",
    "cpg/shiftjis, カタカナひらがな",
    "cpg/win1251, РУССКИЙ",
    "cpg/win874, ภาษาไทย",
    "ldid/chinese, 简体",
    "utf8, 国语國語",
  })
  void whatTheFileSaysIsBelieved(String file, String part) throws IOException {
    Path dbf = RealData.file(FOLDER + file + ".dbf");
    assertThat(firstColumns(dbf, Optional.empty())).as(file).anyMatch(v -> has(v, part));
  }

  @ParameterizedTest
  @CsvSource({
    "gbk, GBK, 简体国语",
    "gb2312, GB2312, 简体国语",
    "big5, Big5, 繁體國語",
    "eucjp, EUC-JP, 西蒲原郡弥彦村"
  })
  void whatThePersonSaysIsBelieved(String file, String encoding, String part) throws IOException {
    Path dbf = RealData.file(FOLDER + file + ".dbf");
    assertThat(firstColumns(dbf, Optional.of(encoding))).as(file).anyMatch(v -> has(v, part));
  }

  private static boolean has(Object value, String part) {
    return value != null && value.toString().contains(part);
  }

  /** A few characters may be read in several ways: then the person is asked. */
  @ParameterizedTest
  @CsvSource({
    "gbk, GBK",
    "gb2312, GB2312",
    "big5, Big5",
    "eucjp, EUC-JP",
    "shiftjis, Shift_JIS",
    "latin1, ISO-8859-1"
  })
  void nothingIsReadWronglyInSilence(String file, String encoding) throws IOException {
    Path dbf = RealData.file(FOLDER + file + ".dbf");
    List<Object> right = firstColumns(dbf, Optional.of(encoding));
    try {
      assertThat(firstColumns(dbf, Optional.empty())).isEqualTo(right);
    } catch (SourceException asked) {
      assertThat(asked.issue().kind()).isEqualTo(IssueKind.UNKNOWN_ENCODING);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POLYGON",
    "comma_separated",
    "duplicate_fields",
    "periphereies",
    "ne_10m_time_zones"
  })
  void everyOtherTableIsReadOrAskedFor(String file) throws IOException {
    Path dbf = RealData.file(FOLDER + file + ".dbf");
    try {
      assertThat(firstColumns(dbf, Optional.empty())).isNotEmpty();
    } catch (SourceException asked) {
      assertThat(asked.issue().kind()).isEqualTo(IssueKind.UNKNOWN_ENCODING);
      assertThatThrownBy(() -> firstColumns(dbf, Optional.of("no such")))
          .isInstanceOf(SourceException.class);
    }
  }
}
