package jp.kyufu.openpgp;

import java.nio.file.Path;
import java.util.Map;
import jp.kyufu.value.Rail;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For whom released files are encrypted, and who signs them. A rail without a recipient is written
 * as it is.
 *
 * @param recipients the public key file of the bank ({@code cash}) and of the point provider
 *     ({@code points})
 * @param signer the city's secret key file; needed as soon as there is a recipient
 * @param passphrase a file whose first line opens the secret key; none for a key without one
 */
@ConfigurationProperties("kyufu.openpgp")
public record OpenPgpSettings(
        @DefaultValue Map<Rail, Path> recipients,
        @Nullable Path signer,
        @Nullable Path passphrase) {

    public OpenPgpSettings {
        recipients = Map.copyOf(recipients);
    }
}
