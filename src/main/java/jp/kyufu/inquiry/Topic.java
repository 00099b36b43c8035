package jp.kyufu.inquiry;

/** What a call was about: table {@code contact} knows no other. */
public enum Topic {
    STATUS,
    PAY_DATE,
    HOW_TO_APPLY,
    DOCUMENTS,
    ACCOUNT,
    COMPLAINT,
    OTHER
}
