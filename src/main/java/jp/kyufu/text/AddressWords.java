package jp.kyufu.text;

/** Words of an address that are no part of any name: 大字, 小字, 字. */
final class AddressWords {

    private AddressWords() {}

    /** Whether 大字, 小字 or 字 stands here, which people leave out; 文字 is part of a name. */
    static boolean isSectionWord(String text, int at) {
        char c = text.charAt(at);
        if (c == '字') {
            return at == 0 || text.charAt(at - 1) != '文';
        }
        return (c == '大' || c == '小') && at + 1 < text.length() && text.charAt(at + 1) == '字';
    }

    /** Where the word that {@link #isSectionWord} found ends. */
    static int sectionWordEnd(String text, int at) {
        return text.charAt(at) == '字' ? at + 1 : at + 2;
    }

    /** The name without such words and without spaces. */
    static String withoutSectionWords(String name) {
        StringBuilder kept = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); ) {
            if (isSectionWord(name, i)) {
                i = sectionWordEnd(name, i);
            } else {
                if (name.charAt(i) != ' ') {
                    kept.append(name.charAt(i));
                }
                i++;
            }
        }
        return kept.toString();
    }

    /**
     * Where 字 or 小字 parts the smaller section from its town: 上恩方町字醍醐. -1 if nothing does; 大字 and a
     * word at the very front part nothing.
     */
    static int sectionStart(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isSectionWord(text, i)) {
                if (i > from && text.charAt(i) != '大') {
                    return i;
                }
                i = sectionWordEnd(text, i) - 1;
            }
        }
        return -1;
    }
}
