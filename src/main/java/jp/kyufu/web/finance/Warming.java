package jp.kyufu.web.finance;

import jp.kyufu.inquiry.Funnels;
import jp.kyufu.matching.Explanations;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads and counts in the background, as soon as the pages are open, what is kept in memory and
 * takes seconds at a city's size: whoever comes first finds it there (ADR 32).
 */
@Component
@ConditionalOnWebApplication
class Warming {

    private final Programs programs;
    private final Funnels funnels;
    private final KeptFigures figures;
    private final Explanations explanations;

    Warming(Programs programs, Funnels funnels, KeptFigures figures, Explanations explanations) {
        this.programs = programs;
        this.funnels = funnels;
        this.figures = figures;
        this.explanations = explanations;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofPlatform()
                .daemon()
                .name("warming")
                .priority(Thread.MIN_PRIORITY)
                .start(() -> programs.all().forEach(this::begin));
    }

    private void begin(Program program) {
        funnels.of(program);
        figures.begin(program);
        explanations.ready(program);
    }
}
