package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.store.StaleRevisionException;
import org.linli.store.StoreException;
import org.linli.store.UnknownLayerException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A refusal of the store's comes as a problem in the language that was asked for. */
class ProblemLanguageTest {

  private static MockHttpServletResponse answer(StoreException refused, String language)
      throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    request.addHeader("Accept-Language", language);
    MockHttpServletResponse response = new MockHttpServletResponse();
    new ProblemAdvice().handle(refused, request, response);
    return response;
  }

  @ParameterizedTest
  @CsvSource({"zh, 请重新读取", "en, read it again", "bo, བསྐྱར་དུ་ཀློག"})
  void aConflictSaysWhatToDo(String language, String cure) throws Exception {
    var response = answer(StaleRevisionException.of("houses", "h-1", 3), language);
    assertThat(response.getStatus()).isEqualTo(409);
    JsonNode problem = JsonMapper.shared().readTree(response.getContentAsByteArray());
    assertThat(problem.path("detail").asString()).contains(cure, "houses", "h-1", "3");
  }

  @ParameterizedTest
  @CsvSource({"zh, 没有图层", "en, There is no layer", "bo, བང་རིམ་"})
  void aLayerThatIsNotThereIsNotFound(String language, String told) throws Exception {
    var response = answer(UnknownLayerException.of("ponds"), language);
    assertThat(response.getStatus()).isEqualTo(404);
    JsonNode problem = JsonMapper.shared().readTree(response.getContentAsByteArray());
    assertThat(problem.path("detail").asString()).contains(told, "ponds");
  }
}
