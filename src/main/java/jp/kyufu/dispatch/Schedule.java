package jp.kyufu.dispatch;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.program.PayDates;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import jp.kyufu.value.Check;
import jp.kyufu.value.Refusal;
import org.springframework.stereotype.Component;

/**
 * Whether a file can still be paid on its day: business days, cut-off and horizon of the bank,
 * asked again at every step, for time passes between them (彦根 2025, 川崎 2020).
 */
@Component
final class Schedule {

    private final Programs programs;
    private final Clock clock;

    Schedule(Programs programs, Clock clock) {
        this.programs = programs;
        this.clock = clock;
    }

    /** Refuses the first file that its bank would not pay on its day any more. */
    void mustHold(Collection<DispatchFile> files) {
        Map<Short, Program> known = programs();
        for (DispatchFile file : files) {
            file.payDate()
                    .ifPresent(day -> {
                        try {
                            PayDates.check(
                                    day,
                                    now(),
                                    Check.present(known.get(file.program())).bankProfile());
                        } catch (Refusal refusal) {
                            throw new Refusal(
                                    List.of(refusal), "dispatch.infeasible", file.fileNo(), day);
                        }
                    });
        }
    }

    /** Until when the bank takes a file, Asia/Tokyo; empty on the point rail. */
    Optional<LocalDateTime> cutOff(DispatchFile file) {
        return file.payDate()
                .map(day ->
                        PayDates.cutOff(
                                day, Check.present(programs().get(file.program())).bankProfile()));
    }

    /** Until when a file must be handed over to be paid on its day; empty on the point rail. */
    Optional<LocalDateTime> lastHandOver(DispatchFile file) {
        return file.payDate()
                .map(day ->
                        PayDates.lastHandOver(
                                day, Check.present(programs().get(file.program())).bankProfile()));
    }

    /** Every program by its key. */
    Map<Short, Program> programs() {
        Map<Short, Program> known = new HashMap<>();
        programs.all().forEach(program -> known.put(program.id(), program));
        return known;
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
