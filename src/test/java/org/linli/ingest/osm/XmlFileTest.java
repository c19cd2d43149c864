package org.linli.ingest.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

class XmlFileTest {
  @TempDir Path folder;

  private void scan(String xml, OsmSink sink) throws IOException {
    Path file = Files.writeString(folder.resolve("x.osm"), xml);
    new XmlFile(file, (rows, read) -> {}).scan(EnumSet.allOf(OsmPart.class), sink);
  }

  private ImportIssue refusal(String xml) {
    SourceException refused =
        catchThrowableOfType(SourceException.class, () -> scan(xml, new OsmSink() {}));
    assertThat(refused).isNotNull();
    return refused.issue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE osm><osm/>",
        "<!DOCTYPE osm SYSTEM 'file:///etc/passwd'><osm/>",
        "<!DOCTYPE osm [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><osm>&b;</osm>",
        "<!DOCTYPE osm [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + "<osm><way id='1'><tag k='name' v='&x;'/></way></osm>",
      })
  void aDocumentTypeIsRefusedAndNothingFetched(String xml) {
    assertThat(refusal(xml).kind()).isEqualTo(IssueKind.FORBIDDEN_XML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<osmChange version='0.6'><modify/></osmChange>",
        "<osm><way id='1' visible='false'/></osm>",
      })
  void changesAndHistoriesAreNoStateOfAMap(String xml) {
    assertThat(refusal(xml).kind()).isEqualTo(IssueKind.OSM_NO_STATE);
  }

  @Test
  void xmlOfAnotherKindIsNoFormatThatIsRead() {
    assertThat(refusal("<kml><Document/></kml>").kind()).isEqualTo(IssueKind.UNKNOWN_XML);
  }

  @Test
  void aFileThatBreaksOffIsRefusedWithThePlaceWhereItDoes() {
    ImportIssue issue = refusal("<osm>\n <node id='1' lon='101' lat='36'/>\n <way id='1'>");

    assertThat(issue.kind()).isEqualTo(IssueKind.TRUNCATED);
    assertThat(issue.details().get(0)).startsWith("3:");
  }

  @Test
  void tagsThatDoNotMatchAreRefusedWithTheirPlace() {
    ImportIssue issue = refusal("<osm>\n<way id='1'></node>\n" + " ".repeat(20_000) + "</osm>");

    assertThat(issue.kind()).isEqualTo(IssueKind.UNREADABLE);
    assertThat(issue.details().get(0)).startsWith("2:");
  }

  @Test
  void tenThousandTagsInOneAnotherAreTooDeep() {
    assertThat(refusal("<osm>" + "<a>".repeat(10_000)).kind()).isEqualTo(IssueKind.TOO_DEEP);
  }

  @Test
  void aTextOfElevenMillionCharactersIsTooLong() {
    String text = "x".repeat(11_000_000);

    assertThat(refusal("<osm><way id='1'><tag k='a' v='" + text + "'/></way></osm>").kind())
        .isEqualTo(IssueKind.TOO_DEEP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<osm><node id='x' lon='1' lat='1'/></osm>",
        "<osm><node id='1' lat='1'/></osm>",
        "<osm><node id='1' lon='NaN' lat='1'/></osm>",
        "<osm><node id='1' lon='1e999' lat='1'/></osm>",
        "<osm><way id='1'><nd/></way></osm>",
        "<osm><way id='1'><tag k='building'/></way></osm>",
        "<osm><relation id='1'><member ref='2'/></relation></osm>",
      })
  void anElementThatLacksWhatItNeedsIsRefused(String xml) {
    assertThat(refusal(xml).kind()).isEqualTo(IssueKind.UNREADABLE);
  }

  @Test
  void whatAnEditorHasDeletedIsNotRead() throws IOException {
    List<Long> ways = new ArrayList<>();
    OsmSink sink =
        new OsmSink() {
          @Override
          public void way(OsmWay way) {
            ways.add(way.id());
          }
        };

    scan("<osm><way id='1' action='delete'><nd ref='5'/></way><way id='2'/></osm>", sink);

    assertThat(ways).containsExactly(2L);
  }
}
