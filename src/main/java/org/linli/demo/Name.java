package org.linli.demo;

/** A name in Chinese, English and Tibetan; an empty text where there is none. */
record Name(String zh, String en, String bo) {
  static final Name NONE = new Name("", "", "");

  Name {
    zh = zh == null ? "" : zh;
    en = en == null ? "" : en;
    bo = bo == null ? "" : bo;
  }
}
