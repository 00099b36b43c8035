package jp.kyufu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedFlowTest {

    @Test
    void resultsComeInTheOrderOfTheSourceWhateverTheWorkTakes() {
        RandomGenerator random = new java.util.SplittableRandom(7);
        List<Integer> out = new ArrayList<>();
        OrderedFlow.run(
                numbers(2_000),
                number -> {
                    spin(number % 7 == 0 ? 200_000 : random.nextInt(1_000));
                    return -number;
                },
                out::add);
        assertThat(out).isEqualTo(IntStream.range(0, 2_000).mapToObj(i -> -i).toList());
    }

    @Test
    void theSinkRunsOnTheCallingThreadAndTheSourceOnOneOther() {
        List<Thread> sources = new ArrayList<>();
        List<Thread> sinks = new ArrayList<>();
        Iterator<Integer> source = numbers(100);
        OrderedFlow.run(
                new Iterator<Integer>() {
                    @Override
                    public boolean hasNext() {
                        return source.hasNext();
                    }

                    @Override
                    public Integer next() {
                        sources.add(Thread.currentThread());
                        return source.next();
                    }
                },
                Function.identity(),
                number -> sinks.add(Thread.currentThread()));
        assertThat(sinks).containsOnly(Thread.currentThread());
        assertThat(sources).doesNotContain(Thread.currentThread());
        assertThat(sources.stream().distinct()).hasSize(1);
        assertThat(sources.getFirst().isAlive()).isFalse();
    }

    @Test
    void theSourceIsNeverReadFarAhead() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        int[] written = {0};
        OrderedFlow.run(
                numbers(5_000),
                number -> {
                    read.incrementAndGet();
                    return number;
                },
                number -> {
                    most.accumulateAndGet(read.get() - written[0], Math::max);
                    written[0]++;
                });
        int ahead = 4 * Runtime.getRuntime().availableProcessors();
        assertThat(most.get()).isLessThanOrEqualTo(ahead + 3);
    }

    @Test
    void theFirstExceptionInOrderIsThrownAsItIs() {
        List<Integer> out = new ArrayList<>();
        assertThatThrownBy(() ->
                        OrderedFlow.run(
                                numbers(1_000),
                                number -> {
                                    if (number >= 50) {
                                        throw new IllegalArgumentException("at " + number);
                                    }
                                    return number;
                                },
                                out::add))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("at 50");
        assertThat(out).hasSize(50);
    }

    @Test
    void aBrokenSourceIsReportedAfterWhatCameBeforeIt() {
        List<Integer> out = new ArrayList<>();
        Iterator<Integer> broken =
                IntStream.range(0, 100)
                        .map(i -> {
                            if (i == 30) {
                                throw new IllegalArgumentException("source");
                            }
                            return i;
                        })
                        .boxed()
                        .iterator();
        assertThatThrownBy(() -> OrderedFlow.run(broken, Function.identity(), out::add))
                .hasMessage("source");
        assertThat(out).hasSize(30);
    }

    @Test
    void aFailingSinkStopsEverything() {
        AtomicInteger worked = new AtomicInteger();
        assertThatThrownBy(() ->
                        OrderedFlow.run(
                                numbers(Integer.MAX_VALUE),
                                number -> worked.incrementAndGet(),
                                number -> {
                                    throw new IllegalArgumentException("sink");
                                }))
                .hasMessage("sink");
        int after = worked.get();
        spin(1_000_000);
        assertThat(worked.get()).isEqualTo(after);
    }

    private static Iterator<Integer> numbers(int count) {
        return IntStream.range(0, count).iterator();
    }

    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }
}
