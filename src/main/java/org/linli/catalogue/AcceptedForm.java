package org.linli.catalogue;

import java.util.List;
import org.linli.encode.FeatureForm;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Which form of GeoJSON the header {@code Accept} likes best (RFC 9110, 12.5.1). */
public final class AcceptedForm {
  private static final MediaType PAGE = MediaType.TEXT_HTML;

  private AcceptedForm() {}

  /**
   * The form that is wanted.
   *
   * @param accept the header's value; null or empty when there is none
   * @param usual what is sent to who does not mind, to who accepts none, and to who likes a page
   *     better
   */
  public static FeatureForm of(String accept, FeatureForm usual) {
    if (accept == null || accept.isBlank()) {
      return usual;
    }
    for (MediaType wanted : byPreference(accept)) {
      if (wanted.getQualityValue() == 0) {
        continue;
      }
      if (includes(wanted, usual) || !wanted.isConcrete() || wanted.includes(PAGE)) {
        return usual;
      }
      for (FeatureForm form : FeatureForm.values()) {
        if (includes(wanted, form)) {
          return form;
        }
      }
    }
    return usual;
  }

  private static boolean includes(MediaType wanted, FeatureForm form) {
    return wanted.includes(MediaType.valueOf(form.mediaType()));
  }

  private static List<MediaType> byPreference(String accept) {
    try {
      List<MediaType> wanted = MediaType.parseMediaTypes(accept);
      MimeTypeUtils.sortBySpecificity(wanted);
      wanted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
      return wanted;
    } catch (InvalidMediaTypeException malformed) {
      return List.of();
    }
  }
}
