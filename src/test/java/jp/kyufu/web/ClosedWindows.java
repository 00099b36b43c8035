package jp.kyufu.web;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After every test its windows are closed. JUnit finds this by its name in META-INF/services. */
public final class ClosedWindows implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getRequiredTestClass().getPackageName().startsWith("jp.kyufu.web")) {
            Pages.closeWindows();
        }
    }
}
