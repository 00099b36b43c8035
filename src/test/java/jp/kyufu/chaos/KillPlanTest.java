package jp.kyufu.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KillPlanTest {

    @Test
    void everyStageHasItsShareOfTheKills() {
        KillPlan plan = new KillPlan(200, 7);
        for (Stage stage : Stage.values()) {
            assertThat(drain(plan, stage)).as(stage.name()).hasSize(20);
        }
        assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void theSameSeedPlansTheSameKills() {
        assertThat(drain(new KillPlan(50, 3), Stage.BUILD))
                .isEqualTo(drain(new KillPlan(50, 3), Stage.BUILD))
                .isNotEqualTo(drain(new KillPlan(50, 4), Stage.BUILD));
    }

    @Test
    void aKillThatCameTooLateComesInTheNextStage() {
        KillPlan plan = new KillPlan(10, 1);
        Kill kill = plan.next(Stage.BUILD).orElseThrow();
        plan.missed(kill, Stage.APPROVE);
        assertThat(drain(plan, Stage.BUILD)).isEmpty();
        assertThat(drain(plan, Stage.APPROVE)).hasSize(2);
    }

    private static List<Kill> drain(KillPlan plan, Stage stage) {
        List<Kill> kills = new ArrayList<>();
        for (Optional<Kill> kill = plan.next(stage); kill.isPresent(); kill = plan.next(stage)) {
            kills.add(kill.get());
        }
        return kills;
    }
}
