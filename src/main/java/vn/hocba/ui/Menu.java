package vn.hocba.ui;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.hocba.identity.CurrentUser;

/** The menu entries of all modules, as far as a person's roles go. */
@Component
class Menu {

    private final ObjectProvider<MenuEntry> entries;

    Menu(ObjectProvider<MenuEntry> entries) {
        this.entries = entries;
    }

    List<MenuEntry> of(CurrentUser user) {
        return entries.stream()
                .filter(entry -> entry.isFor(user))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
    }
}
