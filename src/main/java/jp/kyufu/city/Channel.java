package jp.kyufu.city;

import java.util.List;
import java.util.random.RandomGenerator;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.Rail;

/** The two ways an application arrives, and the words its layout uses for the same facts. */
enum Channel {
    ONLINE("online", 'W'),
    PAPER("paper", 'P');

    private final String key;
    private final char letter;

    Channel(String key, char letter) {
        this.key = key;
        this.letter = letter;
    }

    /** The receipt number of the n-th application of the channel, from 1. */
    String receipt(int n) {
        String digits = Integer.toString(n);
        return letter + "0".repeat(10 - digits.length()) + digits;
    }

    String word(Rail rail) {
        return Lexicon.of(key + "." + rail);
    }

    String word(DepositType type) {
        return Lexicon.of(key + ".type." + type);
    }

    String wrongType() {
        return Lexicon.of(key + ".type.wrong");
    }

    List<String> header() {
        return Lexicon.list("header." + key);
    }

    Channel other() {
        return this == ONLINE ? PAPER : ONLINE;
    }

    static Channel draw(RandomGenerator random) {
        return random.nextInt(100) < 40 ? ONLINE : PAPER;
    }
}
