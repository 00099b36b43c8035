package jp.kyufu.upload;

import jp.kyufu.value.Limits;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/** The limits of an installation that sets none. */
public final class UsualLimits {

    public static final Limits USUAL =
            new Binder().bindOrCreate("kyufu.limits", Bindable.of(Limits.class));

    private UsualLimits() {}
}
