package jp.kyufu.inquiry;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the call center says of how long things take, and how much one of it may see.
 *
 * @param decisionDays business days from receipt until an application is usually decided
 * @param paymentDays business days from then until money or points usually arrive
 * @param casesPerHour different cases that one person opens in an hour without a reason
 */
@ConfigurationProperties("kyufu.inquiry")
public record InquirySettings(
        @DefaultValue("10") int decisionDays,
        @DefaultValue("10") int paymentDays,
        @DefaultValue("60") int casesPerHour) {}
