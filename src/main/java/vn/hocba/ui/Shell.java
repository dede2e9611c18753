package vn.hocba.ui;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;

/** The page around every screen: our style sheet. An annotation here would give push to everybody; who has it says {@link PushSettings}. */
@Viewport("width=device-width, initial-scale=1")
public class Shell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Học bạ số");
        settings.addLink("stylesheet", Assets.path(Assets.STYLE));
        settings.addFavIcon("icon", Assets.path("icon.svg"), "any");
        settings.addMetaTag("theme-color", "#14402c");
    }
}
