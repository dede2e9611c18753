package vn.hocba.document.typeset;

/** What stands in the margins of every page. */
public interface PageFrame {

    /**
     * @param page from 1
     * @param pages of the document
     */
    void draw(Canvas canvas, int page, int pages);
}
