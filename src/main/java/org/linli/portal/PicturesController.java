package org.linli.portal;

import java.util.Map;
import java.util.Set;
import org.linli.encode.Representation;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures that features name, and those that are drawn of them. */
@Controller
final class PicturesController {
  private static final Map<String, String> TYPES =
      Map.of(
          "svg", "image/svg+xml",
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "webp", "image/webp");

  /** A picture is looked at: whatever else a file holds does nothing, opened by itself, too. */
  private static final Map<String, String> LOOKED_AT =
      Map.of(
          "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          "Cache-Control", "public, max-age=3600");

  private final PictureFolder pictures;
  private final Snapshots snapshots;

  PicturesController(PictureFolder pictures, Snapshots snapshots) {
    this.pictures = pictures;
    this.snapshots = snapshots;
  }

  @GetMapping("/pictures/{name}")
  Representation picture(@PathVariable String name, Parameters parameters) {
    parameters.requireOnly(Set.of());
    byte[] bytes = pictures.find(name).orElseThrow(PicturesController::absent);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    return new Representation.Document(type, LOOKED_AT, bytes);
  }

  /** What a link to a project shows where nobody took a photograph of it. */
  @GetMapping("/pictures/projects/{code:.+}.png")
  Representation preview(@PathVariable String code, Parameters parameters) {
    parameters.requireOnly(Set.of());
    byte[] bytes =
        new ProjectPreview(snapshots.current())
            .find(code)
            .orElseThrow(() -> NotFoundException.ofFeature("projects", code));
    return new Representation.Document(TYPES.get("png"), LOOKED_AT, bytes);
  }

  private static NotFoundException absent() {
    return new NotFoundException(
        new LocalText(
            "没有这张图片：请把它放进门户目录的 pictures 文件夹，用英文字母和数字命名（svg、png、jpg、webp，不超过 12 MB）。",
            "There is no such picture: put it into the folder pictures of the portal's home, named in"
                + " letters and digits (svg, png, jpg, webp; at most 12 MB).",
            "པར་རིས་འདི་མེད། སྒོ་འབྱེད་ཁྱིམ་གྱི་ pictures སྡེ་སྣོད་ནང་འཇོག་རོགས།"));
  }
}
