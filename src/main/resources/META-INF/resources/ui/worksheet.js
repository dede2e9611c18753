/*
 * <hocba-worksheet>: a class as a table of native inputs, with the keys of a spreadsheet.
 *
 * A cell is "navigated" when it has just been reached (its content is selected: typing replaces it, arrows leave it) and "edited" after F2, a second click or
 * the first typed letter. Every change goes to the server by itself; the server's answer per cell is the truth that is shown.
 */
(() => {
  if (customElements.get("hocba-worksheet")) {
    return;
  }

  const SHORT_PAUSE = 250;
  const TYPING_PAUSE = 800;
  const RETRY_PAUSES = [2000, 5000, 15000];
  const BATCH = 500;
  const GROWS_BY_ITSELF = CSS.supports("field-sizing", "content");

  const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (all, i) => values[i]);

  /** Text of a spreadsheet's clipboard as rows of cells: tabs, CRLF or LF, cells in quotes may hold both. */
  const parseBlock = (text) => {
    const rows = [[]];
    let cell = "";
    let quoted = false;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (quoted) {
        if (c === '"' && text[i + 1] === '"') {
          cell += '"';
          i++;
        } else if (c === '"') {
          quoted = false;
        } else if (c !== "\r") {
          cell += c;
        }
      } else if (c === '"' && cell === "" && /(^|[\t\r\n])$/.test(text.slice(0, i))) {
        quoted = true;
      } else if (c === "\t") {
        rows.at(-1).push(cell);
        cell = "";
      } else if (c === "\n" || c === "\r") {
        if (c === "\r" && text[i + 1] === "\n") {
          i++;
        }
        rows.at(-1).push(cell);
        cell = "";
        rows.push([]);
      } else {
        cell += c;
      }
    }
    if (cell !== "" || rows.at(-1).length > 0) {
      rows.at(-1).push(cell);
    } else if (rows.length > 1) {
      rows.pop();
    }
    return rows;
  };

  const formatBlock = (rows) =>
    rows.map((row) => row.map((v) => (/[\t\n\r"]/.test(v) ? `"${v.replaceAll('"', '""')}"` : v)).join("\t")).join("\r\n");

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null && value !== false) {
        made.setAttribute(name, value === true ? "" : value);
      }
    }
    made.append(...children);
    return made;
  };

  class Worksheet extends HTMLElement {
    constructor() {
      super();
      this.cells = [];
      this.dirty = new Map();
      this.underWay = 0;
      this.failures = 0;
      this.leaving = (event) => {
        if (this.dirty.size > 0 || this.underWay > 0) {
          event.preventDefault();
        }
      };
      this.backOnline = () => this.flush();
    }

    connectedCallback() {
      window.addEventListener("beforeunload", this.leaving);
      window.addEventListener("online", this.backOnline);
    }

    disconnectedCallback() {
      window.removeEventListener("beforeunload", this.leaving);
      window.removeEventListener("online", this.backOnline);
      clearTimeout(this.timer);
    }

    /** Shows a class: {label, texts, columns, rows, suggestions}. Called by the server. */
    load(json) {
      const sheet = JSON.parse(json);
      this.texts = sheet.texts;
      this.columns = sheet.columns;
      this.suggestions = sheet.suggestions;
      this.dirty.clear();
      this.bulk = null;
      this.editing = false;
      this.build(sheet);
    }

    /** Shows one row anew, for example locked after it was finished. Called by the server. */
    update(json) {
      const row = JSON.parse(json);
      const at = this.cells.findIndex((cells) => cells[0].row.id === row.id);
      if (at < 0) {
        return;
      }
      const focused = this.cells[at].findIndex((cell) => cell.input === document.activeElement);
      const editing = this.editing;
      const [line, cells] = this.line(row, at);
      this.cells[at].forEach((old, c) => {
        if (this.dirty.delete(old) && cells[c].open) {
          cells[c].input.value = old.input.value;
          this.dirty.set(cells[c], old.input.value);
        }
      });
      this.body.children[at].replaceWith(line);
      this.cells[at] = cells;
      this.grow(cells);
      if (focused >= 0) {
        this.go(cells[focused], editing);
      }
      this.report();
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
      JSON.parse(json).forEach((result) => this.apply(result));
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
      this.undoButton = element("button", { type: "button", class: "ws-button", hidden: true }, this.texts.undo);
      this.undoButton.addEventListener("click", () => this.undo());
      this.retryButton = element("button", { type: "button", class: "ws-button", hidden: true }, this.texts.retry);
      this.retryButton.addEventListener("click", () => this.flush());
      const keys = element("details", { class: "ws-keys" }, element("summary", {}, this.texts.keys));
      keys.append(element("p", {}, this.texts.keysText));
      const bar = element("div", { class: "ws-bar" }, this.status, this.retryButton, this.undoButton, keys);

      const head = element("tr", {}, element("th", { scope: "col" }, this.texts.name));
      for (const column of this.columns) {
        const th = element("th", { scope: "col", class: `ws-${column.kind}` }, column.label);
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
      this.replaceChildren(bar, scroller, this.problems);

      table.addEventListener("keydown", (e) => this.onKey(e));
      table.addEventListener("input", (e) => this.onInput(e));
      table.addEventListener("compositionend", (e) => this.onInput(e));
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
        const cell = this.cell(row, column, at, c);
        line.append(cell.td);
        return cell;
      });
      return [line, cells];
    }

    cell(row, column, r, c) {
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
      const cell = { row, column, r, c, input, stored, state: "", reason: null, open: !row.locked && exempt === undefined };
      input.value = refused ? refused.draft : stored;
      if (exempt !== undefined) {
        input.placeholder = exempt;
      }
      cell.before = input.value;
      cell.td = element("td", { class: `ws-${column.kind}${cell.open ? "" : " ws-closed"}`, "data-label": column.label }, input);
      if (isText && this.suggestions && cell.open) {
        const bank = element("button", {
          type: "button",
          class: "ws-bank",
          tabindex: "-1",
          title: this.texts.bankKey,
          "aria-label": fill(this.texts.bank, row.label),
        });
        bank.textContent = "☰";
        bank.addEventListener("click", () => this.offer(cell));
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
      this.editing = edit;
      cell.input.focus();
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
      if (cell.before !== cell.input.value) {
        cell.before = cell.input.value;
      }
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
      if (this.dirty.has(cell)) {
        this.schedule(SHORT_PAUSE);
      }
      if (!this.contains(event.relatedTarget)) {
        this.flush(true);
      }
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
        if (this.again) {
          this.editing = true;
        } else if (cell.input.selectionStart === cell.input.selectionEnd) {
          cell.input.select();
        }
      }
      this.byMouse = false;
    }

    onDoubleClick(event) {
      if (this.at(event)) {
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
      if (this.menu) {
        this.onMenuKey(event);
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
        this.editing = true;
        cell.input.setRangeText("\n", cell.input.selectionStart, cell.input.selectionEnd, "end");
        this.changed(cell);
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
      } else if (event.key === "F4" && cell.column.kind === "text" && this.suggestions) {
        this.offer(cell);
      } else if (event.key === "Escape") {
        this.write(cell, cell.before);
        this.editing = false;
        this.select(cell, cell);
        cell.input.select();
      } else if ((event.key === "Delete" || event.key === "Backspace") && this.isRange()) {
        this.change(this.range().flat().map((c) => [c, ""]));
      } else if (event.key === "Delete" && !this.editing) {
        this.change([[cell, ""]]);
      } else if (event.key === "Home" && !this.editing) {
        this.go(this.cells[command ? 0 : cell.r][0]);
      } else if (event.key === "End" && !this.editing) {
        this.go(this.cells[command ? this.cells.length - 1 : cell.r].at(-1));
      } else if (command && event.key.toLowerCase() === "d") {
        this.fillDown(cell);
      } else if (command && event.key.toLowerCase() === "z" && this.bulk && !this.editing) {
        this.undo();
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
      if (single && this.editing && !this.isRange()) {
        return;
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
      const last = changes.at(-1)[0];
      this.select(corner, last);
    }

    /** Changes many cells in one step that can be undone; closed cells stay as they are and are counted. */
    change(changes, outside = 0) {
      const open = changes.filter(([cell]) => cell.open);
      const left = changes.length - open.length + outside;
      this.bulk = open.map(([cell]) => [cell, cell.input.value]);
      open.forEach(([cell, value]) => this.write(cell, value));
      this.note = left > 0 ? fill(this.texts.leftOut, open.length, left) : null;
      this.undoButton.hidden = open.length < 2;
      this.report();
    }

    undo() {
      const before = this.bulk ?? [];
      this.bulk = null;
      this.note = null;
      before.forEach(([cell, value]) => this.write(cell, value));
      this.undoButton.hidden = true;
      if (this.active) {
        this.go(this.active);
      }
      this.report();
    }

    // Values

    onInput(event) {
      const cell = this.at(event);
      if (!cell) {
        return;
      }
      this.editing = true;
      if (!event.isComposing) {
        this.changed(cell);
      }
    }

    write(cell, value) {
      if (cell.open && cell.input.value !== value) {
        cell.input.value = value;
        this.changed(cell, SHORT_PAUSE);
      }
    }

    changed(cell, pause) {
      const tidy = this.tidy(cell.column, cell.input.value);
      if (tidy !== cell.input.value) {
        cell.input.value = tidy;
      }
      this.grow([cell]);
      this.dirty.set(cell, cell.input.value);
      const problem = this.problemOf(cell.column, cell.input.value);
      this.mark(cell, problem ? "doubtful" : "", problem);
      this.schedule(pause ?? (cell.column.kind === "text" ? TYPING_PAUSE : SHORT_PAUSE));
      this.reportSoon();
    }

    /** «t» becomes «T», and «d» becomes «Đ» where only that is a symbol. */
    tidy(column, value) {
      if (column.kind === "text") {
        return value;
      }
      if (column.kind === "integer") {
        return value.trim();
      }
      const upper = value.trim().toLocaleUpperCase("vi");
      const crossed = upper.replaceAll("D", "Đ");
      return !column.allowed.includes(upper) && column.allowed.includes(crossed) ? crossed : upper;
    }

    problemOf(column, value) {
      if (value.trim() === "") {
        return null;
      }
      if (column.kind === "level" && !column.allowed.includes(value)) {
        return fill(this.texts.badLevel, column.allowed.join(", "), value);
      }
      if (column.kind === "integer" && !(/^\d{1,4}$/.test(value) && Number(value) >= column.min && Number(value) <= column.max)) {
        return fill(this.texts.badInteger, column.min, column.max, value);
      }
      if (column.kind === "text" && value.length > column.maxLength) {
        return fill(this.texts.tooLong, column.maxLength, value.length);
      }
      return null;
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

    // Saving

    schedule(pause) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.flush(), pause);
    }

    /** One batch at a time; when the person leaves the table nothing may wait, the next click can be the way out. */
    async flush(leaving = false) {
      clearTimeout(this.timer);
      if ((this.underWay > 0 && !leaving) || this.dirty.size === 0 || !this.$server) {
        return;
      }
      const batch = [...this.dirty].slice(0, BATCH);
      batch.forEach(([cell]) => this.dirty.delete(cell));
      this.underWay++;
      this.reportSoon();
      try {
        const edits = batch.map(([cell, value]) => ({ row: cell.row.id, column: cell.column.key, value }));
        const results = JSON.parse(await this.$server.save(JSON.stringify(edits)));
        results.forEach((result) => this.apply(result));
        this.failures = 0;
        this.savedAt = new Date();
        this.underWay--;
        if (this.dirty.size > 0) {
          this.schedule(SHORT_PAUSE);
        }
      } catch (failure) {
        this.underWay--;
        batch.forEach(([cell, value]) => {
          if (!this.dirty.has(cell)) {
            this.dirty.set(cell, value);
            this.mark(cell, "unsaved", this.texts.unsavedCell);
          }
        });
        if (this.failures < RETRY_PAUSES.length) {
          this.schedule(RETRY_PAUSES[this.failures]);
        }
        this.failures++;
      }
      this.report();
    }

    apply(result) {
      const cell = this.cells.flat().find((c) => c.row.id === result.row && c.column.key === result.column);
      if (!cell || this.dirty.has(cell)) {
        return;
      }
      cell.stored = result.value ?? "";
      if (!result.accepted) {
        this.mark(cell, "refused", result.reason);
        return;
      }
      if (!(this.editing && cell === this.active) && cell.input.value !== cell.stored) {
        cell.input.value = cell.stored;
        this.grow([cell]);
      }
      this.mark(cell, "", null);
    }

    reportSoon() {
      if (!this.reporting) {
        this.reporting = requestAnimationFrame(() => this.report());
      }
    }

    report() {
      cancelAnimationFrame(this.reporting);
      this.reporting = null;
      const wrong = this.cells.flat().filter((cell) => cell.reason);
      const parts = [];
      if (this.failures > 0) {
        parts.push(fill(this.texts.unsaved, this.dirty.size));
      } else if (this.underWay > 0 || this.dirty.size > 0) {
        parts.push(this.texts.saving);
      } else if (this.savedAt) {
        parts.push(fill(this.texts.saved, this.savedAt.toLocaleTimeString("vi-VN")));
      } else {
        parts.push(this.texts.ready);
      }
      if (wrong.length > 0) {
        parts.push(fill(this.texts.wrong, wrong.length));
      }
      if (this.note) {
        parts.push(this.note);
      }
      this.retryButton.hidden = this.failures === 0;
      const words = parts.join(" ");
      if (this.status.textContent !== words) {
        this.status.textContent = words;
      }
      this.problems.hidden = wrong.length === 0;
      this.problems.replaceChildren(
        ...wrong.slice(0, 30).map((cell) => {
          const words = `${fill(this.texts.cell, cell.row.label, cell.column.label)}: ${cell.reason}`;
          const button = element("button", { type: "button" }, words);
          button.addEventListener("click", () => this.go(cell));
          return button;
        })
      );
    }

    // The bank of comments

    async offer(cell) {
      if (!cell.open) {
        return;
      }
      this.go(cell, true);
      const offers = JSON.parse(await this.$server.suggest(cell.row.id, cell.column.key));
      this.closeMenu();
      const list = element("ul", { class: "ws-menu", role: "listbox", id: "ws-menu", "aria-label": fill(this.texts.bank, cell.row.label) });
      if (offers.length === 0) {
        list.append(element("li", { class: "ws-menu-empty" }, this.texts.bankEmpty));
      }
      offers.forEach((words, i) => {
        const option = element("li", { role: "option", id: `ws-option-${i}` }, words);
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          this.take(cell, words);
        });
        list.append(option);
      });
      cell.td.append(list);
      this.menu = { list, cell, offers, at: -1 };
      cell.input.setAttribute("aria-controls", "ws-menu");
      this.point(0);
      cell.input.addEventListener("blur", () => this.closeMenu(), { once: true });
    }

    point(at) {
      const options = this.menu.list.querySelectorAll("[role=option]");
      if (options.length === 0) {
        return;
      }
      this.menu.at = (at + options.length) % options.length;
      options.forEach((option, i) => option.setAttribute("aria-selected", i === this.menu.at ? "true" : "false"));
      options[this.menu.at].scrollIntoView({ block: "nearest" });
      this.menu.cell.input.setAttribute("aria-activedescendant", options[this.menu.at].id);
    }

    onMenuKey(event) {
      const { cell, offers, at } = this.menu;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        this.point(at + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && offers.length > 0) {
        this.take(cell, offers[at]);
      } else if (event.key === "Escape" || event.key === "F4" || event.key === "Enter") {
        this.closeMenu();
      } else {
        this.closeMenu();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    }

    take(cell, words) {
      const before = cell.input.value.trim();
      this.closeMenu();
      this.write(cell, before === "" || cell.column.single ? words : `${before} ${words}`);
      this.go(cell, true);
    }

    closeMenu() {
      if (this.menu) {
        this.menu.list.remove();
        this.menu.cell.input.removeAttribute("aria-controls");
        this.menu.cell.input.removeAttribute("aria-activedescendant");
        this.menu = null;
      }
    }
  }

  customElements.define("hocba-worksheet", Worksheet);
})();
