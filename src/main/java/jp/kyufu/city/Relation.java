package jp.kyufu.city;

/** 続柄: what a resident is to the head. */
enum Relation {
    HEAD,
    WIFE,
    HUSBAND,
    CHILD,
    FATHER,
    MOTHER,
    LODGER;

    private final String word = Lexicon.of("relation." + name());

    String word() {
        return word;
    }
}
