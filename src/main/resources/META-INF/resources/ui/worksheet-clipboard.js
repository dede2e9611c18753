/* Blocks of cells as spreadsheets put them on the clipboard: rows of a line each, tabs between cells. */

/**
 * A cell in quotes that begins at a place, as spreadsheets write cells of several lines; or null where the quote is no more than a sign that someone typed,
 * such as the ditto mark below another comment. No spreadsheet writes a tab into a quoted cell, quotes one line without need, or starts a cell with an empty line.
 */
const quotedAt = (text, start) => {
  let value = "";
  let escaped = false;
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i];
    if (c === "\t") {
      return null;
    }
    if (c !== '"') {
      value += c;
    } else if (text[i + 1] === '"') {
      value += c;
      escaped = true;
      i++;
    } else if (i + 1 < text.length && !"\t\r\n".includes(text[i + 1])) {
      return null;
    } else {
      const tidy = value.replace(/\r\n?/g, "\n");
      const meant = escaped || tidy.includes("\n");
      return meant && tidy === tidy.replace(/^\n+|\n+$/g, "") ? { value: tidy, end: i + 1 } : null;
    }
  }
  return null;
};

/** Text of a spreadsheet's clipboard as rows of cells: tabs, CRLF or LF, cells in quotes may hold several lines. Empty text has no rows. */
export const parseBlock = (text) => {
  const rows = [];
  let row = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? quotedAt(text, at) : null;
    let end = quoted ? quoted.end : at;
    while (end < text.length && !"\t\r\n".includes(text[end])) {
      end++;
    }
    row.push(quoted ? quoted.value : text.slice(at, end));
    const separator = text[end];
    at = end + (separator === "\r" && text[end + 1] === "\n" ? 2 : 1);
    if (separator === "\t") {
      if (at >= text.length) {
        row.push("");
      }
    } else {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) {
    rows.push(row);
  }
  return rows;
};

export const formatBlock = (rows) =>
  rows
    .map((row) =>
      row
        .map((value) => value.replaceAll("\t", " "))
        .map((value) => (/[\n\r"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
        .join("\t")
    )
    .join("\r\n");
