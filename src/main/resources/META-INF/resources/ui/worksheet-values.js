/* What may stand in a cell of a column, and the form it is given while it is typed. */
import { fill } from "./page.js";

/** Whether a column of words needs the width of a number with decimals and no more. */
export const isShort = (column) => column.kind === "text" && column.maxLength <= 20;

/** Whether a column takes one letter a cell: what is typed next replaces it. */
export const isOneLetter = (column) => column.kind === "level" && column.allowed.every((symbol) => symbol.length === 1);

/** «t» becomes «T», and «d» becomes «Đ» where only that is a symbol. */
export const tidy = (column, value) => {
  if (column.kind === "text") {
    return value;
  }
  if (column.kind === "integer") {
    return value.trim();
  }
  const upper = value.trim().toLocaleUpperCase("vi");
  const crossed = upper.replaceAll("D", "Đ");
  return !column.allowed.includes(upper) && column.allowed.includes(crossed) ? crossed : upper;
};

const SHOWN = 60;

const short = (value) => (value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);

/** Why a value will be refused, or null. */
export const problemOf = (column, value, texts) => {
  if (value.trim() === "") {
    return null;
  }
  if (column.kind === "level" && !column.allowed.includes(value)) {
    return fill(texts.badLevel, column.allowed.join(", "), short(value));
  }
  if (column.kind === "integer" && !(/^\d{1,4}$/.test(value) && Number(value) >= column.min && Number(value) <= column.max)) {
    return fill(texts.badInteger, column.min, column.max, short(value));
  }
  if (column.kind === "text" && value.length > column.maxLength) {
    return fill(texts.tooLong, column.maxLength, value.length);
  }
  return null;
};
