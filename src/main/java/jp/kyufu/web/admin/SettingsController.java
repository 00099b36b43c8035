package jp.kyufu.web.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kyufu.intake.KnownLayouts;
import jp.kyufu.program.Programs;
import jp.kyufu.value.Limits;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.vault.KeyRotation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What this installation is set to: layouts, bank profiles, codes, limits, keys. */
@Controller
@ConditionalOnWebApplication
class SettingsController {

    private final KnownLayouts layouts;
    private final Programs programs;
    private final Limits limits;
    private final KeyRotation keys;

    SettingsController(KnownLayouts layouts, Programs programs, Limits limits, KeyRotation keys) {
        this.layouts = layouts;
        this.programs = programs;
        this.limits = limits;
        this.keys = keys;
    }

    @GetMapping("/settings")
    String show(Model model) {
        Map<ReasonCode.Kind, List<ReasonCode>> codes =
                Arrays.stream(ReasonCode.values())
                        .collect(
                                Collectors.groupingBy(
                                        ReasonCode::kind, TreeMap::new, Collectors.toList()));
        model.addAttribute("layouts", layouts.list());
        model.addAttribute("programs", programs.all());
        model.addAttribute("codes", codes);
        model.addAttribute("limits", limits);
        model.addAttribute("keys", keys.list().keys());
        return "admin/settings";
    }
}
