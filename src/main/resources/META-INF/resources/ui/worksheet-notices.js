/* What a worksheet has to ask above its table: cells that an earlier page left unsaved, and cells that hold two values. */
import { element, fill, moment } from "./page.js";

const button = (words, name, act) => {
  const made = element("button", { type: "button", class: "ws-button", "aria-label": name }, words);
  made.addEventListener("click", act);
  return made;
};

export class Notices {
  /** @param sheet the element: texts, saving, cell(key), restore(), discard(), choose(key, own), go(cell) */
  constructor(sheet) {
    this.sheet = sheet;
    this.offer = element("section", { class: "ws-notice", role: "status", "aria-label": sheet.texts.offerLabel, hidden: true });
    this.conflicts = element("section", { class: "ws-notice ws-conflicts", role: "alert", "aria-label": sheet.texts.conflicts, hidden: true });
    this.shown = "";
  }

  show() {
    const { offer, conflicts } = this.sheet.saving;
    const now = JSON.stringify([
      offer && [...offer.cells],
      [...conflicts].map(([key, conflict]) => [key, conflict, this.sheet.cell(key)?.open]),
      this.sheet.saving.ended,
    ]);
    if (now === this.shown) {
      return;
    }
    this.shown = now;
    this.showOffer(offer);
    this.showConflicts(conflicts);
  }

  showOffer(offer) {
    this.offer.hidden = !offer;
    this.offer.replaceChildren();
    if (!offer) {
      return;
    }
    const { texts, saving } = this.sheet;
    const disputed = [...offer.cells.keys()].filter((key) => saving.isDisputed(key)).length;
    const words = [fill(texts.offer, offer.cells.size, moment(offer.since))];
    if (disputed > 0) {
      words.push(fill(texts.offerDisputed, disputed));
    }
    const list = element("ul");
    for (const [key, kept] of offer.cells) {
      const cell = this.sheet.cell(key);
      const place = cell ? this.sheet.place(cell) : texts.gone;
      list.append(
        element("li", {}, cell ? fill(texts.offerCell, place, this.quote(kept.value), this.quote(cell.stored)) : `${place}: ${this.quote(kept.value)}`)
      );
    }
    this.offer.append(element("p", {}, words.join(" ")));
    if (!saving.ended && [...offer.cells.keys()].some((key) => this.sheet.cell(key))) {
      this.offer.append(button(texts.restore, null, () => this.sheet.restore()));
    }
    if (!saving.ended) {
      this.offer.append(button(texts.discard, texts.discardLabel, () => this.sheet.discard()));
    }
    this.offer.append(
      element("details", {}, element("summary", {}, texts.offerCells), list)
    );
  }

  showConflicts(conflicts) {
    this.conflicts.hidden = conflicts.size === 0;
    const { texts } = this.sheet;
    this.conflicts.replaceChildren(
      ...[...conflicts].map(([key, { mine, theirs }]) => {
        const cell = this.sheet.cell(key);
        const place = this.sheet.place(cell);
        const line = element("div", { class: "ws-conflict" });
        if (cell.open) {
          line.append(
            element("p", {}, fill(texts.conflict, place, this.quote(mine), this.quote(theirs))),
            button(texts.keepMine, `${texts.keepMine}: ${place}`, () => this.sheet.choose(key, true)),
            button(texts.takeTheirs, `${texts.takeTheirs}: ${place}`, () => this.sheet.choose(key, false))
          );
        } else {
          line.append(
            element("p", {}, fill(texts.closedTyped, place, this.sheet.closedBecause(cell), this.quote(mine))),
            button(texts.discard, `${texts.discard}: ${place}`, () => this.sheet.choose(key, false))
          );
        }
        return line;
      })
    );
  }

  quote(value) {
    return value === "" ? this.sheet.texts.empty : `«${value}»`;
  }
}
