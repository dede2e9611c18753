package vn.hocba.document.typeset;

/** A stretch of text in one style. */
public record Run(String text, Style style) {}
