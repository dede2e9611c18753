package vn.hocba.assessment;

/**
 * Two cells of a part that hardly go together: usually a slip of the pen.
 *
 * @param part its code
 * @param level what stands in the cell of the level
 * @param mark what stands in the cell of the mark
 */
public record Contradiction(String part, String level, String mark) {}
