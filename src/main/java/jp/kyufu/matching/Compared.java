package jp.kyufu.matching;

/** Residents with whom an applicant was compared, and how each agrees. */
record Compared(int[] residents, Pattern[] patterns) {

    int size() {
        return residents.length;
    }

    int resident(int i) {
        return residents[i];
    }

    Pattern pattern(int i) {
        return patterns[i];
    }
}
