package jp.kyufu.intake;

import java.util.List;
import jp.kyufu.database.InstallationSettings;
import org.springframework.stereotype.Component;

/** The layouts an application file may have here, for people to look at. */
@Component
public class KnownLayouts {

    private final InstallationSettings settings;

    KnownLayouts(InstallationSettings settings) {
        this.settings = settings;
    }

    /** A layout: the headers a file must have, and those it may. */
    public record Form(String name, String channel, List<String> required, List<String> optional) {}

    /** All of them, read anew. */
    public List<Form> list() {
        return Layouts.load(Layouts.folder(settings)).forms();
    }
}
