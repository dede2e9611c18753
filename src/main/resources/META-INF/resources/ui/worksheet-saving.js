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

export class Saving {
  /** @param sheet the element: cell(key), show(cell, value), mark(cell, state, reason), report(), $server */
  constructor(sheet) {
    this.sheet = sheet;
    this.dirty = new Map(); // key → value that waits
    this.sent = new Map(); // key → value under way
    this.conflicts = new Map(); // key → {mine, theirs, base}: waits for the person, who can only drop it where the cell is closed
    this.offer = null; // what an earlier page left behind
    this.underWay = 0;
    this.failures = 0;
    this.late = false;
    this.savedAt = null;
    this.since = null;
    this.isKept = true;
    this.deaf = onChange(() => this.offer && this.lookForKept());
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
    return new Set([...this.dirty.keys(), ...this.sent.keys(), ...this.conflicts.keys()]);
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
      this.dirty.set(cell.key, value);
      this.schedule(pause);
    }
    this.store();
  }

  schedule(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  /** One batch at a time; when the person leaves the table nothing may wait, the next click can be the way out. */
  async flush(leaving = false) {
    clearTimeout(this.timer);
    if ((this.underWay > 0 && !leaving) || this.dirty.size === 0 || !this.sheet.$server || this.ended) {
      return;
    }
    const batch = [...this.dirty].slice(0, BATCH);
    const edits = batch.map(([key, value]) => {
      const cell = this.sheet.cell(key);
      return { row: cell.row.id, column: cell.column.key, value, seen: this.sent.get(key) ?? cell.stored };
    });
    batch.forEach(([key, value]) => {
      this.dirty.delete(key);
      this.sent.set(key, value);
    });
    this.underWay++;
    const patience = setTimeout(() => this.wait(), PATIENCE_MILLIS);
    this.sheet.reportSoon();
    try {
      const results = JSON.parse(await this.sheet.$server.save(JSON.stringify(edits)));
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
      batch.filter(([key]) => !this.dirty.has(key)).forEach(([key, value]) => this.dirty.set(key, value));
      this.schedule(RETRY_PAUSES[Math.min(this.failures, RETRY_PAUSES.length - 1)]);
      this.failures++;
    } finally {
      clearTimeout(patience);
    }
    this.store();
    this.sheet.report();
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
    cell.stored = result.value ?? "";
    const newer = this.dirty.has(cell.key) || this.sent.has(cell.key);
    if (!result.accepted && asked && (result.conflict || !cell.open)) {
      this.disagree(cell, this.dirty.get(cell.key) ?? asked.value, asked.seen);
    } else if (newer || this.conflicts.has(cell.key)) {
      return;
    } else if (result.accepted) {
      this.sheet.settle(cell, asked?.value);
    } else {
      this.sheet.mark(cell, "refused", result.reason);
    }
  }

  /** Two values for one cell: the person chooses. */
  disagree(cell, mine, base) {
    this.dirty.delete(cell.key);
    if (mine === cell.stored) {
      this.sheet.settle(cell, mine);
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
    } else if (this.dirty.has(now.key)) {
      const mine = this.dirty.get(now.key);
      if (!now.open || elsewhere) {
        this.disagree(now, mine, old.stored);
      } else {
        this.sheet.show(now, mine);
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
      const value = conflict?.mine ?? this.dirty.get(key) ?? this.sent.get(key);
      return [key, { value, base: conflict?.base ?? this.sheet.cell(key)?.stored ?? "" }];
    });
    this.isKept = keep(this.name, { ...this.place, since: this.since, cells: Object.fromEntries(cells) });
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

  /** Puts back what was left behind: [[cell, value]] that are free; about the others the person is asked. */
  restore() {
    const free = [];
    const names = this.offer.names;
    for (const [key, kept] of this.offer.cells) {
      const cell = this.sheet.cell(key);
      if (!cell) {
        continue;
      }
      if (this.isDisputed(key)) {
        const now = this.dirty.get(key) ?? this.sent.get(key) ?? cell.stored;
        this.dirty.delete(key);
        this.conflicts.set(key, { mine: kept.value, theirs: now, base: kept.base });
        this.sheet.show(cell, cell.open ? kept.value : cell.stored);
      } else {
        free.push([cell, kept.value]);
      }
    }
    this.offer = null;
    this.store();
    return { free, done: () => names.forEach(drop) };
  }

  /** Throws away what was left behind. */
  discard() {
    this.offer.names.forEach(drop);
    this.offer = null;
  }
}
