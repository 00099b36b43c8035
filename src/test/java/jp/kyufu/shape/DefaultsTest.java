package jp.kyufu.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;
import jp.kyufu.program.ProgramFile;
import jp.kyufu.program.ProgramTerms;
import jp.kyufu.program.ProgramTerms.Amounts;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.BankProfile.Terminator;
import jp.kyufu.value.Rail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * What holds where nobody says anything. A changed default is a changed program: decide it here.
 */
class DefaultsTest {

    private static final String SHORTEST =
            """
            code: relief
            name: Relief
            reference_date: 2026-01-01
            window: {from: 2026-03-16, to: 2026-07-31}
            rates: {cash: 5000}
            budget: [{source: state, cash: 1000000}]
            consignor: {code: "0123456789", name: ABC, bank: "0001", branch: "001", type: 2, \
            account: "0012345"}
            """;

    private static final BankProfile USUAL =
            new BankProfile(Terminator.CRLF, "0000", "().-", 9_999, LocalTime.NOON, 1, 15, 5);

    @TempDir private Path directory;

    /** Prefix and every member of every record of settings, those that come later too. */
    @Test
    void everySettingHasItsPinnedDefault() throws ClassNotFoundException {
        Map<String, String> found = new TreeMap<>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var bean : scanner.findCandidateComponents("jp.kyufu")) {
            Class<?> type = Class.forName(bean.getBeanClassName());
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            found.put(prefix, new Binder().bindOrCreate(prefix, Bindable.of(type)).toString());
        }
        assertThat(found)
                .isEqualTo(
                        Map.of(
                                "kyufu",
                                "InstallationSettings[data=.kyufu, keys=null, training=false,"
                                        + " today=null, time=09:00]",
                                "kyufu.inquiry",
                                "InquirySettings[decisionDays=10, paymentDays=10, casesPerHour=60]",
                                "kyufu.limits",
                                "Limits[fileSize=4294967296B, answerSize=536870912B,"
                                        + " rowSize=65536B, columns=200, fieldLength=4000,"
                                        + " rowsPerTransaction=10000]",
                                "kyufu.matching",
                                "MatchingSettings[model=null]",
                                "kyufu.openpgp",
                                "OpenPgpSettings[recipients={}, signer=null, passphrase=null]"));
    }

    @Test
    void aProgramFileThatLeavesOutAllItMayHasItsPinnedTerms() throws Exception {
        ProgramTerms terms = read(SHORTEST);
        assertThat(terms.bankProfile()).isEqualTo(USUAL);
        assertThat(terms.rates()).isEqualTo(new Amounts(5_000, 0));
        assertThat(terms.cap(Rail.CASH)).isEqualTo(Amounts.UNLIMITED);
        assertThat(terms.cap(Rail.POINTS)).isEqualTo(Amounts.UNLIMITED);
        assertThat(terms.budget(Rail.POINTS)).isZero();
        assertThat(terms.points()).isEmpty();
        assertThat(terms.today()).isEmpty();
    }

    @Test
    void eachMemberOfABankProfileMayBeLeftOutAlone() throws Exception {
        assertThat(read(SHORTEST + "bank_profile: {return_days: 9}\n").bankProfile())
                .isEqualTo(
                        new BankProfile(
                                Terminator.CRLF, "0000", "().-", 9_999, LocalTime.NOON, 1, 15, 9));
        assertThat(read(SHORTEST + "bank_profile: {terminator: CRLF}\n").bankProfile())
                .isEqualTo(USUAL);
    }

    private ProgramTerms read(String text) throws Exception {
        return ProgramFile.read(Files.writeString(directory.resolve("program.yaml"), text));
    }
}
