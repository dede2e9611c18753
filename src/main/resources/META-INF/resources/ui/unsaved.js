/*
 * What was typed and has not reached the server, kept in this browser until it has: by account and sheet, so that nobody else at the same computer is shown it,
 * at most a week, and never with a pupil's name. One entry per open page; a page takes its own back as soon as the server has answered.
 */
import { element, fill, moment } from "./page.js";

const PREFIX = "hocba.unsaved/";
const FORGOTTEN = "hocba.forgotten";
const LONGEST_MILLIS = 7 * 24 * 60 * 60 * 1000;

const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null; // not ours, or storage is closed to this page: nothing is kept there
  }
};

const names = () => {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
};

export const drop = (name) => {
  if (read(name) !== null || names().includes(name)) {
    localStorage.removeItem(name);
  }
};

/** Entries of an account that are young enough, oldest first; what is older than a week goes, whoever's it is. */
export const keptOf = (owner) => {
  const entries = names().map((name) => ({ name, ...read(name) }));
  const old = Date.now() - LONGEST_MILLIS;
  entries.filter((entry) => !(entry.touched > old)).forEach((entry) => drop(entry.name));
  return entries.filter((entry) => entry.touched > old && entry.owner === owner).sort((a, b) => a.touched - b.touched);
};

/** A name for the entry of one open page. */
export const newName = (owner, address) => `${PREFIX}${owner}/${address}/${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;

/** Whether the browser keeps the entry {owner, address, label, since, cells: {key: {value, base}}}. */
export const keep = (name, entry) => {
  try {
    localStorage.setItem(name, JSON.stringify({ ...entry, touched: Date.now() }));
    return true;
  } catch {
    return false; // full, or closed to this page: the caller says so
  }
};

/**
 * Tells when another page of this browser changes what is kept, until the answer is called: `taken(name)` whether an entry was taken away, `forgotten(owner)`
 * whether the person wants nothing to be left in this browser.
 */
export const onChange = (listener) => {
  const hear = (event) => {
    if (event.key === FORGOTTEN ? event.newValue !== null : event.key?.startsWith(PREFIX) !== false) {
      listener({
        taken: (name) => event.key === null || (event.key === name && event.newValue === null),
        forgotten: (owner) => event.key === FORGOTTEN && event.newValue === owner,
      });
    }
  };
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
};

const count = (owner) => keptOf(owner).reduce((sum, entry) => sum + Object.keys(entry.cells).length, 0);

/** Deletes what an account has left here. Its open sheets, this page's too, hear that they may not keep anything again. */
const forget = (owner) => {
  if (count(owner) > 0) {
    localStorage.setItem(FORGOTTEN, owner);
    localStorage.removeItem(FORGOTTEN);
    window.dispatchEvent(new StorageEvent("storage", { key: FORGOTTEN, newValue: owner }));
  }
  keptOf(owner).forEach((entry) => drop(entry.name));
};

/** The server has stored [{row, column, value}] of a sheet whose page had already gone when the answer came. */
const stored = (owner, address, json) => {
  const values = new Map(JSON.parse(json).map((edit) => [`${edit.row} ${edit.column}`, edit.value]));
  for (const { name, ...entry } of keptOf(owner).filter((one) => one.address === address)) {
    const left = Object.entries(entry.cells).filter(([key, cell]) => values.get(key) !== cell.value);
    if (left.length === 0) {
      drop(name);
    } else if (left.length < Object.keys(entry.cells).length) {
      keep(name, { ...entry, cells: Object.fromEntries(left) });
    }
  }
};

let reminder = null;

/** What is kept of a sheet, to read and to throw away: the way to the sheet may be closed by now. */
const contentOf = (sheet, texts, discard) => {
  const list = element("ul", {}, ...sheet.values.map((value) => element("li", {}, value === "" ? texts.empty : `«${value}»`)));
  const away = element("button", { type: "button", class: "ws-button", "aria-label": `${texts.discard}: ${sheet.label}` }, texts.discard);
  away.addEventListener("click", discard);
  return element("details", {}, element("summary", {}, texts.values), list, away);
};

/** On every other screen: which sheets have cells that are not saved, and the way there. */
const remind = (owner, here, json) => {
  const texts = JSON.parse(json);
  reminder?.remove();
  const sheets = new Map();
  for (const entry of keptOf(owner).filter((one) => one.address !== here)) {
    const sheet = sheets.get(entry.address) ?? { label: entry.label, since: entry.since, values: [], names: [] };
    sheet.values.push(...Object.values(entry.cells).map((cell) => cell.value));
    sheet.names.push(entry.name);
    sheets.set(entry.address, sheet);
  }
  if (sheets.size === 0) {
    return;
  }
  const later = element("button", { type: "button", class: "ws-button" }, texts.later);
  later.addEventListener("click", () => reminder.remove());
  reminder = element("section", { class: "unsaved-reminder", "aria-label": texts.label, role: "status" });
  for (const [address, sheet] of sheets) {
    const way = element("a", { href: new URL(address, document.baseURI).href }, texts.open);
    way.setAttribute("aria-label", `${texts.open}: ${sheet.label}`);
    reminder.append(
      element("p", {}, `${fill(texts.sheet, sheet.values.length, sheet.label, moment(sheet.since))} `, way),
      contentOf(sheet, texts, () => {
        sheet.names.forEach(drop);
        remind(owner, here, json);
      })
    );
  }
  reminder.append(later);
  document.body.append(reminder);
};

window.hocbaUnsaved = { count, forget, stored, remind };
