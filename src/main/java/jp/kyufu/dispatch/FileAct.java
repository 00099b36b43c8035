package jp.kyufu.dispatch;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyufu.access.Person;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Role;

/**
 * What people do with a file, and whether it can be done now by somebody: what a page offers. The
 * functions behind the acts and the database ask again and alone decide.
 */
public enum FileAct {
    SUBMIT,
    APPROVE,
    REJECT,
    WITHDRAW,
    RELEASE,
    DOWNLOAD,
    ACCEPTED,
    SENT,
    RESEND_REQUEST,
    RESEND,
    UNKNOWN,
    CANCEL_REQUEST,
    /** The three ways out of a doubt. */
    EVIDENCE,
    STOP_ADD,
    /** The bank's answer to a stop, and the list that asks for it. */
    STOP_ANSWER;

    /**
     * The acts open to a person.
     *
     * @param decided whether the person decided about a payment in the file
     * @param now Asia/Tokyo
     */
    public static Set<FileAct> open(
            FileStory story, Person person, boolean decided, LocalDateTime now) {
        return Arrays.stream(values())
                .filter(act -> act.isOpen(story, person, decided, now))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FileAct.class)));
    }

    /**
     * Whether a person may take this step towards bank or provider with a file, as far as its
     * figures alone tell; false for every act that is no step.
     */
    public boolean mayStep(DispatchFile file, Person person, boolean decided) {
        boolean third =
                !decided
                        && !file.isMaker(person.id())
                        && file.approvedBy().filter(person.id()::equals).isEmpty();
        return switch (this) {
            case SUBMIT -> person.roles().contains(Role.OFFICE) && file.state() == FileState.DRAFT;
            case APPROVE ->
                    person.roles().contains(Role.APPROVER)
                            && file.state() == FileState.SUBMITTED
                            && third;
            case RELEASE ->
                    person.roles().contains(Role.FINANCE)
                            && file.state() == FileState.APPROVED
                            && third;
            case DOWNLOAD ->
                    person.roles().contains(Role.FINANCE) && file.state() == FileState.RELEASED;
            case REJECT,
                    WITHDRAW,
                    ACCEPTED,
                    SENT,
                    RESEND_REQUEST,
                    RESEND,
                    UNKNOWN,
                    CANCEL_REQUEST,
                    EVIDENCE,
                    STOP_ADD,
                    STOP_ANSWER ->
                    false;
        };
    }

    private boolean isOpen(FileStory story, Person person, boolean decided, LocalDateTime now) {
        DispatchFile file = story.file();
        FileState state = file.state();
        boolean finance = person.roles().contains(Role.FINANCE);
        boolean office = person.roles().contains(Role.OFFICE);
        boolean approver = person.roles().contains(Role.APPROVER);
        boolean before =
                state == FileState.DRAFT
                        || state == FileState.SUBMITTED
                        || state == FileState.APPROVED;
        boolean out =
                state == FileState.RELEASED
                        || state == FileState.ACCEPTED
                        || state == FileState.SETTLED;
        return switch (this) {
            case SUBMIT, APPROVE, RELEASE -> mayStep(file, person, decided);
            case REJECT -> approver && before;
            case WITHDRAW -> before && (office || approver || finance);
            case DOWNLOAD -> mayStep(file, person, decided) && mayCopy(story);
            case ACCEPTED, UNKNOWN, CANCEL_REQUEST -> finance && state == FileState.RELEASED;
            case SENT -> finance && out && sent(story) <= resent(story);
            case RESEND_REQUEST ->
                    (office || approver || finance)
                            && out
                            && !story.sendings().isEmpty()
                            && story.asked().isEmpty();
            case RESEND ->
                    finance
                            && out
                            && story.asked()
                                    .filter(asked -> !asked.person().equals(person.id()))
                                    .isPresent();
            case EVIDENCE ->
                    finance && (state == FileState.UNKNOWN || state == FileState.CANCEL_REQUESTED);
            case STOP_ADD ->
                    (office || finance)
                            && file.rail() == Rail.CASH
                            && (state == FileState.RELEASED || state == FileState.ACCEPTED)
                            && story.cutOff().filter(until -> !now.isAfter(until)).isPresent();
            case STOP_ANSWER -> finance && !story.openStops().isEmpty();
        };
    }

    /** One copy more than the release, while nothing says that the bank has the bytes. */
    private static boolean mayCopy(FileStory story) {
        return sent(story) + resent(story) == 0
                && story.doubts().isEmpty()
                && story.sendings().stream().filter(Sending::done).count() <= 1;
    }

    private static long sent(FileStory story) {
        return count(story, Sending.Kind.SENT);
    }

    private static long resent(FileStory story) {
        return count(story, Sending.Kind.RESEND);
    }

    private static long count(FileStory story, Sending.Kind kind) {
        return story.sendings().stream().filter(sending -> sending.kind() == kind).count();
    }
}
