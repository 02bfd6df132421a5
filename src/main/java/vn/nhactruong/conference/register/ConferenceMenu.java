package vn.nhactruong.conference.register;

import java.util.EnumSet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.account.NavEntry;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.ConferenceTab;
import vn.nhactruong.shared.Role;

/** The conferences' menu entry and the first tabs of each. */
@Configuration(proxyBeanMethods = false)
class ConferenceMenu {

	@Bean
	NavEntry conferencesEntry() {
		return new NavEntry("conferences", "/conferences", "nav.conferences", 20,
				EnumSet.complementOf(EnumSet.of(Role.ADMIN)));
	}

	@Bean
	ConferenceTab overviewTab() {
		return new Tab("", "conference.tab.overview", 10, false);
	}

	@Bean
	ConferenceTab invitationsTab() {
		return new Tab("invitations", "conference.tab.invitations", 15, true);
	}

	private record Tab(String path, String labelKey, int order, boolean officeOnly) implements ConferenceTab {

		@Override
		public boolean visibleTo(Viewer viewer, ConferenceSummary conference) {
			return !this.officeOnly || viewer.is(Role.OFFICE);
		}

	}

}
