package vn.nhactruong.directive.register;

import java.util.EnumSet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.account.NavEntry;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.ConferenceTab;
import vn.nhactruong.directive.work.DirectiveFiles;
import vn.nhactruong.file.FileOwner;
import vn.nhactruong.shared.Role;

/** What the module contributes to the menu, to a conference's tabs and to files. */
@Configuration(proxyBeanMethods = false)
class DirectiveMenu {

	@Bean
	NavEntry directivesEntry() {
		return new NavEntry("directives", "/directives", "nav.directives", 30,
				EnumSet.complementOf(EnumSet.of(Role.ADMIN)));
	}

	@Bean
	ConferenceTab implementationTab() {
		return new ConferenceTab() {

			@Override
			public String path() {
				return "implementation";
			}

			@Override
			public String labelKey() {
				return "directive.implementation";
			}

			@Override
			public int order() {
				return 70;
			}

			@Override
			public boolean visibleTo(Viewer viewer, ConferenceSummary conference) {
				return conference.followsId() != null || conference.status() == ConferenceStatus.CONCLUDED
						|| conference.status() == ConferenceStatus.CLOSED;
			}

		};
	}

	@Bean
	FileOwner directiveWorkFiles(DirectiveFiles files) {
		return files.ofWork();
	}

	@Bean
	FileOwner directiveReportFiles(DirectiveFiles files) {
		return files.ofReports();
	}

	@Bean
	FileOwner directiveContributionFiles(DirectiveFiles files) {
		return files.ofContributions();
	}

}
