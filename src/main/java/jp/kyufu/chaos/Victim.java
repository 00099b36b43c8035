package jp.kyufu.chaos;

/** What is killed. */
public enum Victim {
    /** The process that does the job; the database lives on and is joined by the next. */
    PROCESS,
    /** A process of the database, which then restarts by itself; the job is told an error. */
    BACKEND,
    /** Both at once, the database by its first process, as when the power goes. */
    MACHINE
}
