/* Small things that our scripts share. */

/** Puts values into a text of the bundles, which has {0}, {1}, …: */
export const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (all, i) => values[i]);

export const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children);
  return made;
};

/** As our screens write an instant: 16:40, 21/05/2027. */
export const moment = (millis) => {
  const parts = new Date(millis);
  const two = (number) => String(number).padStart(2, "0");
  return `${two(parts.getHours())}:${two(parts.getMinutes())}, ${two(parts.getDate())}/${two(parts.getMonth() + 1)}/${parts.getFullYear()}`;
};
