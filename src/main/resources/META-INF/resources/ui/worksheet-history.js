/*
 * Every edit of a worksheet, one step each: what was typed into a cell until it was left, a paste, a deletion, a fill, a choice. A step names cells by key, so
 * that it outlives rows that are shown anew; a cell whose value is no longer what the step wrote is left alone.
 */
const LONGEST = 200;

export class History {
  constructor() {
    this.past = [];
    this.future = [];
    this.typing = null;
  }

  get canUndo() {
    return this.past.length > 0 || (this.typing !== null && this.typing.before !== this.typing.after);
  }

  get canRedo() {
    return this.future.length > 0;
  }

  /** A letter more in a cell: the same step until {@link close}. */
  typed(key, before, after) {
    if (this.typing?.key !== key) {
      this.close();
      this.typing = { key, before, after };
    }
    this.typing.after = after;
    this.future = [];
  }

  /** What was typed into the cell is an edit from here on. */
  close() {
    const step = this.typing;
    this.typing = null;
    if (step && step.before !== step.after) {
      this.push([step]);
    }
  }

  /** Gives up what is being typed: the value from before, or null where nothing is. It can be done again like any edit that was taken back. */
  cancel() {
    const step = this.typing;
    this.typing = null;
    if (step && step.before !== step.after) {
      this.future.push([step]);
    }
    return step?.before ?? null;
  }

  /** Many cells at once: {key, before, after} each. */
  add(cells) {
    this.close();
    const changed = cells.filter((cell) => cell.before !== cell.after);
    if (changed.length > 0) {
      this.push(changed);
      this.future = [];
    }
  }

  /** The server has put a value into its own form: steps that wrote it know it by that. */
  rename(key, from, to) {
    for (const cell of [...this.past, ...this.future].flat()) {
      if (cell.key === key) {
        cell.before = cell.before === from ? to : cell.before;
        cell.after = cell.after === from ? to : cell.after;
      }
    }
  }

  /** Takes the last edit back. `swap(key, from, to)` says whether the cell held `from` and now holds `to`. Null where there is nothing to take back. */
  undo(swap) {
    this.close();
    return History.move(this.past, this.future, (cell) => swap(cell.key, cell.after, cell.before));
  }

  /** Does again what was taken back last. */
  redo(swap) {
    this.close();
    return History.move(this.future, this.past, (cell) => swap(cell.key, cell.before, cell.after));
  }

  static move(from, to, turn) {
    const step = from.pop();
    if (!step) {
      return null;
    }
    const done = step.filter(turn);
    if (done.length > 0) {
      to.push(done);
    }
    return { done: done.map((cell) => cell.key), left: step.length - done.length };
  }

  push(step) {
    this.past.push(step);
    if (this.past.length > LONGEST) {
      this.past.shift();
    }
  }
}
