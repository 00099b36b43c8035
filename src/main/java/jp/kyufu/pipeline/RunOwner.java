package jp.kyufu.pipeline;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.job.parameters.JobParameters;

/**
 * The process that runs a job, as the job log names it: so that the next process can tell a run
 * that is under way from one whose process was killed.
 *
 * @param host where it runs
 * @param process its number and when it began, as numbers are used again
 */
record RunOwner(String host, String process) {

    private static final String HOST = "host";
    private static final String PROCESS = "process";

    /** This process. */
    static RunOwner self() {
        ProcessHandle self = ProcessHandle.current();
        return new RunOwner(hostName(), self.pid() + " " + began(self).orElse(""));
    }

    /** What is kept with a run. */
    Map<String, String> parameters() {
        return Map.of(HOST, host, PROCESS, process);
    }

    /** Whether a run was begun on this machine by a process that is gone. */
    boolean outlived(JobParameters of) {
        String ofHost = of.getString(HOST);
        String ofProcess = of.getString(PROCESS);
        if (ofProcess == null || !host.equals(ofHost)) {
            return false;
        }
        String[] words = ofProcess.split(" ", -1);
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(alive -> began(alive).orElse("").equals(words[1]))
                .isEmpty();
    }

    private static Optional<String> began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
