package jp.kyufu.city;

/** 異動事由: why the register changed. */
enum Move {
    DIED,
    MOVED_OUT,
    STRUCK_OFF,
    MOVED_INSIDE;

    private final String word = Lexicon.of("leave." + name());

    String word() {
        return word;
    }

    boolean leaves() {
        return this != MOVED_INSIDE;
    }
}
