package jp.kyufu.acceptance;

import jp.kyufu.assessment.Declines;

/**
 * What {@link VillageLife} does in the office beside applications: letters, and looks at deaths.
 */
final class LifeInOffice {

    private final Scene scene;

    LifeInOffice(Scene scene) {
        this.scene = scene;
    }

    /** A letter that says that somebody wants nothing, or wants it after all. */
    void letter() {
        int household = 1 + scene.random.nextInt(VillageLife.HOUSEHOLDS);
        String resident = Village.resident(household, scene.random.nextInt(1 + household % 3));
        boolean back = scene.model.office.declines(resident) == (scene.random.nextInt(6) > 0);
        String words = scene.words("letter 9");
        String person = scene.person("OFFICE2");
        Declines declines = scene.village.get(Declines.class);
        if (back) {
            scene.witness.act(
                    "claims " + resident + " by " + person,
                    () -> scene.model.office.takeBack(resident, words, person),
                    () -> declines.takeBack(scene.village.program, resident, words, words, person));
        } else {
            scene.witness.act(
                    "declines " + resident + " by " + person,
                    () -> scene.model.office.decline(resident, words, person),
                    () -> declines.add(scene.village.program, resident, words, words, person));
        }
    }
}
