package jp.kyufu.web.office;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files are written to the disk of the installation while they arrive, never into memory. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class UploadConfiguration {

    @Bean
    MultipartConfigElement multipart(MultipartProperties limits, UploadFolder folder) {
        return new MultipartConfigElement(
                folder.arriving().toAbsolutePath().toString(),
                limits.getMaxFileSize().toBytes(),
                limits.getMaxRequestSize().toBytes(),
                (int) limits.getFileSizeThreshold().toBytes());
    }
}
