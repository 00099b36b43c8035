package jp.kyufu.value;

/**
 * A file that is refused whole, with the place, what was found there and what is expected.
 *
 * <p>The arguments of the message are file, line, column (a header name or empty), found, expected,
 * in this order.
 */
public final class FileRefusal extends Refusal {

    private final String location;

    public FileRefusal(
            String key, String file, long line, String column, String found, String expected) {
        super(key, file, line, column, found, expected);
        this.location = file + ":" + line + (column.isEmpty() ? "" : ":" + column);
    }

    @Override
    public String location() {
        return location;
    }
}
