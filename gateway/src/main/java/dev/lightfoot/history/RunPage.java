package dev.lightfoot.history;

import java.util.List;

/**
 * Some runs of the list, the latest start first. Immutable.
 *
 * @param total how many runs there are in all
 */
public record RunPage(List<RunCard> runs, int total) {
    public RunPage {
        runs = List.copyOf(runs);
    }
}
