/*
 * <hocba-worksheet>: a class as a table of native inputs, with the keys of a spreadsheet.
 *
 * A cell is "navigated" when it has just been reached (its content is selected: typing replaces it, arrows leave it) and "edited" after F2, a second click or
 * the first typed letter. Every change goes to the server by itself; the server's answer per cell is the truth that is shown.
 */
import { connection } from "./connection.js";
import { element, fill } from "./page.js";
import { Bank } from "./worksheet-bank.js";
import { formatBlock, parseBlock } from "./worksheet-clipboard.js";
import { History } from "./worksheet-history.js";
import { Notices } from "./worksheet-notices.js";
import { Saving, SHORT_PAUSE } from "./worksheet-saving.js";
import { isOneLetter, isShort, problemOf, tidy } from "./worksheet-values.js";

const TYPING_PAUSE = 800;
const GROWS_BY_ITSELF = CSS.supports("field-sizing", "content");

class Worksheet extends HTMLElement {
  constructor() {
    super();
    this.cells = [];
    this.leaving = (event) => {
      this.saving?.flush(true);
      if (this.saving?.pending().size > 0 && !(this.saving.ended && this.saving.isKept)) {
        event.preventDefault();
      }
    };
    this.flush = () => this.saving?.flush(true);
    this.hide = () => document.visibilityState === "hidden" && this.flush();
  }

  connectedCallback() {
    window.addEventListener("beforeunload", this.leaving);
    window.addEventListener("online", this.flush);
    // Before the router hears of it: «back» must not overtake the last letters.
    window.addEventListener("popstate", this.flush, { capture: true });
    document.addEventListener("visibilitychange", this.hide);
    this.forgetConnection = connection.onChange(() => this.connectionChanged());
  }

  disconnectedCallback() {
    window.removeEventListener("beforeunload", this.leaving);
    window.removeEventListener("online", this.flush);
    window.removeEventListener("popstate", this.flush, { capture: true });
    document.removeEventListener("visibilitychange", this.hide);
    this.forgetConnection();
    this.saving?.leave();
    connection.unsaved = 0;
  }

  /** Shows a class: {label, texts, columns, rows, suggestions, owner, address}. Called by the server. */
  load(json) {
    const sheet = JSON.parse(json);
    this.texts = sheet.texts;
    this.columns = sheet.columns;
    this.suggestions = sheet.suggestions;
    this.saving?.leave();
    this.saving = new Saving(this);
    this.saving.keepFor(sheet.owner, sheet.address, sheet.label);
    this.history = new History();
    this.bank = new Bank(this);
    this.editing = false;
    this.build(sheet);
    this.saving.lookForKept();
    this.connectionChanged();
  }

  /** Shows one row anew, for example locked after it was finished, or changed by somebody else; `known` if by an action of the person. Called by the server. */
  update(json, known = false) {
    const row = JSON.parse(json);
    const at = this.cells.findIndex((cells) => cells[0].row.id === row.id);
    if (at < 0) {
      return;
    }
    if (this.composing && this.active?.row.id === row.id) {
      this.whenComposed = [...(this.whenComposed ?? []), [json, known]];
      return;
    }
    const old = this.cells[at];
    const focused = old.findIndex((cell) => cell.input === document.activeElement);
    const caret = focused >= 0 && [old[focused].input.selectionStart, old[focused].input.selectionEnd];
    const editing = this.editing;
    const range = this.from && [this.from, this.to].map((cell) => [cell.r, cell.c]);
    const [line, cells] = this.line(row, at);
    this.bank.closeIn(old);
    this.body.children[at].replaceWith(line);
    this.cells[at] = cells;
    this.grow(cells);
    const carried = cells.filter((cell, c) => this.saving.carry(old[c], cell));
    // A cell that is exempt by now, or no more, follows the cell that says so.
    const elsewhere = carried.filter((cell) => !known && cell.exempt === this.cellOf(old, cell).exempt);
    elsewhere.forEach((cell) => cell.td.classList.add("ws-changed"));
    if (elsewhere.length > 0) {
      this.note = fill(this.texts.rowChanged, row.label);
    }
    if (focused >= 0) {
      this.go(cells[focused], editing);
      cells[focused].input.setSelectionRange(...caret);
    }
    if (range) {
      this.select(...range.map(([r, c]) => this.cells[r][c]));
    }
    this.saving.store();
    this.report();
  }

  cellOf(cells, other) {
    return cells.find((cell) => cell.key === other.key);
  }

  /** Writes other small print below a name; null for none. Called by the server. */
  relabel(rowId, words) {
    const at = this.cells.findIndex((cells) => cells[0].row.id === rowId);
    if (at < 0) {
      return;
    }
    const name = this.body.children[at].querySelector(".ws-name");
    name.querySelector(".ws-sublabel")?.remove();
    if (words) {
      name.firstElementChild.after(element("span", { class: "ws-sublabel" }, words));
    }
  }

  /** Shows other hints in a row: {column: {words, proposal}}. Called by the server. */
  hints(rowId, json) {
    const hints = JSON.parse(json);
    const row = this.cells.find((cells) => cells[0].row.id === rowId);
    row?.forEach((cell) => this.hint(cell, hints[cell.column.key]));
  }

  /** What is worth a look in a cell that is right as it stands; nothing for none. */
  hint(cell, hint) {
    cell.td.classList.toggle("ws-hinted", Boolean(hint));
    cell.td.querySelector(".ws-says")?.remove();
    cell.input.removeAttribute("aria-describedby");
    if (cell.open) {
      cell.input.placeholder = hint?.proposal ?? "";
    }
    if (hint) {
      const id = `ws-says-${cell.row.id}-${cell.column.key}`;
      cell.td.append(element("span", { class: "ws-says", id }, hint.words));
      cell.input.setAttribute("aria-describedby", id);
    }
  }

  /** Shows the server's word on cells: [{row, column, accepted, value, reason}]. Called by the server. */
  answer(json) {
    JSON.parse(json).forEach((result) => this.saving.apply(result));
    this.report();
  }

  /** Goes to a cell. Called by the server. */
  jump(rowId, column) {
    const cell = this.cells.flat().find((c) => c.row.id === rowId && c.column.key === column);
    if (cell) {
      this.go(cell);
    }
  }

  build(sheet) {
    this.status = element("span", { role: "status", class: "ws-status" });
    this.undoButton = this.button(this.texts.undo, this.texts.undoKey, () => this.undo());
    this.redoButton = this.button(this.texts.redo, this.texts.redoKey, () => this.redo());
    this.retryButton = this.button(this.texts.retry, null, () => this.saving.retry());
    this.notices = new Notices(this);
    const keys = element("details", { class: "ws-keys" }, element("summary", {}, this.texts.keys));
    keys.append(element("p", {}, this.texts.keysText));
    const bar = element("div", { class: "ws-bar" }, this.status, this.retryButton, this.undoButton, this.redoButton, keys);

    const head = element("tr", {}, element("th", { scope: "col" }, this.texts.name));
    for (const column of this.columns) {
      const th = element("th", { scope: "col", class: `ws-${column.kind}${isShort(column) ? " ws-short" : ""}` }, column.label);
      if (column.hint) {
        th.append(element("span", { class: "ws-hint" }, column.hint));
      }
      head.append(th);
    }
    this.body = element("tbody");
    this.cells = sheet.rows.map((row, at) => {
      const [line, cells] = this.line(row, at);
      this.body.append(line);
      return cells;
    });
    const table = element(
      "table",
      { class: "ws-table" },
      element("caption", {}, sheet.label),
      element("thead", {}, head),
      this.body
    );
    const scroller = element("div", { class: "ws-scroll", role: "group", "aria-label": sheet.label }, table);
    this.problems = element("section", { class: "ws-problems", "aria-label": this.texts.problems, hidden: true });
    this.replaceChildren(bar, this.notices.offer, this.notices.conflicts, scroller, this.problems);

    table.addEventListener("keydown", (e) => this.onKey(e));
    table.addEventListener("input", (e) => this.onInput(e));
    table.addEventListener("beforeinput", (e) => this.onBeforeInput(e));
    table.addEventListener("compositionstart", (e) => this.onComposition(e, true));
    table.addEventListener("compositionend", (e) => this.onComposition(e, false));
    table.addEventListener("focusin", (e) => this.onFocus(e));
    table.addEventListener("focusout", (e) => this.onLeave(e));
    table.addEventListener("mousedown", (e) => this.onMouseDown(e));
    table.addEventListener("mouseup", (e) => this.onMouseUp(e));
    table.addEventListener("dblclick", (e) => this.onDoubleClick(e));
    table.addEventListener("copy", (e) => this.onCopy(e, false));
    table.addEventListener("cut", (e) => this.onCopy(e, true));
    table.addEventListener("paste", (e) => this.onPaste(e));
    this.cells.forEach((cells) => this.grow(cells));
    this.report();
  }

  button(words, key, act) {
    const made = element("button", { type: "button", class: "ws-button", title: key }, words);
    made.addEventListener("click", act);
    return made;
  }

  line(row, at) {
    const name = element("th", { scope: "row", class: "ws-name" }, element("span", {}, `${row.number}. ${row.label}`));
    if (row.sublabel) {
      name.append(element("span", { class: "ws-sublabel" }, row.sublabel));
    }
    if (row.lockedReason) {
      name.append(element("span", { class: "ws-locked-reason" }, row.lockedReason));
    }
    const line = element("tr", { class: row.locked ? "ws-locked" : null }, name);
    const cells = this.columns.map((column, c) => {
      const cell = this.makeCell(row, column, at, c);
      line.append(cell.td);
      return cell;
    });
    return [line, cells];
  }

  makeCell(row, column, r, c) {
    const refused = row.refused[column.key];
    const exempt = row.exempt[column.key];
    const stored = row.values[column.key] ?? "";
    const isText = column.kind === "text";
    const input = element(isText ? "textarea" : "input", {
      type: isText ? null : "text",
      rows: isText ? "1" : null,
      inputmode: column.kind === "integer" ? "numeric" : null,
      autocomplete: "off",
      autocapitalize: column.kind === "level" ? "characters" : null,
      spellcheck: "false",
      "aria-label": fill(this.texts.cell, row.label, column.label),
      "aria-required": column.required ? "true" : null,
      readonly: row.locked || exempt !== undefined,
    });
    const key = `${row.id} ${column.key}`;
    const cell = { key, row, column, r, c, input, stored, state: "", reason: null, exempt, open: !row.locked && exempt === undefined };
    input.value = refused ? refused.draft : stored;
    if (exempt !== undefined) {
      input.placeholder = exempt;
    }
    cell.known = input.value;
    cell.td = element("td", { class: `ws-${column.kind}${cell.open ? "" : " ws-closed"}`, "data-label": column.label }, input);
    if (isText && !isShort(cell.column) && this.suggestions && cell.open) {
      const bank = element("button", {
        type: "button",
        class: "ws-bank",
        tabindex: "-1",
        title: this.texts.bankKey,
        "aria-label": fill(this.texts.bank, row.label),
      });
      bank.textContent = "☰";
      bank.addEventListener("click", () => this.bank.offer(cell));
      cell.td.append(bank);
    }
    input.cell = cell;
    this.hint(cell, row.hints?.[column.key]);
    if (refused) {
      this.mark(cell, "refused", refused.reason);
    }
    return cell;
  }

  // Where we are

  at(event) {
    return event.target.cell;
  }

  go(cell, edit = false) {
    if (!edit) {
      this.history.close();
    }
    cell.input.focus();
    this.editing = edit;
    cell.td.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (edit) {
      cell.input.setSelectionRange(cell.input.value.length, cell.input.value.length);
    } else {
      cell.input.select();
    }
  }

  onFocus(event) {
    const cell = this.at(event);
    if (!cell) {
      return;
    }
    this.active = cell;
    this.select(cell, cell);
    if (!this.editing && !this.byMouse) {
      cell.input.select();
    }
  }

  onLeave(event) {
    const cell = this.at(event);
    if (!cell) {
      return;
    }
    this.editing = false;
    this.history.close();
    if (this.saving.dirty.has(cell.key)) {
      this.saving.schedule(SHORT_PAUSE);
    } else if (!this.saving.pending().has(cell.key) && !cell.reason) {
      this.settle(cell);
    }
    if (!this.contains(event.relatedTarget)) {
      this.saving.flush(true);
    }
    this.reportSoon();
  }

  onMouseDown(event) {
    const cell = this.at(event);
    if (!cell || event.button !== 0) {
      return;
    }
    if (event.shiftKey && this.active) {
      event.preventDefault();
      this.select(this.from, cell);
      return;
    }
    this.byMouse = true;
    this.again = cell === this.active && document.activeElement === cell.input;
  }

  onMouseUp(event) {
    const cell = this.at(event);
    if (cell && this.byMouse) {
      if (isOneLetter(cell.column)) {
        cell.input.select();
      } else if (this.again) {
        this.editing = true;
      } else if (cell.input.selectionStart === cell.input.selectionEnd) {
        cell.input.select();
      }
    }
    this.byMouse = false;
  }

  onDoubleClick(event) {
    const cell = this.at(event);
    if (cell && !isOneLetter(cell.column)) {
      this.editing = true;
    }
  }

  select(from, to) {
    this.from = from;
    this.to = to;
    const inside = new Set(this.range().flat());
    this.cells.flat().forEach((cell) => cell.td.classList.toggle("ws-in-range", inside.size > 1 && inside.has(cell)));
  }

  range() {
    const [top, bottom] = [this.from.r, this.to.r].sort((a, b) => a - b);
    const [left, right] = [this.from.c, this.to.c].sort((a, b) => a - b);
    return this.cells.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
  }

  isRange() {
    return this.from !== this.to;
  }

  move(cell, down, right) {
    const r = Math.min(Math.max(cell.r + down, 0), this.cells.length - 1);
    const c = Math.min(Math.max(cell.c + right, 0), this.columns.length - 1);
    this.go(this.cells[r][c]);
  }

  // Keys

  onKey(event) {
    const cell = this.at(event);
    if (!cell || event.isComposing || event.keyCode === 229) {
      return;
    }
    if (this.bank.isOpen) {
      this.bank.onKey(event);
      return;
    }
    const command = event.ctrlKey || event.metaKey;
    const arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const caretMoves = this.editing && (cell.column.kind === "text" || this.byF2);
    if (arrows && event.shiftKey && !this.editing) {
      const end = this.to;
      const r = Math.min(Math.max(end.r + arrows[0], 0), this.cells.length - 1);
      const c = Math.min(Math.max(end.c + arrows[1], 0), this.columns.length - 1);
      this.select(this.from, this.cells[r][c]);
      this.to.td.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else if (arrows && !caretMoves && !event.altKey && !command) {
      this.move(cell, ...arrows);
    } else if (event.key === "Enter" && event.altKey && cell.column.kind === "text" && cell.open) {
      cell.input.setRangeText("\n", cell.input.selectionStart, cell.input.selectionEnd, "end");
      this.typed(cell);
    } else if (event.key === "Enter") {
      this.move(cell, event.shiftKey ? -1 : 1, 0);
    } else if (event.key === "Tab") {
      const all = this.cells.flat();
      const next = all[all.indexOf(cell) + (event.shiftKey ? -1 : 1)];
      if (!next) {
        return;
      }
      this.go(next);
    } else if (event.key === "F2") {
      this.byF2 = true;
      this.go(cell, true);
      event.preventDefault();
      return;
    } else if (event.key === "F4" && cell.column.kind === "text" && !isShort(cell.column) && this.suggestions) {
      this.bank.offer(cell);
    } else if (event.key === "Escape") {
      this.write(cell, this.history.cancel() ?? cell.input.value);
      this.editing = false;
      this.select(cell, cell);
      cell.input.select();
    } else if ((event.key === "Delete" || event.key === "Backspace") && this.isRange() && !this.editing) {
      this.change(this.range().flat().map((c) => [c, ""]));
    } else if (event.key === "Delete" && !this.editing) {
      this.change([[cell, ""]]);
    } else if (event.key === "Home" && !this.editing) {
      this.go(this.cells[command ? 0 : cell.r][0]);
    } else if (event.key === "End" && !this.editing) {
      this.go(this.cells[command ? this.cells.length - 1 : cell.r].at(-1));
    } else if (command && event.key.toLowerCase() === "d") {
      this.fillDown(cell);
    } else if (command && event.key.toLowerCase() === "z") {
      event.shiftKey ? this.redo() : this.undo();
    } else if (command && event.key.toLowerCase() === "y") {
      this.redo();
    } else {
      return;
    }
    this.byF2 = false;
    event.preventDefault();
  }

  fillDown(cell) {
    const rows = this.isRange() && this.from.r !== this.to.r ? this.range() : this.cells.slice(cell.r - 1, cell.r + 1).map((row) => [row[cell.c]]);
    if (rows.length < 2) {
      return;
    }
    this.change(rows.slice(1).flatMap((row) => row.map((c, i) => [c, rows[0][i].input.value])));
  }

  // Clipboard

  onCopy(event, cut) {
    const cell = this.at(event);
    if (!cell || (this.editing && !this.isRange())) {
      return;
    }
    event.clipboardData.setData("text/plain", formatBlock(this.range().map((row) => row.map((c) => c.input.value))));
    event.preventDefault();
    if (cut) {
      this.change(this.range().flat().map((c) => [c, ""]));
    }
  }

  onPaste(event) {
    const cell = this.at(event);
    if (!cell) {
      return;
    }
    const block = parseBlock(event.clipboardData.getData("text/plain"));
    const single = block.length === 1 && block[0].length === 1;
    if (block.length === 0) {
      event.preventDefault();
      this.note = this.texts.noText;
      this.report();
      return;
    }
    if (this.editing && (cell.column.kind === "text" || (single && !isOneLetter(cell.column)))) {
      return; // into the text that is being typed, as everywhere
    }
    event.preventDefault();
    if (single) {
      this.change(this.range().flat().map((c) => [c, block[0][0]]));
      return;
    }
    const corner = this.range()[0][0];
    const changes = [];
    let outside = 0;
    block.forEach((values, down) =>
      values.forEach((value, right) => {
        const target = this.cells[corner.r + down]?.[corner.c + right];
        if (target) {
          changes.push([target, value]);
        } else {
          outside++;
        }
      })
    );
    this.change(changes, outside);
    this.select(corner, changes.at(-1)[0]);
  }

  /** Changes many cells in one step that can be undone; closed cells stay as they are and are counted. */
  change(changes, outside = 0) {
    if (this.saving.ended) {
      return;
    }
    const open = changes.filter(([cell]) => cell.open);
    const left = changes.length - open.length + outside;
    this.history.add(
      open.map(([cell, value]) => {
        const before = cell.input.value;
        this.write(cell, value);
        return { key: cell.key, before, after: cell.input.value };
      })
    );
    this.note = left > 0 ? fill(this.texts.leftOut, open.length, left) : null;
    this.report();
  }

  undo() {
    this.turned(this.history.undo((key, from, to) => this.swap(key, from, to)), this.texts.undone);
  }

  redo() {
    this.turned(this.history.redo((key, from, to) => this.swap(key, from, to)), this.texts.redone);
  }

  /** A step of the history touches a cell only where its value still is what the step knows. */
  swap(key, from, to) {
    const cell = this.cell(key);
    if (!cell?.open || this.saving.ended || cell.input.value !== from) {
      return false;
    }
    this.write(cell, to);
    return true;
  }

  turned(step, words) {
    if (!step) {
      return;
    }
    const parts = [];
    if (step.done.length > 0) {
      parts.push(fill(words, step.done.length));
      this.go(this.cell(step.done[0]));
    }
    if (step.left > 0) {
      parts.push(fill(this.texts.leftAlone, step.left));
    }
    this.note = parts.join(" ");
    this.report();
  }

  // Values

  cell(key) {
    const [row, column] = key.split(" ");
    return this.cells.find((cells) => cells[0].row.id === row)?.find((cell) => cell.column.key === column);
  }

  /** «Lò Thị Mai, Nhận xét». */
  place(cell) {
    return fill(this.texts.cell, cell.row.label, cell.column.label);
  }

  closedBecause(cell) {
    return cell.row.lockedReason ?? cell.row.exempt[cell.column.key];
  }

  /** The browser's own undo knows one cell only: ours stands in for it, whatever it is called by. */
  onBeforeInput(event) {
    if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
      event.preventDefault();
      event.inputType === "historyUndo" ? this.undo() : this.redo();
    }
  }

  /** An input method composes a letter: from here on the person types, in this cell alone. */
  onComposition(event, begins) {
    const cell = this.at(event);
    if (!cell) {
      return;
    }
    this.composing = begins;
    this.editing = true;
    if (begins) {
      this.select(cell, cell);
      return;
    }
    this.typed(cell, event.data);
    const waiting = this.whenComposed ?? [];
    this.whenComposed = null;
    waiting.forEach((update) => this.update(...update));
  }

  onInput(event) {
    const cell = this.at(event);
    if (cell && !event.isComposing) {
      this.typed(cell, event.inputType?.startsWith("insertText") ? event.data : null);
    }
  }

  /** What the person did to a cell letter by letter; `data` is what came last. Who types means this cell, not the range around it. */
  typed(cell, data = null) {
    this.editing = true;
    if (this.isRange()) {
      this.select(cell, cell);
    }
    if (data && isOneLetter(cell.column) && cell.input.value.length > 1) {
      cell.input.value = data.slice(-1);
    }
    const before = cell.known;
    this.note = null;
    this.changed(cell);
    this.history.typed(cell.key, before, cell.input.value);
    this.reportSoon();
  }

  /** Nothing may wait, not even a letter that an input method still composes. */
  takeOver() {
    const cell = this.active;
    if (this.composing && cell?.open && cell.input.value !== cell.known) {
      this.saving.put(cell, tidy(cell.column, cell.input.value), TYPING_PAUSE);
    }
  }

  write(cell, value) {
    if (cell.open && cell.input.value !== value) {
      cell.input.value = value;
      this.changed(cell, SHORT_PAUSE);
    }
  }

  changed(cell, pause) {
    const value = tidy(cell.column, cell.input.value);
    if (value !== cell.input.value) {
      cell.input.value = value;
    }
    cell.td.classList.remove("ws-changed");
    this.saving.put(cell, value, pause ?? (cell.column.kind === "text" ? TYPING_PAUSE : SHORT_PAUSE));
    this.show(cell, value);
    this.reportSoon();
  }

  /** Shows a value that the server does not hold yet. */
  show(cell, value) {
    if (cell.input.value !== value) {
      cell.input.value = value;
    }
    cell.known = value;
    this.grow([cell]);
    if (this.saving.conflicts.has(cell.key)) {
      this.mark(cell, "conflict", cell.open ? this.texts.conflictCell : this.closedBecause(cell));
      return;
    }
    const problem = problemOf(cell.column, value, this.texts);
    this.mark(cell, problem ? "doubtful" : "", problem);
  }

  /** The server holds a value; `typed` is what it was asked to store, `before` what it held before. Nobody is disturbed in a cell that is being typed in. */
  settle(cell, typed, before) {
    if (typed !== undefined && typed !== cell.stored) {
      this.history.rename(cell.key, typed, cell.stored);
    }
    const isTypedIn = this.editing && cell === this.active && (typed !== undefined || cell.input.value !== before);
    if (isTypedIn && this.composing) {
      return;
    }
    if (!isTypedIn && cell.input.value !== cell.stored) {
      cell.input.value = cell.stored;
      this.grow([cell]);
    }
    cell.known = cell.input.value;
    this.mark(cell, "", null);
  }

  grow(cells) {
    if (GROWS_BY_ITSELF) {
      return;
    }
    for (const { column, input } of cells) {
      if (column.kind === "text") {
        input.style.height = "auto";
        input.style.height = `${input.scrollHeight}px`;
      }
    }
  }

  mark(cell, state, reason) {
    cell.state = state;
    cell.reason = reason ?? null;
    if (state) {
      cell.td.dataset.state = state;
    } else {
      delete cell.td.dataset.state;
    }
    if (cell.reason) {
      cell.input.setAttribute("aria-invalid", "true");
      cell.input.setAttribute("aria-description", cell.reason);
      cell.input.title = cell.reason;
    } else {
      cell.input.removeAttribute("aria-invalid");
      cell.input.removeAttribute("aria-description");
      cell.input.removeAttribute("title");
    }
  }

  // What is asked above the table

  restore() {
    if (this.saving.ended) {
      return;
    }
    const { free, done } = this.saving.restore();
    this.change(free);
    done();
    if (free.length > 0) {
      this.go(free[0][0]);
    }
    this.report();
  }

  discard() {
    if (this.saving.ended) {
      return;
    }
    this.saving.discard();
    this.report();
  }

  choose(key, own) {
    const turn = this.saving.choose(key, own);
    const cell = this.cell(key);
    this.history.add(cell.open ? [turn] : []);
    this.go(cell);
    this.report();
  }

  connectionChanged() {
    const { ended } = this.saving ?? {};
    if (ended) {
      this.takeOver();
    }
    this.classList.toggle("ws-ended", ended === true);
    this.cells.flat().forEach((cell) => {
      cell.input.readOnly = ended || !cell.open;
    });
    if (connection.state === "connected") {
      this.saving?.flush();
    }
    if (this.saving) {
      this.report();
    }
  }

  reportSoon() {
    if (!this.reporting) {
      this.reporting = requestAnimationFrame(() => this.report());
    }
  }

  report() {
    cancelAnimationFrame(this.reporting);
    this.reporting = null;
    if (!this.isConnected) {
      return;
    }
    const { saving, texts } = this;
    const pending = saving.pending();
    const waiting = [...saving.waiting()];
    const listed = this.cells.flat().filter((cell) => cell.reason && cell.state !== "conflict");
    const wrong = listed.filter((cell) => cell.state !== "held");
    const parts = [];
    if (saving.ended && pending.size > 0) {
      parts.push(fill(saving.isKept ? texts.unsavedEnded : texts.unkept, pending.size));
    } else if (saving.stuck && waiting.length > 0) {
      parts.push(fill(saving.isKept ? texts.unsaved : texts.unkept, waiting.length));
    } else if (waiting.length > 0) {
      parts.push(texts.saving);
    } else if (saving.savedAt && pending.size === 0) {
      parts.push(fill(texts.saved, saving.savedAt.toLocaleTimeString("vi-VN")));
    } else if (pending.size === 0) {
      parts.push(texts.ready);
    }
    if (saving.conflicts.size > 0) {
      parts.push(fill(texts.undecided, saving.conflicts.size));
    }
    if (saving.held.size > 0 && !saving.ended) {
      parts.push(fill(saving.isKept ? texts.held : texts.unkept, saving.held.size));
    }
    if (wrong.length > 0) {
      parts.push(fill(texts.wrong, wrong.length));
    }
    if (this.note) {
      parts.push(this.note);
    }
    this.classList.toggle("ws-stuck", saving.stuck && pending.size > 0);
    waiting.map((key) => this.cell(key)).forEach((cell) => cell.td.classList.toggle("ws-unsaved", saving.stuck));
    this.querySelectorAll(".ws-unsaved").forEach((td) => {
      if (!saving.stuck || !pending.has(td.querySelector("input, textarea").cell.key)) {
        td.classList.remove("ws-unsaved");
      }
    });
    connection.unsaved = pending.size;
    this.retryButton.hidden = (saving.failures === 0 && saving.held.size === 0) || saving.ended;
    this.undoButton.disabled = !this.history.canUndo || saving.ended;
    this.redoButton.disabled = !this.history.canRedo || saving.ended;
    const words = parts.join(" ");
    if (this.status.textContent !== words) {
      this.status.textContent = words;
    }
    this.notices.show();
    this.problems.hidden = listed.length === 0;
    this.problems.replaceChildren(
      ...listed.slice(0, 30).map((cell) => {
        const button = element("button", { type: "button" }, `${this.place(cell)}: ${cell.reason}`);
        button.addEventListener("click", () => this.go(cell));
        return button;
      })
    );
  }
}

if (!customElements.get("hocba-worksheet")) {
  customElements.define("hocba-worksheet", Worksheet);
}
