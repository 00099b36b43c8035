package jp.kyufu.web;

/** A page that is about a program was opened before there is any. */
final class NoProgram extends RuntimeException {

    NoProgram() {
        super("no program is open");
    }
}
