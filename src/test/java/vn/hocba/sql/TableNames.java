package vn.hocba.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which tables a text names, whole statement or piece of one, and what it does with them. */
final class TableNames {

    /** Stands in a text where something is put in at run time. */
    static final char PUT_IN = '\u0001';

    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|:[A-Za-z_]\\w*|[A-Za-z_][A-Za-z0-9_$]*|[(),.]|\u0001");
    private static final Set<String> END_OF_FROM =
            Set.of("where", "group", "order", "having", "limit", "union", "for", "select", "set", "values", "on");

    private final Map<String, String> tables;

    /** @param tables by each name that a text may use: the table's own, in lower case, and that of its entity */
    TableNames(Map<String, String> tables) {
        this.tables = tables;
    }

    enum Use {
        READ,
        WRITE
    }

    /**
     * A table in a text.
     *
     * @param locked whether its rows are locked
     */
    record Named(String table, Use use, boolean locked) {}

    /**
     * What a text says.
     *
     * @param open whether it names a table, or locks one, that is only put in at run time
     */
    record Found(List<Named> named, boolean open) {}

    Found in(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (!matcher.group().startsWith("'") && !matcher.group().startsWith(":")) {
                tokens.add(matcher.group());
            }
        }
        boolean lock = false;
        boolean open = false;
        List<Named> named = new ArrayList<>();
        Deque<Boolean> lists = new ArrayDeque<>();
        lists.push(!tokens.isEmpty() && tokens.get(0).equals(","));
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i).toLowerCase(Locale.ROOT);
            String before = i == 0 ? "" : tokens.get(i - 1).toLowerCase(Locale.ROOT);
            if (token.equals("(")) {
                lists.push(false);
            } else if (token.equals(")") && lists.size() > 1) {
                lists.pop();
            } else if (END_OF_FROM.contains(token)) {
                lists.pop();
                lists.push(false);
            }
            if (token.equals("update") && before.equals("for")) {
                lock = true;
            } else if (leads(token, before, lists.peek())) {
                Use use = token.equals("join") || token.equals(",") || token.equals("from") && !before.equals("delete")
                        ? Use.READ
                        : Use.WRITE;
                if (token.equals("from") || token.equals("join")) {
                    lists.pop();
                    lists.push(true);
                }
                String name = nameAfter(tokens, i);
                if (table(name) != null) {
                    named.add(new Named(table(name), use, false));
                } else if (!token.equals(",") && (name.isEmpty() || name.charAt(0) == PUT_IN) && isSql(tokens)) {
                    open = true;
                }
            } else if (token.contains("_") && table(token) != null && !isNameAfterKeyword(tokens, i, lists.peek())) {
                // Nothing else is called like this: a piece of a statement whose beginning stands elsewhere.
                named.add(new Named(table(token), tokens.size() == 1 ? Use.WRITE : Use.READ, false));
            }
        }
        boolean locked = lock;
        return new Found(
                named.stream()
                        .map(one -> new Named(one.table(), one.use(), locked))
                        .toList(),
                open || lock && named.isEmpty());
    }

    private static boolean leads(String token, String before, boolean inList) {
        return switch (token) {
            case "from", "join", "into" -> true;
            case "update" -> !before.equals("key");
            case "table" -> Set.of("alter", "drop", "create", "truncate").contains(before);
            case "," -> inList;
            default -> false;
        };
    }

    private boolean isNameAfterKeyword(List<String> tokens, int at, boolean inList) {
        int first = at;
        while (first > 1 && tokens.get(first - 1).equals(".")) {
            first -= 2;
        }
        String lead = first == 0 ? "" : tokens.get(first - 1).toLowerCase(Locale.ROOT);
        String before = first < 2 ? "" : tokens.get(first - 2).toLowerCase(Locale.ROOT);
        return !lead.isEmpty() && leads(lead, before, inList);
    }

    /** The last part of a name with dots; empty at the end of the text. */
    private static String nameAfter(List<String> tokens, int lead) {
        int at = lead + 1;
        while (at + 2 < tokens.size() && tokens.get(at + 1).equals(".")) {
            at += 2;
        }
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String table(String name) {
        String known = tables.get(name);
        return known == null ? tables.get(name.toLowerCase(Locale.ROOT)) : known;
    }

    /** Sentences for people have such words too. */
    private static boolean isSql(List<String> tokens) {
        return tokens.stream().map(token -> token.toLowerCase(Locale.ROOT)).anyMatch(token -> Set.of(
                        "select", "insert", "delete", "update", "where")
                .contains(token));
    }
}
