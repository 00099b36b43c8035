package jp.kyufu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Kyufu {
    public static void main(String[] args) {
        SpringApplication.run(Kyufu.class, args);
    }
}
