package jp.kyufu.books;

/** Values that a column does not have. */
final class AnotherValue {

    private AnotherValue() {}

    /** Another value of a column's type. */
    static String of(String name, String type) {
        return switch (type) {
            case "smallint", "integer", "bigint" -> "coalesce(" + name + ", 0) + 1";
            case "date" -> "coalesce(" + name + ", '2026-01-01') + 1";
            case "bytea" -> "sha256(coalesce(" + name + ", '\\x00'))";
            case "timestamp with time zone", "timestamp without time zone" ->
                    "coalesce(" + name + ", now()) + interval '1 s'";
            case "text[]" -> name + " || 'y'";
            case "jsonb" -> name + " || '{\"y\": 1}'";
            case "digits", "text" -> "coalesce(" + name + ", '') || '1'";
            case "boolean" -> "NOT " + name;
            default ->
                    "(SELECT max(v) FROM unnest(enum_range(NULL::"
                            + type
                            + ")) v WHERE v <> "
                            + name
                            + ")";
        };
    }
}
