/*
 * The way of what was typed from the cells of a worksheet to the server: batches one after the other, tried again until they arrive, kept in the browser
 * meanwhile. Where the server holds another value than the person saw, nothing is sent before the person has chosen.
 */
import { connection } from "./connection.js";
import { drop, keep, keptOf, newName, onChange } from "./unsaved.js";

export const SHORT_PAUSE = 250;
const RETRY_PAUSES = [2000, 5000, 15000];
const PATIENCE_MILLIS = 2500;
const BATCH = 500;
const BATCH_LENGTH = 300_000;

/** Longer values the server does not look at, in characters: they wait here until they are shortened. */
const LONGEST = 8_000;

export class Saving {
  /** @param sheet the element: cell(key), show(cell, value), mark(cell, state, reason), settle(cell, asked, before), takeOver(), report(), $server */
  constructor(sheet) {
    this.sheet = sheet;
    this.dirty = new Map(); // key → value that waits
    this.sent = new Map(); // key → value under way
    this.conflicts = new Map(); // key → {mine, theirs, base}: waits for the person, who can only drop it where the cell is closed
    this.held = new Map(); // key → {value, reason}: the server turned it away without a look at it and keeps nothing of it
    this.offer = null; // what an earlier page left behind
    this.underWay = 0;
    this.failures = 0;
    this.late = false;
    this.savedAt = null;
    this.since = null;
    this.isKept = true;
    this.deaf = onChange((change) => this.hear(change));
  }

  /** Where values are kept until the server has them; without it they are not. */
  keepFor(owner, address, label) {
    this.place = owner && address ? { owner, address, label } : null;
    this.name = this.place && newName(owner, address);
    this.isKept = this.place !== null;
  }

  /** The page shows something else: what is under way arrives, what is kept stays until the server has answered. */
  leave() {
    this.flush(true);
    this.gone = true;
    clearTimeout(this.timer);
    this.deaf();
  }

  /** Keys that have not reached the server. */
  pending() {
    return new Set([...this.dirty.keys(), ...this.sent.keys(), ...this.conflicts.keys(), ...this.held.keys()]);
  }

  /** Keys on their way to the server, with nothing to do for the person. */
  waiting() {
    return new Set([...this.sendable().map(([key]) => key), ...this.sent.keys()]);
  }

  sendable() {
    return [...this.dirty].filter(([, value]) => value.length <= LONGEST);
  }

  /** Whether the person has to be told that values are not arriving. */
  get stuck() {
    return this.failures > 0 || this.late || connection.state !== "connected";
  }

  get ended() {
    return connection.state === "ended" || connection.state === "failed";
  }

  /** A cell holds another value. */
  put(cell, value, pause) {
    const conflict = this.conflicts.get(cell.key);
    if (conflict) {
      conflict.mine = value;
    } else {
      this.held.delete(cell.key);
      this.dirty.set(cell.key, value);
      this.schedule(pause);
    }
    this.store();
  }

  /** The person asks for another try, of what was turned away too. */
  retry() {
    this.held.forEach(({ value }, key) => this.dirty.set(key, value));
    this.held.clear();
    this.flush();
  }

  schedule(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  /** One batch at a time; when the person leaves the table nothing may wait, the next click can be the way out. */
  async flush(leaving = false) {
    clearTimeout(this.timer);
    if (leaving) {
      this.sheet.takeOver();
    }
    const batch = this.nextBatch();
    if ((this.underWay > 0 && !leaving) || batch.length === 0 || !this.sheet.$server || this.ended) {
      return;
    }
    const edits = batch.map(([key, value]) => {
      const cell = this.sheet.cell(key);
      return { row: cell.row.id, column: cell.column.key, value, seen: this.sent.get(key) ?? cell.stored };
    });
    batch.forEach(([key, value]) => {
      this.dirty.delete(key);
      this.sent.set(key, value);
    });
    const unanswered = this.underWay++;
    const patience = setTimeout(() => this.wait(), PATIENCE_MILLIS);
    this.sheet.reportSoon();
    try {
      const results = JSON.parse(await this.sheet.$server.save(JSON.stringify(edits), unanswered));
      this.arrived(batch);
      const asked = new Map(batch.map(([key], i) => [key, edits[i]]));
      results.forEach((result) => this.apply(result, asked.get(`${result.row} ${result.column}`)));
      this.failures = 0;
      this.savedAt = new Date();
      if (this.dirty.size > 0) {
        this.schedule(SHORT_PAUSE);
      }
    } catch (failure) {
      console.warn("not saved, will be tried again", failure);
      this.arrived(batch);
      batch.filter(([key]) => !this.dirty.has(key) && !this.sent.has(key)).forEach(([key, value]) => this.dirty.set(key, value));
      this.schedule(RETRY_PAUSES[Math.min(this.failures, RETRY_PAUSES.length - 1)]);
      this.failures++;
    } finally {
      clearTimeout(patience);
    }
    this.store();
    this.sheet.report();
  }

  /** As many values as one request may hold. */
  nextBatch() {
    let length = 0;
    return this.sendable()
      .slice(0, BATCH)
      .filter(([, value]) => (length += value.length) <= BATCH_LENGTH);
  }

  arrived(batch) {
    this.underWay--;
    this.late = this.late && this.underWay > 0;
    batch.filter(([key, value]) => this.sent.get(key) === value).forEach(([key]) => this.sent.delete(key));
  }

  /** The answer takes long: says so. The connection itself sends again what was lost on the way. */
  wait() {
    this.late = true;
    this.sheet.report();
  }

  /** The server's word on a cell; `asked` is the edit it answers, none where the server speaks of itself. */
  apply(result, asked) {
    const cell = this.sheet.cell(`${result.row} ${result.column}`);
    if (!cell) {
      return;
    }
    const before = cell.stored;
    cell.stored = result.value ?? "";
    const newer = this.dirty.has(cell.key) || this.sent.has(cell.key) || this.held.has(cell.key);
    if (!result.accepted && asked && (result.conflict || !cell.open)) {
      const open = this.conflicts.get(cell.key);
      this.disagree(cell, this.latest(cell.key) ?? open?.mine ?? asked.value, open?.base ?? asked.seen);
    } else if (newer || this.conflicts.has(cell.key)) {
      return;
    } else if (result.accepted) {
      this.sheet.settle(cell, asked?.value, before);
    } else if (result.held && asked) {
      this.hold(cell, asked.value, result.reason);
    } else {
      this.sheet.mark(cell, "refused", result.reason);
    }
  }

  /** The server did not take a value, for no fault of the value: it stays here, until it is changed or tried again. */
  hold(cell, value, reason) {
    this.held.set(cell.key, { value, reason });
    this.sheet.mark(cell, "held", reason);
  }

  /** Two values for one cell: the person chooses. */
  disagree(cell, mine, base) {
    this.dirty.delete(cell.key);
    this.held.delete(cell.key);
    if (mine === cell.stored) {
      this.sheet.settle(cell, mine, cell.stored);
      return;
    }
    this.conflicts.set(cell.key, { mine, theirs: cell.stored, base });
    this.sheet.show(cell, cell.open ? mine : cell.stored);
  }

  /** Takes what is under way for a cell over to the same cell of a row that is shown anew. Whether somebody else changed a value that is now shown. */
  carry(old, now) {
    const shown = old.input.value;
    const sent = this.sent.get(now.key);
    const elsewhere = now.stored !== old.stored && now.stored !== sent;
    const conflict = this.conflicts.get(now.key);
    if (conflict) {
      this.conflicts.delete(now.key);
      this.disagree(now, conflict.mine, conflict.base);
    } else if (this.dirty.has(now.key) || this.held.has(now.key)) {
      const held = this.held.get(now.key);
      const mine = held?.value ?? this.dirty.get(now.key);
      if (!now.open || elsewhere) {
        this.disagree(now, mine, old.stored);
      } else {
        this.sheet.show(now, mine);
        if (held) {
          this.hold(now, mine, held.reason);
        }
      }
    } else if (sent !== undefined) {
      this.sheet.show(now, now.open ? shown : now.stored);
    } else {
      return elsewhere;
    }
    return false;
  }

  /** The person has chosen the own value or the server's. */
  choose(key, own) {
    const { mine, theirs } = this.conflicts.get(key);
    const cell = this.sheet.cell(key);
    this.conflicts.delete(key);
    const chosen = own ? mine : theirs;
    this.sheet.show(cell, chosen);
    if (cell.open && chosen !== cell.stored) {
      this.dirty.set(key, chosen);
      this.schedule(0);
    } else {
      this.sheet.mark(cell, "", null);
    }
    this.store();
    return { key, before: mine, after: chosen };
  }

  /** The person goes back to the value from before the disputed edit, and so has none of their own: the server's stands. Whether that was the case. */
  withdraw(key, value) {
    if (this.conflicts.get(key)?.base !== value) {
      return false;
    }
    this.choose(key, false);
    return true;
  }

  // Kept in the browser

  store() {
    if (!this.place || this.gone) {
      return;
    }
    const keys = [...this.pending()];
    if (keys.length === 0) {
      this.since = null;
      this.isKept = true;
      drop(this.name);
      return;
    }
    this.since ??= Date.now();
    const cells = keys.map((key) => {
      const conflict = this.conflicts.get(key);
      const value = conflict?.mine ?? this.latest(key);
      return [key, { value, base: conflict?.base ?? this.sheet.cell(key)?.stored ?? "" }];
    });
    this.isKept = keep(this.name, { ...this.place, since: this.since, cells: Object.fromEntries(cells) });
  }

  /** What was typed last into a cell and is not stored; undefined for nothing. */
  latest(key) {
    return this.dirty.get(key) ?? this.sent.get(key) ?? this.held.get(key)?.value;
  }

  /** Another page restored or threw away what it took for left behind: what this one still holds is kept again, unless the person wants nothing kept. */
  hear(change) {
    if (this.place && change.forgotten(this.place.owner)) {
      this.place = null;
      this.offer = null;
      this.isKept = false;
      this.sheet.report();
      return;
    }
    if (change.taken(this.name)) {
      this.store();
    }
    if (this.offer) {
      this.lookForKept();
    }
  }

  /** What an earlier page of this person left behind for this sheet, without what the server holds already. */
  lookForKept() {
    this.offer = null;
    if (!this.place) {
      return;
    }
    const cells = new Map();
    let since = Date.now();
    const left = [];
    for (const entry of keptOf(this.place.owner).filter((one) => one.address === this.place.address && one.name !== this.name)) {
      const lost = Object.entries(entry.cells).filter(([key, kept]) => !this.has(key, kept.value));
      if (lost.length === 0) {
        drop(entry.name);
        continue;
      }
      lost.forEach(([key, kept]) => cells.set(key, kept));
      since = Math.min(since, entry.since);
      left.push(entry.name);
    }
    if (cells.size > 0) {
      this.offer = { cells, since, names: left };
    }
    this.sheet.reportSoon();
  }

  has(key, value) {
    const cell = this.sheet.cell(key);
    return cell !== undefined && (cell.stored === value || (cell.state === "refused" && cell.input.value === value));
  }

  /** Whether the server's value is another than the one that was changed. */
  isDisputed(key) {
    const kept = this.offer.cells.get(key);
    const cell = this.sheet.cell(key);
    return cell !== undefined && (!cell.open || this.pending().has(key) || cell.stored !== kept.base);
  }

  /**
   * Puts back what was left behind: [[cell, value]] that are free; about the others the person is asked. Values of pupils who are not on the sheet stay where
   * they are, to read.
   */
  restore() {
    const free = [];
    const gone = [];
    const { names, since } = this.offer;
    for (const [key, kept] of this.offer.cells) {
      const cell = this.sheet.cell(key);
      if (!cell) {
        gone.push([key, kept]);
        continue;
      }
      if (this.isDisputed(key)) {
        const now = this.latest(key) ?? cell.stored;
        this.dirty.delete(key);
        this.held.delete(key);
        this.conflicts.set(key, { mine: kept.value, theirs: now, base: kept.base });
        this.sheet.show(cell, cell.open ? kept.value : cell.stored);
      } else {
        free.push([cell, kept.value]);
      }
    }
    this.offer = null;
    this.store();
    return { free, done: () => this.keepOnly(gone, since, names) };
  }

  keepOnly(gone, since, names) {
    const { owner, address } = this.place;
    if (gone.length === 0) {
      names.forEach(drop);
    } else if (keep(newName(owner, address), { ...this.place, since, cells: Object.fromEntries(gone) })) {
      names.forEach(drop);
      this.lookForKept();
    }
  }

  /** Throws away what was left behind. */
  discard() {
    this.offer.names.forEach(drop);
    this.offer = null;
  }
}
