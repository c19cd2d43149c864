package org.linli.http;

import java.util.Arrays;
import org.linli.layer.LocalText;

/** The kinds of problems. A slug is part of the API and never changes. */
enum ProblemKind {
  BAD_REQUEST(
      400,
      "bad-request",
      new LocalText("请求无法理解", "Bad request", "འདྲི་ཞུ་གོ་མ་ཐུབ།"),
      new LocalText(
          "请求的写法不合 HTTP 或 URI 的规定；请把特殊字符按百分号编码。",
          "The request breaks the rules of HTTP or of URIs; percent-encode special characters.",
          "འདྲི་ཞུའི་འབྲི་ཚུལ་ HTTP དང་ URI ཡི་སྒྲིག་སྲོལ་དང་མི་མཐུན།")),
  INVALID_PARAMETER(
      400,
      "invalid-parameter",
      new LocalText("参数不可用", "Invalid parameter", "ཞུགས་གྲངས་སྤྱོད་མི་རུང་།"),
      new LocalText("有一个参数不可用。", "A parameter is not usable.", "ཞུགས་གྲངས་ཤིག་སྤྱོད་མི་རུང་།")),
  UNAUTHORIZED(
      401,
      "unauthorized",
      new LocalText("仅限工作人员", "Staff only", "ལས་བྱེད་པ་ཁོ་ན།"),
      new LocalText(
          "请登录；程序请发送账号和密码（HTTP Basic）。",
          "Sign in; programs send name and password with each request (HTTP Basic).",
          "ནང་འཛུལ་གནང་རོགས། མཉེན་ཆས་ཀྱིས་མིང་དང་གསང་ཨང་ (HTTP Basic) སྐུར་དགོས།")),
  FORBIDDEN(
      403,
      "forbidden",
      new LocalText("没有权限", "Not allowed", "དབང་ཆ་མེད།"),
      new LocalText(
          "您的角色不能这样做；请找管理员。",
          "Your role does not allow this; ask an administrator.",
          "ཁྱེད་ཀྱི་གནས་བབ་ཀྱིས་འདི་མི་ཆོག དོ་དམ་པར་འདྲི་རོགས།")),
  NOT_FOUND(
      404,
      "not-found",
      new LocalText("没有找到", "Not found", "མ་རྙེད།"),
      new LocalText(
          "这个地址下没有内容。接口从 /ogc 开始。",
          "There is nothing at this address. The API starts at /ogc.",
          "ཁ་བྱང་འདིར་ཅི་ཡང་མེད། མཐུད་ཁ་ /ogc ནས་འགོ་བཙུགས།")),
  METHOD_NOT_ALLOWED(
      405,
      "method-not-allowed",
      new LocalText("不支持该方法", "Method not allowed", "ཐབས་ལམ་འདི་མེད།"),
      new LocalText(
          "这个地址不支持该方法；可用的方法见响应头 Allow。",
          "This address does not take that method; the header Allow names those it takes.",
          "ཁ་བྱང་འདིར་ཐབས་ལམ་དེ་མེད། Allow ལ་གཟིགས།")),
  NOT_ACCEPTABLE(
      406,
      "not-acceptable",
      new LocalText("没有所求的格式", "Not acceptable", "འདོད་པའི་རྣམ་གཞག་མེད།"),
      new LocalText(
          "没有所求的格式；请在 Accept 中加上 application/json 或 text/html，或用 f=json、f=html。",
          "There is no such format; accept application/json or text/html, or ask with f=json or"
              + " f=html.",
          "རྣམ་གཞག་དེ་མེད། f=json ཡང་ན་ f=html སྤྱོད་རོགས།")),
  CONFLICT(
      409,
      "conflict",
      new LocalText("有冲突", "Conflict", "འགལ་ཟླ།"),
      new LocalText(
          "内容已被别人改动；请重新读取后再试。",
          "Somebody changed this in the meantime; read it again, then try again.",
          "གཞན་གྱིས་བཟོ་བཅོས་བྱས་ཟིན། ཡང་བསྐྱར་ཀློག་རོགས།")),
  TOO_LARGE(
      413,
      "too-large",
      new LocalText("内容过大", "Too large", "ཆེ་དྲགས།"),
      new LocalText(
          "上传的内容超过上限。",
          "What was sent is larger than the portal takes.",
          "བསྐུར་བ་དེ་ཚད་ལས་བརྒལ་འདུག")),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "unsupported-media-type",
      new LocalText("不支持该内容类型", "Unsupported media type", "རྣམ་གཞག་འདི་ངོས་མི་ལེན།"),
      new LocalText(
          "不支持这种内容类型；请检查 Content-Type。",
          "This address does not take that kind of content; check Content-Type.",
          "རྣམ་གཞག་དེ་ངོས་མི་ལེན། Content-Type ལ་གཟིགས།")),
  RANGE_NOT_SATISFIABLE(
      416,
      "range-not-satisfiable",
      new LocalText("没有所求的字节范围", "Range not satisfiable", "འདོད་པའི་ཆ་ཤས་མེད།"),
      new LocalText(
          "所求的字节范围超出文件末尾；文件长度见响应头 Content-Range。",
          "The bytes that were asked for lie beyond the end; the header Content-Range tells the"
              + " length.",
          "འདོད་པའི་ཆ་ཤས་དེ་ཡིག་ཆའི་མཇུག་ལས་བརྒལ་འདུག Content-Range ལ་གཟིགས།")),
  TOO_MANY_REQUESTS(
      429,
      "too-many-requests",
      new LocalText("过于频繁", "Too many requests", "མང་དྲགས་པ།"),
      new LocalText(
          "请求过于频繁，请稍后再试。",
          "Too many requests; try again later.",
          "འདྲི་ཞུ་མང་དྲགས་འདུག ཅུང་ཟད་ནས་ཚོད་ལྟ་གནང་།")),
  INTERNAL(
      500,
      "internal",
      new LocalText("系统内部错误", "Internal error", "ནང་ཁུལ་ནོར་འཁྲུལ།"),
      new LocalText(
          "系统出错，已记入日志；请稍后再试。",
          "Something went wrong here, and is in the log; try again later.",
          "མ་ལག་ནོར་འཁྲུལ་བྱུང་བ་ཐོ་བཀོད་ཟིན། རྗེས་སུ་ཡང་བསྐྱར་ཚོད་ལྟ་གནང་།")),
  BUSY(
      503,
      "busy",
      new LocalText("正忙", "Busy", "བྲེལ་བ་ཆེ།"),
      new LocalText(
          "正在进行的工作已达上限，请稍后再试。",
          "As much is under way as may; try again in a few seconds.",
          "ལས་ཀ་ཚད་ལ་སླེབས་འདུག ཅུང་ཟད་ནས་ཡང་བསྐྱར་ཚོད་ལྟ་གནང་།"));

  private final int status;
  private final String slug;
  private final LocalText title;
  private final LocalText detail;

  ProblemKind(int status, String slug, LocalText title, LocalText detail) {
    this.status = status;
    this.slug = slug;
    this.title = title;
    this.detail = detail;
  }

  /** The kind that stands for a status nobody explained. */
  static ProblemKind ofStatus(int status) {
    return Arrays.stream(values())
        .filter(kind -> kind.status == status)
        .findFirst()
        .orElse(status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL);
  }

  int status() {
    return status;
  }

  String slug() {
    return slug;
  }

  LocalText title() {
    return title;
  }

  LocalText detail() {
    return detail;
  }
}
