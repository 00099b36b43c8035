package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.inquiry.Case;
import jp.kyufu.inquiry.CaseKey;
import jp.kyufu.inquiry.Cases;
import jp.kyufu.inquiry.Comparison;
import jp.kyufu.inquiry.Comparison.Agreement;
import jp.kyufu.inquiry.Hit;
import jp.kyufu.inquiry.Relation;
import jp.kyufu.inquiry.Reveal;
import jp.kyufu.inquiry.Search;
import jp.kyufu.inquiry.Situation;
import jp.kyufu.inquiry.Topic;
import jp.kyufu.value.PrintedNumber;
import jp.kyufu.value.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A village at the telephone. The wife of household 5 is protected, lives elsewhere and has applied
 * herself; household 9 has not applied, an applicant of nobody's name has.
 */
class CallCenterTest {

    private static final String AGENT = "CALLCENTER";
    private static final String HER = Village.resident(5, 1);
    private static final String HERS = "W0000000105";
    private static final String STRANGER = "W0000000200";
    private static final CaseKey FIRST = new CaseKey.OfHousehold(Village.household(1));

    @TempDir static Path directory;
    private static Village village;
    private static Search search;
    private static Cases cases;

    @BeforeAll
    static void pay() {
        village = new Village(directory, 9, 9_999, false);
        village.guarded.add(HER);
        village.register(LocalDate.of(2026, 3, 1), Map.of());
        List<Map<String, String>> all = new ArrayList<>();
        for (int h = 1; h <= 8; h++) {
            Map<String, String> one =
                    Village.application(h, "W%010d".formatted(h), "2026-04-01 09:00:00");
            one.put("電話番号", "090-1234-567" + h);
            all.add(one);
        }
        all.get(2).put("本人確認書類", "無");
        Map<String, String> hers = Village.application(5, HERS, "2026-04-02 10:00:00");
        hers.put("申請者氏名", Village.surname(5) + " 花1");
        hers.put("申請者氏名カナ", Village.kana(5, 1));
        hers.put("申請者生年月日", Village.birthday(5, 1).toString());
        hers.put("住所", Village.HIDDEN);
        hers.put("電話番号", "080-9999-0000");
        hers.put("口座番号", "7654321");
        hers.put("口座名義カナ", Village.kana(5, 1));
        all.add(hers);
        Map<String, String> stranger = Village.application(1, STRANGER, "2026-04-03 10:00:00");
        stranger.put("申請書番号", "");
        stranger.put("申請者氏名", "渡辺 謎子");
        stranger.put("申請者氏名カナ", "ワタナベ ナゾコ");
        stranger.put("申請者生年月日", "1931-02-03");
        all.add(stranger);
        village.apply(all);
        village.assess();
        List<Integer> files = village.build();
        FileActs acts = village.get(FileActs.class);
        acts.submit(files, "OFFICE");
        acts.approve(files, "APPROVER");
        acts.release(files, directory.resolve("files"), "FINANCE");
        search = village.get(Search.class);
        cases = village.get(Cases.class);
        search.warmUp();
    }

    @AfterAll
    static void leave() {
        try {
            village.verify();
        } finally {
            village.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W0000000001",
                "ｗ００００００００01",
                "鈴木二郎",
                "鈴木　二郎",
                "二郎 鈴木",
                "二郎鈴木",
                "すずき じろう",
                "ｽｽﾞｷｼﾞﾛｳ",
                "ジロウ　スズキ",
                "鈴木 S25.1.2",
                "すずき 1950/1/2",
                "１９５０年１月２日",
                "昭和25年 1月 2日 すずき",
                "090-1234-5671",
                "０９０１２３４５６７１",
                "090 1234 5671 鈴木",
                "鈴木 1-1-1 桑都市",
                "すずき 一丁目１番１号 1950/1/2",
                "鈴木 1950/1/2 聞き違い町"
            })
    void aCallerIsFoundHoweverItIsTyped(String text) {
        assertThat(search(text)).extracting(Hit::key).as(text).startsWith(FIRST);
    }

    @Test
    void aPrintedNumberFindsItsHouseholdWithAndWithoutHyphen() {
        String printed = PrintedNumber.ofHousehold(Village.household(1)).digits();
        String hyphenated = printed.substring(0, 10) + "-" + printed.substring(10);
        for (String text : List.of(printed, hyphenated)) {
            assertThat(search(text)).extracting(Hit::key).containsExactly(FIRST);
        }
    }

    @Test
    void variantsOfKanjiAndHalfWidthKanaFindTheSame() {
        List<Hit> plain = search("高橋");
        assertThat(plain).hasSize(2);
        assertThat(search("髙橋")).isEqualTo(plain);
        assertThat(search("ﾀｶﾊｼ")).containsExactlyInAnyOrderElementsOf(plain);
    }

    @Test
    void aHitIsMaskedAndSaysWhereTheCaseStands() {
        assertThat(search("鈴木二郎").getFirst())
                .isEqualTo(
                        new Hit(
                                FIRST,
                                "鈴木　二郎",
                                "スズキ　ジロウ",
                                LocalDate.of(1950, 1, 1),
                                "",
                                Situation.SENT));
    }

    @Test
    void anApplicantOfNobodysNameIsFoundToo() {
        assertThat(search("わたなべ")).hasSize(1);
        assertThat(search("渡辺 1931/2/3").getFirst())
                .satisfies(hit -> assertThat(hit.key()).isInstanceOf(CaseKey.OfApplication.class))
                .satisfies(hit -> assertThat(hit.name()).isEqualTo("渡辺 謎子"))
                .satisfies(hit -> assertThat(hit.situation()).isEqualTo(Situation.SEARCHING));
    }

    @Test
    void whoHasNotAppliedIsToldUntilWhen() {
        Case nine = open(new CaseKey.OfHousehold(Village.household(9)));
        assertThat(nine.situation()).isEqualTo(Situation.NOT_APPLIED);
        assertThat(nine.say().getFirst().args()).contains(LocalDate.of(2026, 12, 30));
        assertThat(nine.applications()).isEmpty();
    }

    @Test
    void hamamatsu2019NobodyOfAProtectedPersonsHouseholdIsFoundByWhatOthersKnow() {
        for (String text :
                List.of(
                        Village.surname(5) + "花1",
                        Village.kana(5, 1),
                        Village.birthday(5, 1).toString(),
                        "080-9999-0000",
                        "秘匿町",
                        "秘匿町7-9-9",
                        Village.surname(5) + Village.given(5),
                        Village.birthday(5, 0).toString(),
                        "090-1234-5675")) {
            assertThat(search(text))
                    .as(text)
                    .noneMatch(hit ->
                            hit.key().text().contains(Village.household(5))
                                    || hit.name().contains("花1"));
        }
    }

    @Test
    void hamamatsu2019HersIsForTheOfficeAndTheHeadsTellsNothingOfHer() {
        Hit hers = search(HERS).getFirst();
        assertThat(hers.situation()).isEqualTo(Situation.OFFICE);
        assertThat(hers.name()).isEmpty();
        Case told = open(hers.key());
        assertThat(JsonMapper.shared().writeValueAsString(told))
                .contains(HERS)
                .doesNotContain(
                        "秘匿", "5000", "321", HER, Village.household(5), "SENT", "DECIDED", "花1");
        Case heads = open(search("W0000000005").getFirst().key());
        assertThat(heads.applications()).hasSize(1);
        assertThat(heads.situation()).isEqualTo(Situation.SENT);
        assertThat(JsonMapper.shared().writeValueAsString(heads))
                .doesNotContain(HERS, HER, "秘匿", "花1", "RESERVED");
        refused("inquiry.officeAnswers", () -> reveal(hers.key(), "look"));
        long headsId = heads.applications().getFirst().id();
        refused(
                "inquiry.officeAnswers",
                () -> cases.reveal(village.program, AGENT, headsId, Reveal.ADDRESS, "to write to"));
        refused(
                "inquiry.officeAnswers",
                () ->
                        cases.compare(
                                village.program,
                                AGENT,
                                hers.key(),
                                new Comparison.Said("", Village.HIDDEN, "")));
    }

    @Test
    void aDefectIsASentenceToSay() {
        Case three = open(new CaseKey.OfHousehold(Village.household(3)));
        assertThat(three.situation()).isEqualTo(Situation.MISSING);
        assertThat(three.applications().getFirst().missing())
                .extracting(sentence -> sentence.key())
                .contains("inquiry.missing.IDENTITY_DOCUMENT_MISSING");
    }

    @Test
    void theCaseTellsDayAmountAndTheLastThreeDigitsAndNoMore() {
        Case.Application one = open(FIRST).applications().getFirst();
        assertThat(one.situation()).isEqualTo(Situation.SENT);
        assertThat(one.last3()).isEqualTo("001");
        assertThat(one.amount()).isEqualTo(10_000);
        assertThat(one.expected()).isNotNull();
        assertThat(one.expected().certainty()).isEqualTo(Case.Certainty.FIXED);
        assertThat(one.timeline()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(JsonMapper.shared().writeValueAsString(open(FIRST)))
                .doesNotContain(Village.account(1), "1234", "一丁目", "FINANCE", "APPROVER");
    }

    @Test
    void whatTheCallerSaysIsComparedWithoutShowingIt() {
        assertThat(compare("昭和25年1月2日", "東京都桑都市一丁目1番１号 2026-03-01", "０９０ 1234 5671"))
                .isEqualTo(new Comparison(Agreement.EQUAL, Agreement.EQUAL, Agreement.EQUAL));
        assertThat(compare("1950/1/3", "桑都市二丁目1-1", "090-0000-0000"))
                .isEqualTo(
                        new Comparison(
                                Agreement.DIFFERENT, Agreement.DIFFERENT, Agreement.DIFFERENT));
        assertThat(compare("", "東京都桑都市1-1", "なし"))
                .isEqualTo(
                        new Comparison(Agreement.NOT_ASKED, Agreement.PARTLY, Agreement.UNKNOWN));
    }

    @Test
    void aFieldInFullNeedsAReasonAndIsRecordedAsIsEachCaseThatIsOpened() {
        long id = open(FIRST).applications().getFirst().id();
        assertThat(cases.reveal(village.program, AGENT, id, Reveal.PHONE, "to call back"))
                .isEqualTo("090-1234-5671");
        assertThat(cases.reveal(village.program, AGENT, id, Reveal.ADDRESS, "to send the form"))
                .contains("一丁目1番");
        refused(
                "inquiry.revealReason",
                () -> cases.reveal(village.program, AGENT, id, Reveal.PHONE, " "));
        assertThat(events("call.reveal"))
                .contains("case a" + id + " to call back", "case a" + id + " to send the form");
        assertThat(events("call.view")).contains("case h" + Village.household(1) + " ");
    }

    @Test
    void aNoteOfTheCallStandsInTheCaseAndNowhereInTheClear() {
        CaseKey two = new CaseKey.OfHousehold(Village.household(2));
        cases.note(
                village.program, AGENT, two, Relation.PROXY, Topic.PAY_DATE, "いつ振り込まれるか", "日付を伝えた");
        assertThat(open(two).contacts())
                .singleElement()
                .satisfies(note -> assertThat(note.asked()).isEqualTo("いつ振り込まれるか"))
                .satisfies(note -> assertThat(note.said()).isEqualTo("日付を伝えた"))
                .satisfies(note -> assertThat(note.person()).isEqualTo(AGENT));
        refused("inquiry.noteEmpty", () -> note(two, " "));
        refused("inquiry.noteTooLong", () -> note(two, "x".repeat(2_001)));
        CaseKey hers = search(HERS).getFirst().key();
        note(hers, "she rang");
        assertThat(open(hers).contacts()).isEmpty();
    }

    @Test
    void othersThanCallCenterAndOfficeAreRefused() {
        for (String other : List.of("FINANCE", "APPROVER", "AUDITOR", "ADMIN", "PROTECTED")) {
            refused("access.lacksRole", () -> search.search(village.program, other, "鈴木"));
            refused("access.lacksRole", () -> cases.open(village.program, other, FIRST));
        }
        refused("inquiry.tooLong", () -> search("x".repeat(201)));
        refused("inquiry.noCase", () -> open(new CaseKey.OfHousehold("99")));
        assertThat(search(" ")).isEmpty();
        assertThat(search("*")).isEmpty();
    }

    @Test
    void aNewerRegisterIsNeverAnsweredFromAnOlderIndex() {
        try (Village other = new Village(directory.resolve("."), 3, 9_999)) {
            Search its = other.get(Search.class);
            its.warmUp();
            assertThat(its.search(other.program, AGENT, "鈴木二郎").hits()).hasSize(1);
            other.guarded.add(Village.resident(1, 1));
            other.register(LocalDate.of(2026, 5, 1), Map.of());
            Search.Results at = its.search(other.program, AGENT, "鈴木二郎");
            assertThat(at.hits()).isEmpty();
            assertThat(at.scope()).isEqualTo(Search.Scope.RECEIPT_NUMBERS);
            its.warmUp();
            Search.Results after = its.search(other.program, AGENT, "鈴木二郎");
            assertThat(after.hits()).isEmpty();
            assertThat(after.scope()).isEqualTo(Search.Scope.ALL);
        }
    }

    private static List<Hit> search(String text) {
        return search.search(village.program, AGENT, text).hits();
    }

    private static Case open(CaseKey key) {
        return cases.open(village.program, AGENT, key);
    }

    private static String reveal(CaseKey key, String reason) {
        long id = Long.parseLong(key.text().substring(1));
        return cases.reveal(village.program, AGENT, id, Reveal.PHONE, reason);
    }

    private static Comparison compare(String birth, String address, String phone) {
        return cases.compare(
                village.program, AGENT, FIRST, new Comparison.Said(birth, address, phone));
    }

    private static void note(CaseKey key, String asked) {
        cases.note(village.program, AGENT, key, Relation.HEAD, Topic.STATUS, asked, "");
    }

    private static List<String> events(String act) {
        return village.jdbc()
                .sql(
                        "SELECT object || ' ' || coalesce(detail ->> 'reason', '') FROM audit_event"
                                + " WHERE act = ? AND person = 'CALLCENTER'")
                .param(act)
                .query(String.class)
                .list();
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
