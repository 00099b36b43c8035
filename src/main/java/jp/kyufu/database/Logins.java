package jp.kyufu.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Who may connect to an embedded server; the passwords stand in files of the owner alone. */
record Logins(Login superuser, Login owner, Login app) {

    /** A database role and its password. */
    record Login(String user, String password) {

        @Override
        public String toString() {
            return user; // a password is never printed
        }
    }

    static final String SUPERUSER = "postgres";
    static final String OWNER = "kyufu_owner";
    static final String APP = "kyufu_app";

    /** Reads the passwords below {@code directory}; makes random ones where there are none. */
    static Logins in(Path directory) throws IOException {
        return new Logins(
                login(directory, SUPERUSER), login(directory, OWNER), login(directory, APP));
    }

    static Path passwordFile(Path directory, String user) {
        return directory.resolve(user + ".password");
    }

    private static Login login(Path directory, String user) throws IOException {
        Path file = passwordFile(directory, user);
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path partial = directory.resolve(user + ".password.partial");
            Files.deleteIfExists(partial);
            Directories.createPrivateFile(partial);
            Files.writeString(partial, HexFormat.of().formatHex(random));
            Directories.force(partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Login(user, Files.readString(file, StandardCharsets.US_ASCII).strip());
    }
}
