package jp.kyufu.cli;

import java.util.List;
import jp.kyufu.dispatch.Alarm;
import jp.kyufu.dispatch.Alarms;
import picocli.CommandLine.Command;

/** {@code kyufu alarms}: what somebody must do before the bank's cut-off; exits with 1 if any. */
@Command(name = "alarms")
final class AlarmsCommand extends SessionCommand {

    private static final int MINUTES_OF_HOUR = 60;

    @Override
    int run(Session session) {
        List<Alarm> alarms = session.get(Alarms.class).of(session.program());
        if (session.json()) {
            session.json(alarms);
        } else if (alarms.isEmpty()) {
            session.say("alarms.none");
        } else {
            print(session, alarms);
        }
        return alarms.isEmpty() ? 0 : Cli.REFUSED;
    }

    static void print(Session session, List<Alarm> alarms) {
        for (Alarm alarm : alarms) {
            session.say(
                    "alarms." + alarm.kind(),
                    alarm.file().fileNo(),
                    alarm.file().name(),
                    alarm.file().state());
            alarm.deadline()
                    .ifPresent(until ->
                            session.say(
                                    alarm.late() ? "alarms.late" : "alarms.left",
                                    Alarms.written(until),
                                    time(alarm.minutesLeft().orElseThrow()),
                                    alarm.file().fileNo()));
        }
    }

    /** Hours and minutes, such as 3:05. */
    private static String time(long minutes) {
        long abs = Math.abs(minutes);
        return "%d:%02d".formatted(abs / MINUTES_OF_HOUR, abs % MINUTES_OF_HOUR);
    }
}
