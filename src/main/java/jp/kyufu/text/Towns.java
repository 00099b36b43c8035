package jp.kyufu.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The towns of one city, as its own register writes them, found by their spellings. Made from the
 * registered addresses whenever it is needed: reading half a million takes less than a second, and
 * so no list can grow old.
 */
public final class Towns {

    /** No town is known. */
    public static final Towns NONE = new Builder().build();

    /** A share of a town's addresses that is none of its habits. */
    private static final int RARE = 20;

    /**
     * One town.
     *
     * @param name as most of its addresses write it
     * @param depth how many numbers a block has: 3 with 丁目, else usually 2
     * @param sections keys of its 小字
     */
    record Town(String name, int depth, Set<String> sections) {}

    private final Map<String, Town> byKey;

    /** Names without their 町, where no other town is called so: people leave it out. */
    private final Map<String, Town> byShortKey = new HashMap<>();

    private final String city;
    private final int longest;

    private Towns(Map<String, Town> byKey, String city) {
        this.byKey = byKey;
        this.city = city;
        int max = 0;
        for (Map.Entry<String, Town> entry : byKey.entrySet()) {
            String key = entry.getKey();
            max = Math.max(max, key.length());
            String shorter = key.substring(0, key.length() - 1);
            if (key.endsWith("町") && key.length() > 2 && !byKey.containsKey(shorter)) {
                byShortKey.put(shorter, entry.getValue());
            }
        }
        this.longest = max;
    }

    /** The towns of registered addresses. */
    public static Towns of(Collection<String> registeredAddresses) {
        Builder builder = new Builder();
        registeredAddresses.forEach(builder::add);
        return builder.build();
    }

    /** The names, in no order. */
    public List<String> names() {
        return byKey.values().stream().map(Town::name).toList();
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** Characters of the longest key. */
    int longest() {
        return longest;
    }

    /** The city that most addresses name, without ward; empty if none is named. */
    String city() {
        return city;
    }

    @Nullable Town get(String key) {
        return byKey.get(key);
    }

    @Nullable Town getShort(String key) {
        return byShortKey.get(key);
    }

    /** Takes registered addresses one by one. */
    public static final class Builder {

        private static final class Seen {
            final Map<String, Integer> names = new HashMap<>(2);
            final Set<String> sections = new HashSet<>(0);
            final int[] depths = new int[AddressParser.DEPTH + 1];

            Town town() {
                int all = 0;
                for (int count : depths) {
                    all += count;
                }
                int depth = AddressParser.DEPTH;
                while (depth > 2 && depths[depth] * RARE < all) {
                    depth--;
                }
                return new Town(commonest(names), depth, Set.copyOf(sections));
            }
        }

        private final Map<String, Seen> towns = new HashMap<>();
        private final Map<String, Integer> cities = new HashMap<>();

        /**
         * Takes an address without the building (住所); one that names no town counts for nothing.
         */
        public void add(String registeredAddress) {
            Address address = AddressParser.WITHOUT_TOWNS.parse(registeredAddress);
            String key = address.townKey();
            if (key.isEmpty()) {
                return;
            }
            Seen seen = towns.computeIfAbsent(key, k -> new Seen());
            seen.names.merge(address.town(), 1, Integer::sum);
            seen.depths[Math.min(address.blockNumbers().size(), AddressParser.DEPTH)]++;
            if (!address.section().isEmpty()) {
                seen.sections.add(TownText.key(address.section()));
            }
            int ward = address.city().indexOf('市');
            cities.merge(
                    ward < 0 ? address.city() : address.city().substring(0, ward + 1),
                    1,
                    Integer::sum);
        }

        public Towns build() {
            Map<String, Town> byKey = new HashMap<>();
            towns.forEach((key, seen) -> byKey.put(key, seen.town()));
            return new Towns(byKey, cities.isEmpty() ? "" : commonest(cities));
        }

        /** The commonest; of equally common ones the first in order of their characters. */
        private static String commonest(Map<String, Integer> counts) {
            return counts.entrySet().stream()
                    .min(
                            Map.Entry.<String, Integer>comparingByValue()
                                    .reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
        }
    }
}
