package jp.kyufu.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings in which files are uploaded (file contract, introduction). */
public enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    WINDOWS_31J(Charset.forName("windows-31j"));

    private static final char REPLACEMENT = '\uFFFD';

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    /** The text, with U+FFFD for whatever is not of this encoding. */
    String decode(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, charset);
    }

    /** Whether a text came out of {@link #decode} whole, not with U+FFFD for broken bytes. */
    boolean isWhole(String decoded, byte[] bytes, int from, int length) {
        if (decoded.indexOf(REPLACEMENT) < 0) {
            return true;
        }
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            return true; // U+FFFD itself was written, in UTF-8
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
