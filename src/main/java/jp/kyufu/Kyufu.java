package jp.kyufu;

import jp.kyufu.cli.Cli;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: {@code kyufu COMMAND ...}. */
@SpringBootApplication
public class Kyufu {

    public static void main(String[] args) {
        System.exit(Cli.run(Kyufu.class, args));
    }
}
