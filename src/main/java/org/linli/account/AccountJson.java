package org.linli.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts as the text of a file. */
public final class AccountJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private AccountJson() {}

  public static String format(List<Account> accounts) {
    List<Map<String, Object>> nodes = new ArrayList<>();
    for (Account account : accounts) {
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("name", account.name());
      node.put("role", account.role().id());
      node.put("password", account.passwordHash());
      node.put("must_change", account.mustChange());
      node.put("since", account.since().toString());
      nodes.add(node);
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(nodes);
  }

  /**
   * @throws IllegalArgumentException if it is no such text; then nobody is let in
   */
  public static List<Account> parse(String text) {
    try {
      List<Account> accounts = new ArrayList<>();
      for (JsonNode node : MAPPER.readTree(text)) {
        accounts.add(
            new Account(
                node.get("name").asString(),
                Role.find(node.get("role").asString()).orElseThrow(),
                node.get("password").asString(),
                node.get("must_change").asBoolean(),
                Instant.parse(node.get("since").asString())));
      }
      return accounts;
    } catch (RuntimeException broken) {
      throw new IllegalArgumentException(
          "The file of the accounts cannot be read: put a backup of it in its place, or remove it,"
              + " and the next start makes a new administrator.",
          broken);
    }
  }
}
