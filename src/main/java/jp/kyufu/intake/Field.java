package jp.kyufu.intake;

/** The facts an application can carry, whatever the layout calls them (file contract §2, §3). */
public enum Field {
    RECEIPT_NO,
    RECEIVED,
    PRINTED_NO,
    NAME,
    KANA,
    BIRTH_DATE,
    POSTAL_CODE,
    ADDRESS,
    PHONE,
    EMAIL,
    MEMBER_COUNT,
    DECLINERS,
    RAIL,
    WALLET,
    BANK,
    BRANCH,
    DEPOSIT_TYPE,
    ACCOUNT_NO,
    HOLDER,
    YUCHO_SYMBOL,
    YUCHO_NUMBER,
    IDENTITY_DOCUMENT,
    ACCOUNT_DOCUMENT,
    PROXY_NAME,
    PROXY_KANA,
    PROXY_RELATION,
    MEMO
}
