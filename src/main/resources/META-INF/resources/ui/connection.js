/*
 * One bar for everything that stands between this page and the server, in words that can be read from a chair: connection lost, session ended, failure. It takes
 * the place of Vaadin's indicator and of its box in the corner, and counts the cells of a worksheet that are not saved.
 */
import { element, fill } from "./page.js";

/** Shorter breaks are over before anybody has read of them. */
const PATIENCE_MILLIS = 1500;

const listeners = new Set();
let texts = null;
let bar = null;
let words = null;
let action = null;
let timer = null;
let unsaved = 0;
let known = "connected";
let end = null;

const show = () => {
  const parts = [];
  if (unsaved > 0 && known !== "connected") {
    parts.push(fill(texts.unsaved, unsaved));
  }
  if (end) {
    parts.push(end.what, unsaved > 0 ? texts.kept : end.next);
  } else if (known !== "connected") {
    parts.push(known === "lost" ? texts.lost : texts.reconnecting);
  }
  const all = parts.join(" ");
  bar.hidden = all === "";
  action.hidden = !end;
  if (end) {
    action.textContent = end.action;
  }
  if (words.textContent !== all) {
    words.textContent = all;
  }
};

const become = (state) => {
  if (state !== known && !end) {
    known = state;
    show();
    listeners.forEach((listener) => listener(state));
  }
};

/** What Vaadin says about the connection; breaks that are over at once are not told. */
const hear = (state) => {
  const now = { reconnecting: "reconnecting", "connection-lost": "lost" }[state] ?? "connected";
  clearTimeout(timer);
  if (now === "connected") {
    become(now);
  } else if (known === "connected") {
    timer = setTimeout(() => become(now), PATIENCE_MILLIS);
  } else {
    become(now);
  }
};

/** Vaadin has given this page up: the session has ended, or the server failed. */
const giveUp = (box) => {
  clearTimeout(timer);
  const caption = box.querySelector(".caption")?.textContent ?? "";
  const failed = caption === texts.failed;
  const next = navigator.cookieEnabled ? box.querySelector(".message")?.textContent : texts.blocked;
  become(failed ? "failed" : "ended");
  end = {
    what: `${caption}.`,
    next: next ?? "",
    action: failed ? texts.reload : texts["sign-in"],
  };
  show();
};

export const connection = {
  /** connected, reconnecting, lost; and for good: ended, failed. */
  get state() {
    return known;
  },
  onChange(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** How many cells of the worksheet on this page are not saved. */
  set unsaved(count) {
    unsaved = count;
    if (bar) {
      show();
    }
  },
};

const start = (json) => {
  texts = JSON.parse(json);
  if (bar) {
    return;
  }
  words = element("p");
  action = element("button", { type: "button", hidden: true });
  action.addEventListener("click", () => window.location.reload());
  bar = element("div", { class: "connection-bar", role: "alert", hidden: true }, words, action);
  document.body.prepend(bar);
  document.documentElement.classList.add("has-connection-bar");
  window.Vaadin?.connectionState?.addStateChangeListener((before, now) => hear(now));
  new MutationObserver(() => {
    const box = document.querySelector("body > .v-system-error");
    if (box && !end) {
      giveUp(box);
    }
  }).observe(document.body, { childList: true });
};

window.hocbaConnection = { start };
