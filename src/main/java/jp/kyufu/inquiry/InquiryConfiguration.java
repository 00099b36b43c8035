package jp.kyufu.inquiry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the settings of this package known. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InquirySettings.class)
class InquiryConfiguration {}
