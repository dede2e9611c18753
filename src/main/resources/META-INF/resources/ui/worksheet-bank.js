/* The bank of comments: a list below a cell, walked through with the arrows. */
import { element, fill } from "./page.js";

export class Bank {
  /** @param sheet the element: texts, go(cell, edit), change([[cell, value]]), $server */
  constructor(sheet) {
    this.sheet = sheet;
    this.menu = null;
  }

  get isOpen() {
    return this.menu !== null;
  }

  async offer(asked) {
    if (!asked.open || this.sheet.saving.ended) {
      return;
    }
    this.sheet.go(asked, true);
    const offers = JSON.parse(await this.sheet.$server.suggest(asked.row.id, asked.column.key));
    const cell = this.sheet.cell(asked.key);
    if (!cell?.open || cell.input !== document.activeElement) {
      return; // the person has gone on, or the row was locked, while the answer was under way
    }
    this.close();
    const texts = this.sheet.texts;
    const list = element("ul", { class: "ws-menu", role: "listbox", id: "ws-menu", "aria-label": fill(texts.bank, cell.row.label) });
    if (offers.length === 0) {
      list.append(element("li", { class: "ws-menu-empty" }, texts.bankEmpty));
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
    cell.input.addEventListener("blur", () => this.close(), { once: true });
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

  onKey(event) {
    const { cell, offers, at } = this.menu;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      this.point(at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && offers.length > 0) {
      this.take(cell, offers[at]);
    } else if (event.key === "Escape" || event.key === "F4" || event.key === "Enter") {
      this.close();
    } else {
      this.close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** The row with the list is shown anew. */
  closeIn(cells) {
    if (cells.includes(this.menu?.cell)) {
      this.close();
    }
  }

  take(cell, words) {
    const before = cell.input.value.trim();
    this.close();
    this.sheet.change([[cell, before === "" || cell.column.single ? words : `${before} ${words}`]]);
    this.sheet.go(cell, true);
  }

  close() {
    if (this.menu) {
      this.menu.list.remove();
      this.menu.cell.input.removeAttribute("aria-controls");
      this.menu.cell.input.removeAttribute("aria-activedescendant");
      this.menu = null;
    }
  }
}
