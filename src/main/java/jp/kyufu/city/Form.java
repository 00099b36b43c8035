package jp.kyufu.city;

import java.util.EnumSet;
import java.util.Set;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * One application as somebody wrote it, and beside it what is true about it. Texts are final: what
 * stands here stands in the file.
 */
final class Form {

    /** What is wrong with the row itself. */
    enum Spoil {
        NONE,
        COLUMN_COUNT,
        DATE,
        CONTROL_CHARACTER,
        RECEIPT_EMPTY,
        BYTES
    }

    /** A second row under the same receipt number. */
    enum Echo {
        NONE,
        SAME,
        DIFFERENT
    }

    final Channel channel;

    /** Seconds since 1970 in the city's local time. */
    final long arrival;

    String number = "";
    String name = "";
    String kana = "";
    String birth = "";
    String postal = "";
    String address = "";
    String phone = "";
    String mail = "";
    String count = "";
    String decliners = "";
    String rail = "";
    String wallet = "";
    String bank = "";
    String branch = "";
    String type = "";
    String account = "";
    String holder = "";
    String symbol = "";
    String serial = "";
    String identityCopy = Lexicon.of("present");
    String accountCopy = "";
    String proxyName = "";
    String proxyKana = "";
    String proxyRelation = "";
    Spoil spoil = Spoil.NONE;
    Echo echo = Echo.NONE;

    /** Who applies in truth; null for somebody who is not in the register. */
    @Nullable Person person;

    @Nullable Rail chosen;

    /** Members whose shares this application asks for. */
    int payees;

    /** For a protected member's own shares: a claim apart from the household's. */
    boolean guardedClaim;

    final Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);

    Form(Channel channel, long arrival) {
        this.channel = channel;
        this.arrival = arrival;
    }

    /** The money goes to this account. A ゆうちょ account is written by 記号 and 番号 alone. */
    void pay(Account written, String holderText) {
        chosen = Rail.CASH;
        rail = channel.word(Rail.CASH);
        wallet = "";
        bank = written.yucho() ? "" : written.bank();
        branch = written.yucho() ? "" : written.branch();
        type = written.yucho() ? "" : channel.word(written.type());
        account = written.yucho() ? "" : written.number();
        symbol = written.symbol();
        serial = written.serial();
        holder = holderText;
        accountCopy = Lexicon.of("present");
    }

    void grantPoints(String walletId) {
        chosen = Rail.POINTS;
        rail = channel.word(Rail.POINTS);
        wallet = walletId;
        bank = "";
        branch = "";
        type = "";
        account = "";
        symbol = "";
        serial = "";
        holder = "";
        accountCopy = "";
    }

    /** Like {@link #pay}, and a ゆうちょ account stands there in transfer form as well. */
    void payInBankForm(Account written, String holderText) {
        pay(written, holderText);
        bank = written.bank();
        branch = written.branch();
        type = channel.word(written.type());
        account = written.number();
    }

    void proxy(String nameText, String kanaText, String relation) {
        proxyName = nameText;
        proxyKana = kanaText;
        proxyRelation = relation;
    }
}
