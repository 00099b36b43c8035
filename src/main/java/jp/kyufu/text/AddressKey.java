package jp.kyufu.text;

/**
 * A key under which the ways of writing one address of one city are equal, so that addresses can
 * tell two people of the same name and birth date apart. It is the key of {@link AddressParser}
 * where the city's towns are not known: it must be the same whenever it is made, and applications
 * are imported before and after a register.
 */
public final class AddressKey {

    private AddressKey() {}

    /** {@link Address#key}: {@code 元本郷町 3-24-1-203} for 東京都八王子市元本郷町三丁目２４番１号 コーポ桑都２０３号室. */
    public static String of(String address) {
        return AddressParser.WITHOUT_TOWNS.parse(address).key();
    }
}
