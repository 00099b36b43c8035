package jp.kyufu.register;

/** Why somebody is no longer on the register (file contract §1). */
public enum LeftReason {
    DEATH,
    MOVED_OUT,
    REMOVED
}
