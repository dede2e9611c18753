package vn.hocba.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import vn.hocba.shared.Refused;

/** An upload field. What the browser is asked to keep to, the server holds it to; the files lie on the disk until they are used, removed, or the field is gone. */
public class FileUpload extends Upload {

    private static final long serialVersionUID = 1L;

    /**
     * What a field takes.
     *
     * @param files at most so many at a time
     * @param fileBytes of one file
     * @param allBytes of all files of the field
     */
    public record Limits(int files, int fileBytes, long allBytes) implements Serializable {}

    /** Where a person reads that a file was not taken, and why. */
    public interface Refusals extends Serializable {

        void say(String fileName, String reason);
    }

    private static final String KEEP_SECOND_OUT =
            """
            this.addEventListener('upload-before', event => {
              const added = event.detail.file;
              if (this.files.some(other => other !== added && other.name === added.name
                  && (other.uploading || other.complete || other.error))) {
                event.preventDefault();
                this.files = this.files.filter(other => other !== added);
                this.dispatchEvent(new CustomEvent('name-taken', {detail: added.name}));
              }
            });
            """;

    private final Limits limits;
    private Refusals refusals = (fileName, reason) -> Notice.refused(reason);
    private final transient List<FormFile> received = new ArrayList<>();
    private int arriving;
    private boolean eachNameOnce;

    /** @param types endings of file names, such as {@code .pdf} */
    public FileUpload(Limits limits, String... types) {
        this.limits = limits;
        setUploadHandler(new Receiver());
        setAcceptedFileTypes(types);
        setMaxFiles(limits.files());
        setMaxFileSize(limits.fileBytes());
        setWidthFull();
        addFileRejectedListener(event -> refusals.say(event.getFileName(), event.getErrorMessage()));
        addFileRemovedListener(event -> forget(event.getFileName()));
    }

    /** Says refusals in another place than the notices of the shell. */
    public void sayRefusals(Refusals elsewhere) {
        refusals = elsewhere;
    }

    /**
     * Takes no two files of one name, where a person removes them one by one: the browser says a name, and two of one name could be taken for each other. A second
     * one does not even come into the list.
     */
    protected void takeEachNameOnce() {
        eachNameOnce = true;
        getElement()
                .addEventListener(
                        "name-taken", event -> refuseName(event.getEventData().getString("event.detail")))
                .addEventData("event.detail");
        addAttachListener(attached -> getElement().executeJs(KEEP_SECOND_OUT));
    }

    private void refuseName(String fileName) {
        refusals.say(fileName, nameTaken(fileName).text(Wording.locale()));
    }

    private static Refused nameTaken(String fileName) {
        return Refused.invalid("ui.upload.refused.name", fileName);
    }

    /** The files that are there, in the order in which they came; no two bear the same name. */
    public List<FormFile> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    /** Deletes all files and empties the list on the screen. */
    public void forgetAll() {
        deleteAll();
        clearFileList();
    }

    /** Told whenever a file has come. */
    protected void arrived() {}

    @Override
    protected void onDetach(DetachEvent event) {
        deleteAll();
        super.onDetach(event);
    }

    private void deleteAll() {
        synchronized (received) {
            received.forEach(FormFile::delete);
            received.clear();
        }
    }

    /** Deletes one file. */
    public void forget(String name) {
        synchronized (received) {
            received.stream().filter(file -> file.name().equals(name)).forEach(FormFile::delete);
            received.removeIf(file -> file.name().equals(name));
        }
    }

    /** @return how many bytes the next file may have */
    private long admit() {
        synchronized (received) {
            if (received.size() + arriving >= limits.files()) {
                throw Refused.invalid("ui.upload.refused.count", limits.files());
            }
            arriving++;
            return Math.min(limits.fileBytes(), limits.allBytes() - held());
        }
    }

    private long held() {
        return received.stream().mapToLong(FormFile::size).sum();
    }

    /** @throws Refused when others that came at the same time have filled the field, or one has the name */
    private void keep(FormFile file) {
        synchronized (received) {
            if (held() + file.size() > limits.allBytes()) {
                throw tooMuch();
            }
            if (eachNameOnce && isTaken(file.name())) {
                throw nameTaken(file.name());
            }
            received.add(file.named(free(file.name())));
        }
    }

    /** Two folders may hold files of one name: each is spoken of by its own. */
    private String free(String name) {
        String free = name;
        for (int n = 2; isTaken(free); n++) {
            free = name + " (" + n + ")";
        }
        return free;
    }

    private boolean isTaken(String name) {
        return received.stream().anyMatch(file -> file.name().equals(name));
    }

    private Refused tooMuch() {
        return Refused.invalid("ui.upload.refused.all", UploadSpace.inMegabytes(limits.allBytes()));
    }

    private final class Receiver implements UploadHandler {

        private static final long serialVersionUID = 1L;

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            UI ui = event.getUI();
            try {
                receive(event, ui);
            } catch (Refused refused) {
                event.getResponse().setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                event.getResponse().setHeader("Connection", "close");
                ui.access(() -> refusals.say(event.getFileName(), refused.text(ui.getLocale())));
            }
        }

        private void receive(UploadEvent event, UI ui) throws IOException {
            long room = admit();
            FormFile file = null;
            try {
                file = new FormFile(
                        event.getFileName(), space(event).store(person(event), event.getInputStream(), room));
                keep(file);
            } catch (Refused refused) {
                if (file != null) {
                    file.delete();
                }
                throw room < limits.fileBytes() && refused.key().equals("ui.upload.refused.size") ? tooMuch() : refused;
            } finally {
                synchronized (received) {
                    arriving--;
                }
            }
            tell(ui);
        }

        /** The field may be gone by now, and its files with it. */
        private void tell(UI ui) {
            try {
                ui.access(() -> {
                    if (isAttached()) {
                        arrived();
                    } else {
                        deleteAll();
                    }
                });
            } catch (UIDetachedException gone) {
                deleteAll();
            }
        }

        /** The status was set where the file was refused. */
        @Override
        public void responseHandled(boolean success, VaadinResponse response) {
            if (!success) {
                response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }

        @Override
        public long getRequestSizeMax() {
            return limits.fileBytes() + FRAME;
        }

        @Override
        public long getFileSizeMax() {
            return limits.fileBytes();
        }

        @Override
        public long getFileCountMax() {
            return 1;
        }
    }

    /** What a browser writes around one file. */
    private static final int FRAME = 64 * 1024;

    private static UploadSpace space(UploadEvent event) {
        return event.getSession().getService().getInstantiator().getOrCreate(UploadSpace.class);
    }

    private static String person(UploadEvent event) {
        Principal signedIn = event.getRequest().getUserPrincipal();
        return signedIn == null ? event.getSession().getSession().getId() : signedIn.getName();
    }
}
