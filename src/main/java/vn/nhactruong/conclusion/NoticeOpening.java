package vn.nhactruong.conclusion;

import java.util.List;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import vn.nhactruong.conference.ConferencePaper;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.shared.DateFormats;

/**
 * What the notice says of its conference: kept with the approval, so that the paper reads
 * as the leader saw it.
 */
@Component
public class NoticeOpening implements ConferencePaper {

	private final ConclusionRepository conclusions;

	private final Conferences conferences;

	private final MessageSource messages;

	NoticeOpening(ConclusionRepository conclusions, Conferences conferences, MessageSource messages) {
		this.conclusions = conclusions;
		this.conferences = conferences;
		this.messages = messages;
	}

	@Override
	public boolean keeps(long conferenceId) {
		return this.conclusions.existsByConferenceIdAndPrintedAboutIsNotNull(conferenceId);
	}

	/** Keeps it from here on; what was kept before stays. */
	public void print(Conclusion conclusion, ConferenceSummary conference) {
		if (conclusion.getPrintedAbout() == null) {
			conclusion.print(about(conference), opening(conference));
		}
	}

	public String about(Conclusion conclusion, ConferenceSummary conference) {
		return (conclusion.getPrintedAbout() != null) ? conclusion.getPrintedAbout() : about(conference);
	}

	public String opening(Conclusion conclusion, ConferenceSummary conference) {
		return (conclusion.getPrintedOpening() != null) ? conclusion.getPrintedOpening() : opening(conference);
	}

	private String about(ConferenceSummary conference) {
		return text("conclusion.paper.about", conference.title());
	}

	/** Who presided belongs into the paper; conferences taken over may not know it. */
	private String opening(ConferenceSummary conference) {
		List<String> chairs = this.conferences.chairs(conference.id())
			.stream()
			.map((chair) -> StringUtils.hasText(chair.getPosition())
					? text("conclusion.paper.chairWithPosition", chair.getName(), chair.getPosition())
					: text("conclusion.paper.chair", chair.getName()))
			.toList();
		return chairs.isEmpty()
				? text("conclusion.paper.opening", days(conference), conference.place(), inSentence(conference.title()))
				: text("conclusion.paper.presided", days(conference), conference.place(),
						inSentence(conference.title()), String.join("; ", chairs));
	}

	/** "Hội nghị …" within a sentence; an abbreviation keeps its capitals. */
	private static String inSentence(String title) {
		return (title.length() > 1 && Character.isLowerCase(title.charAt(1)))
				? title.substring(0, 1).toLowerCase(PartyNames.PAPER) + title.substring(1) : title;
	}

	private String days(ConferenceSummary conference) {
		return conference.startsOn().equals(conference.endsOn())
				? text("conclusion.paper.day", DateFormats.day(conference.startsOn())) : text("conclusion.paper.days",
						DateFormats.day(conference.startsOn()), DateFormats.day(conference.endsOn()));
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, PartyNames.PAPER);
	}

}
