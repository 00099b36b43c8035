package jp.kyufu.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as Argon2id hashes (RFC 9106) in the usual text form {@code
 * $argon2id$v=19$m=..,t=..,p=..$salt$hash}. Memory, passes and lanes are what OWASP recommends as
 * the least: 19 MiB, 2, 1.
 */
final class Passwords {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Characters that nobody takes for one another on paper. */
    private static final String READABLE =
            "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int ONE_TIME_LENGTH = 16;

    /** What an unknown person's password is compared with, so that the answer takes as long. */
    static final String NOBODY = hash(oneTime());

    private Passwords() {}

    /** A password of about 92 bits, to be told once and replaced. */
    static String oneTime() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ONE_TIME_LENGTH; i++) {
            text.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] hash = derive(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        MEMORY_KIB,
                        PASSES,
                        LANES,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    /** Whether the hash is this password's; with the figures that stand in it. */
    static boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$", -1);
        int[] figures =
                Arrays.stream(parts[3].split(","))
                        .mapToInt(figure -> Integer.parseInt(figure.substring(2)))
                        .toArray();
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] found = derive(password, salt, figures[0], figures[1], figures[2], expected.length);
        return MessageDigest.isEqual(found, expected);
    }

    private static byte[] derive(
            String password, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withSalt(salt)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .build());
        byte[] hash = new byte[length];
        argon2.generateBytes(password.toCharArray(), hash);
        return hash;
    }
}
