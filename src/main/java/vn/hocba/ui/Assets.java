package vn.hocba.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Where our own style sheet and scripts are: below a version made of their content, so that browsers may keep them for ever. */
final class Assets {

    static final String FOLDER = "META-INF/resources/ui/";
    static final String STYLE = "hocba.css";
    static final String WORKSHEET = "worksheet.js";
    static final String DIAGRAM = "diagram.js";
    static final String CONNECTION = "connection.js";
    static final String UNSAVED = "unsaved.js";

    /** Modules that the scripts above import by their own relative addresses. */
    private static final List<String> IMPORTED = List.of(
            "page.js",
            "worksheet-bank.js",
            "worksheet-clipboard.js",
            "worksheet-history.js",
            "worksheet-notices.js",
            "worksheet-saving.js",
            "worksheet-values.js");

    static final String VERSION = version();

    private Assets() {}

    /** Relative to the application's base: {@code ui/4f3a…/hocba.css}. */
    static String path(String file) {
        return "ui/" + VERSION + "/" + file;
    }

    /** As {@link com.vaadin.flow.component.page.Page#addJavaScript} wants it. */
    static String url(String file) {
        return "context://" + path(file);
    }

    private static String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : List.of(STYLE, WORKSHEET, DIAGRAM, CONNECTION, UNSAVED)) {
                digest.update(read(file));
            }
            for (String file : IMPORTED) {
                digest.update(read(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
