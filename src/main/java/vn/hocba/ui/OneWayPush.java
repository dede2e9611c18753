package vn.hocba.ui;

import java.util.List;
import org.atmosphere.cpr.AtmosphereConfig;
import org.atmosphere.cpr.AtmosphereRequest;
import org.atmosphere.websocket.WebSocket;
import org.atmosphere.websocket.WebSocketProcessor;
import org.atmosphere.websocket.WebSocketProtocol;

/**
 * Push goes from the server to the browser only. What a browser has to say it sends as requests, whose size is bounded and which are checked one by one; whoever
 * says it over the open line instead is no browser of ours, and the line is closed at the first word. Atmosphere makes it by name ({@link PushConfiguration}).
 */
public final class OneWayPush implements WebSocketProtocol {

    @Override
    public void configure(AtmosphereConfig config) {
        // Nothing can be set.
    }

    /** @return nothing to be handled, ever */
    @Override
    public List<AtmosphereRequest> onMessage(WebSocket line, String message) {
        return close(line);
    }

    /** @return nothing to be handled, ever */
    @Override
    public List<AtmosphereRequest> onMessage(WebSocket line, byte[] message, int offset, int length) {
        return close(line);
    }

    private static List<AtmosphereRequest> close(WebSocket line) {
        line.close();
        return List.of();
    }

    @Override
    public void onOpen(WebSocket line) {
        // The handshake was a request and has been checked.
    }

    @Override
    public void onClose(WebSocket line) {
        // The screen's own push connection takes notice.
    }

    @Override
    public void onError(WebSocket line, WebSocketProcessor.WebSocketException error) {
        line.close();
    }
}
