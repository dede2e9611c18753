package vn.hocba.rehearsal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Several at a time, one per core. Threads of our own: those of the common pool do not see the libraries inside the executable jar.
 */
final class Together {

    private Together() {}

    /**
     * Does something for each, and gathers what comes of it in the order given.
     *
     * @throws IllegalStateException when one of them fails, with its cause
     */
    static <T, R> List<R> all(Collection<T> items, Function<T, ? extends Collection<R>> action) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Callable<Collection<R>>> tasks = new ArrayList<>();
            for (T item : items) {
                tasks.add(() -> List.copyOf(action.apply(item)));
            }
            List<R> results = new ArrayList<>();
            for (Future<Collection<R>> result : threads.invokeAll(tasks)) {
                results.addAll(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("one of several did not succeed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
