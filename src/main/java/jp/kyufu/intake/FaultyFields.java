package jp.kyufu.intake;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import jp.kyufu.value.ReasonCode;

/** Which fields of a form a defect is about: where to look first when it is corrected. */
public final class FaultyFields {

    private static final Set<Field> ACCOUNT =
            EnumSet.of(
                    Field.BANK,
                    Field.BRANCH,
                    Field.DEPOSIT_TYPE,
                    Field.ACCOUNT_NO,
                    Field.HOLDER,
                    Field.YUCHO_SYMBOL,
                    Field.YUCHO_NUMBER);

    private static final Map<ReasonCode, Set<Field>> OF =
            Map.ofEntries(
                    entry(
                            ReasonCode.PROXY_INCOMPLETE,
                            EnumSet.of(Field.PROXY_NAME, Field.PROXY_KANA, Field.PROXY_RELATION)),
                    entry(ReasonCode.BANK_UNKNOWN, EnumSet.of(Field.BANK, Field.BRANCH)),
                    entry(ReasonCode.BRANCH_UNKNOWN, EnumSet.of(Field.BANK, Field.BRANCH)),
                    entry(ReasonCode.ACCOUNT_MISSING, ACCOUNT),
                    entry(ReasonCode.ACCOUNT_NUMBER_FORMAT, EnumSet.of(Field.ACCOUNT_NO)),
                    entry(ReasonCode.ACCOUNT_TYPE_UNKNOWN, EnumSet.of(Field.DEPOSIT_TYPE)),
                    entry(ReasonCode.ACCOUNT_AMBIGUOUS, ACCOUNT),
                    entry(
                            ReasonCode.YUCHO_INVALID,
                            EnumSet.of(Field.YUCHO_SYMBOL, Field.YUCHO_NUMBER)),
                    entry(ReasonCode.HOLDER_MISMATCH, EnumSet.of(Field.HOLDER)),
                    entry(ReasonCode.HOLDER_CHARACTERS, EnumSet.of(Field.HOLDER)),
                    entry(ReasonCode.RAIL_MISSING, EnumSet.of(Field.RAIL)),
                    entry(ReasonCode.WALLET_INVALID, EnumSet.of(Field.WALLET)),
                    entry(
                            ReasonCode.IDENTITY_DOCUMENT_MISSING,
                            EnumSet.of(Field.IDENTITY_DOCUMENT)),
                    entry(ReasonCode.ACCOUNT_DOCUMENT_MISSING, EnumSet.of(Field.ACCOUNT_DOCUMENT)));

    private FaultyFields() {}

    /** The fields behind some codes; none for codes that are no defects of a form. */
    public static Set<Field> of(Collection<ReasonCode> codes) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        codes.forEach(code -> fields.addAll(OF.getOrDefault(code, Set.of())));
        return fields;
    }
}
