package jp.kyufu.shape;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Who may touch the database, the clock and the terminal. */
class ClassesTest {

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("jp.kyufu");

    private static final DescribedPredicate<JavaClass> JDBC =
            resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.postgresql..", "org.springframework.jdbc..");

    /** {@code bench} measures the server itself against its floor. */
    private static final DescribedPredicate<JavaClass> DATABASE_CODE =
            resideInAnyPackage("jp.kyufu.database..", "jp.kyufu.bench..")
                    .or(describe("stores", ClassesTest::isStore));

    /** What a stage is given at its making and hands on to its store, never asked for anything. */
    private static final DescribedPredicate<JavaClass> HANDED_ON =
            describe(
                    "DataSource, JdbcClient or JdbcTransactionManager",
                    type ->
                            type.isEquivalentTo(DataSource.class)
                                    || type.isEquivalentTo(JdbcClient.class)
                                    || type.isEquivalentTo(JdbcTransactionManager.class));

    /** What the database refused: words for the person are found where the act is. */
    private static final DescribedPredicate<JavaClass> REFUSED =
            describe(
                    "PSQLException and its message",
                    type ->
                            type.isEquivalentTo(PSQLException.class)
                                    || type.isEquivalentTo(ServerErrorMessage.class));

    @Test
    void onlyStoresSpeakToTheDatabase() {
        noClasses()
                .that(DescribedPredicate.not(DATABASE_CODE))
                .should()
                .dependOnClassesThat(JDBC.and(DescribedPredicate.not(HANDED_ON.or(REFUSED))))
                .check(MAIN);
    }

    @Test
    void whoIsGivenADataSourceOnlyHandsItToAStore() {
        DescribedPredicate<JavaAccess<?>> use =
                describe(
                        "uses what it should hand on",
                        access ->
                                HANDED_ON.test(access.getTargetOwner())
                                        && !access.getName().equals("<init>")
                                        && !access.getName().equals("create"));
        noClasses()
                .that(DescribedPredicate.not(DATABASE_CODE))
                .should()
                .accessTargetWhere(use)
                .check(MAIN);
    }

    /** Plays the other side of the counter, where there is no installation whose clock to ask. */
    private static final String OUTSIDE_OF_ANY_INSTALLATION = "jp.kyufu.cli.PlayBankCommand";

    @Test
    void nobodyAsksTheTimeButThroughAClock() {
        DescribedPredicate<JavaAccess<?>> timeOfTheMachine =
                describe("asks for the time of the machine", ClassesTest::asksMachineTime);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(OUTSIDE_OF_ANY_INSTALLATION)
                .should()
                .accessTargetWhere(timeOfTheMachine)
                .check(MAIN);
    }

    @Test
    void onlyTheDatabasePackageMakesAClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jp.kyufu.database")
                .should()
                .accessTargetWhere(
                        describe(
                                "makes a clock",
                                access ->
                                        access.getTargetOwner().isEquivalentTo(Clock.class)
                                                && Set.of(
                                                                "system",
                                                                "systemUTC",
                                                                "systemDefaultZone",
                                                                "tick")
                                                        .contains(access.getName())))
                .check(MAIN);
    }

    @Test
    void standardOutputBelongsToTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jp.kyufu.cli..")
                .should()
                .accessField(System.class, "out")
                .check(MAIN);
    }

    @Test
    void springInjectsIntoConstructorsOnly() {
        fields().should(
                        new ArchCondition<>("not be injected") {
                            @Override
                            public void check(JavaField field, ConditionEvents events) {
                                boolean injected =
                                        field.getAnnotations().stream()
                                                .map(a -> a.getRawType().getName())
                                                .anyMatch(INJECTING::contains);
                                events.add(
                                        new SimpleConditionEvent(
                                                field, !injected, field.getDescription()));
                            }
                        })
                .check(MAIN);
    }

    private static final Set<String> INJECTING =
            Set.of(
                    "org.springframework.beans.factory.annotation.Autowired",
                    "org.springframework.beans.factory.annotation.Value",
                    "jakarta.annotation.Resource",
                    "jakarta.inject.Inject");

    /** It stops the step: whoever catches it goes on with books that may be wrong. */
    @Test
    void aFailedCheckIsCaughtByNobody() {
        classes()
                .should(
                        new ArchCondition<>("not catch IllegalStateException") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                for (JavaCodeUnit unit : type.getCodeUnits()) {
                                    unit.getTryCatchBlocks().stream()
                                            .flatMap(block -> block.getCaughtThrowables().stream())
                                            .filter(t ->
                                                    t.isEquivalentTo(IllegalStateException.class))
                                            .forEach(t ->
                                                    events.add(
                                                            SimpleConditionEvent.violated(
                                                                    type, unit.getDescription())));
                                }
                            }
                        })
                .allowEmptyShould(true)
                .check(MAIN);
    }

    private static boolean isStore(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost.getSimpleName().endsWith("Store");
    }

    private static boolean asksMachineTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        boolean javaTime = owner.startsWith("java.time.") && access.getName().equals("now");
        boolean withClock =
                access.getTarget() instanceof AccessTarget.CodeUnitCallTarget target
                        && target.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(Clock.class));
        return (javaTime && !withClock)
                || (owner.equals("java.lang.System")
                        && access.getName().equals("currentTimeMillis"))
                || (owner.equals("java.util.Date") && access.getName().equals("<init>"));
    }
}
