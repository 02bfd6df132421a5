package vn.nhactruong.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import vn.nhactruong.agenda.AgendaWarning.Kind;
import vn.nhactruong.agenda.AgendaWarnings.Engagement;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.setting.DatedNumber;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The rules of an agenda that need no database: items, warnings, differences. */
class AgendaRulesTests {

	private static final LocalDate FIRST = LocalDate.of(2026, 12, 3);

	private static final LocalDate SECOND = LocalDate.of(2026, 12, 4);

	@Test
	void an_item_needs_both_times_or_none() {
		assertRefused("endsAt", "agenda.error.bothTimes", content(FIRST, "08:00", null));
		assertRefused("startsAt", "agenda.error.bothTimes", content(FIRST, null, "08:00"));
		assertThat(new AgendaItem(1, 1, content(FIRST, null, null)).getContent().startsAt()).isNull();
	}

	@Test
	void an_item_ends_after_it_starts() {
		assertRefused("endsAt", "agenda.error.endBeforeStart", content(FIRST, "09:00", "08:59"));
		assertRefused("endsAt", "agenda.error.endBeforeStart", content(FIRST, "09:00", "09:00"));
	}

	@Test
	void a_time_needs_a_day_and_a_position_a_name() {
		assertRefused("day", "agenda.error.timeWithoutDay", content(null, "08:00", "09:00"));
		assertRefused("speaker", "agenda.error.positionWithoutSpeaker",
				new AgendaContent(AgendaItemKind.REPORT, "A", FIRST, null, null, null, "Chánh Văn phòng", null, null));
	}

	@Test
	void a_removed_item_stands_every_further_act_off() {
		AgendaItem item = new AgendaItem(1, 1, content(FIRST, null, null));
		AgendaItem other = new AgendaItem(1, 2, content(FIRST, null, null));
		item.remove(Instant.EPOCH);
		assertThat(item.isRemoved()).isTrue();
		for (Runnable act : List.<Runnable>of(() -> item.write(content(FIRST, "08:00", "09:00")),
				() -> item.remove(Instant.EPOCH), () -> item.swap(other))) {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(act::run)
				.satisfies((refused) -> assertThat(refused.messageKey()).isEqualTo("agenda.error.removed"));
		}
		assertThat(item.getContent().startsAt()).isNull();
	}

	@Test
	void items_stand_by_day_then_time_then_place() {
		AgendaItem untimed = new AgendaItem(1, 1, content(FIRST, null, null));
		AgendaItem late = new AgendaItem(1, 2, content(FIRST, "10:00", "11:00"));
		AgendaItem early = new AgendaItem(1, 3, content(FIRST, "08:00", "09:00"));
		AgendaItem untimedAfter = new AgendaItem(1, 4, content(FIRST, null, null));
		AgendaItem nextDay = new AgendaItem(1, 0, content(SECOND, "07:00", "08:00"));
		AgendaItem unknown = new AgendaItem(1, 0, content(null, null, null));
		assertThat(Stream.of(unknown, nextDay, untimedAfter, early, late, untimed).sorted(AgendaItem.IN_ORDER))
			.containsExactly(early, late, untimed, untimedAfter, nextDay, unknown);
	}

	@Test
	void only_items_without_a_time_on_one_day_change_places() {
		AgendaItem untimed = new AgendaItem(1, 1, content(FIRST, null, null));
		AgendaItem neighbour = new AgendaItem(1, 2, content(FIRST, null, null));
		assertThat(untimed.swapsWith(neighbour)).isTrue();
		assertThat(untimed.swapsWith(new AgendaItem(1, 3, content(SECOND, null, null)))).isFalse();
		assertThat(untimed.swapsWith(new AgendaItem(1, 3, content(FIRST, "08:00", "09:00")))).isFalse();
		untimed.swap(neighbour);
		assertThat(List.of(untimed.getPositionNo(), neighbour.getPositionNo())).containsExactly(2, 1);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("warned")
	void a_draft_is_warned_about(String what, List<AgendaLine> draft, Integer longest, List<Kind> expected) {
		assertThat(AgendaWarnings.of(conference(), draft, limit(longest), List.of())).as(what)
			.extracting(AgendaWarning::kind)
			.containsExactlyElementsOf(expected);
	}

	/** The conference: afternoon of the first day, whole second day. */
	static Stream<Arguments> warned() {
		AgendaLine first = line(1, FIRST, "13:30", "14:00", "A");
		AgendaLine second = line(2, SECOND, "08:00", "09:00", "B");
		return Stream.of(Arguments.of("nothing yet", List.of(), 1, List.of()),
				Arguments.of("all in order", List.of(first, second), 2, List.of()),
				Arguments.of("touching is no overlap", List.of(first, line(3, FIRST, "14:00", "14:30", "A"), second), 2,
						List.of()),
				Arguments.of("two at once", List.of(first, line(3, FIRST, "13:59", "14:30", "C"), second), 2,
						List.of(Kind.OVERLAP)),
				Arguments.of("same time on another day", List.of(first, line(3, SECOND, "13:30", "14:00", "A")), 3,
						List.of()),
				Arguments.of("one person twice at once, however typed",
						List.of(first, line(3, FIRST, "13:45", "14:30", " a "), second), 2,
						List.of(Kind.SPEAKER_TWICE)),
				Arguments.of("three half-days where two are allowed",
						List.of(first, second, line(3, SECOND, "14:00", "15:00", "C")), 2, List.of(Kind.TOO_LONG)),
				Arguments.of("three half-days where three are allowed",
						List.of(first, second, line(3, SECOND, "14:00", "15:00", "C")), 3, List.of()),
				Arguments.of("no rule in force then", List.of(first, second, line(3, SECOND, "14:00", "15:00", "C")),
						null, List.of()),
				Arguments.of("days without times count as they are called",
						List.of(line(1, FIRST, null, null, "A"), line(2, SECOND, null, null, "B")), 2,
						List.of(Kind.TOO_LONG)),
				Arguments.of("a visit doesn't lengthen the meeting",
						List.of(first, second, of(3, AgendaItemKind.SIDE_PROGRAM, SECOND, "14:00", "17:00", null)), 2,
						List.of()),
				Arguments.of("nobody speaks", List.of(line(1, FIRST, "13:30", "14:00", null), second), 2,
						List.of(Kind.NO_SPEAKER)),
				Arguments.of("discussion, break and visit need no speaker",
						List.of(first, of(3, AgendaItemKind.DISCUSSION, FIRST, "14:00", "15:00", null),
								of(4, AgendaItemKind.BREAK, FIRST, "15:00", "15:30", null),
								of(5, AgendaItemKind.SIDE_PROGRAM, FIRST, "15:30", "16:00", null), second),
						2, List.of()),
				Arguments.of("morning of an afternoon's conference",
						List.of(line(1, FIRST, "10:00", "11:00", "A"), second), 2, List.of(Kind.OUTSIDE)),
				Arguments.of("a day the conference doesn't have any more",
						List.of(first, second, line(3, SECOND.plusDays(1), "08:00", "09:00", "C")), 3,
						List.of(Kind.OUTSIDE)),
				Arguments.of("a day without items", List.of(first), 2, List.of(Kind.EMPTY_DAY)),
				Arguments.of("an archive without days", List.of(line(1, null, null, null, "A")), 1, List.of()));
	}

	@Test
	void a_warning_names_the_items_concerned() {
		AgendaLine one = line(1, FIRST, "13:30", "14:00", "A");
		AgendaLine two = line(2, FIRST, "13:45", "14:15", "B");
		AgendaWarning overlap = AgendaWarnings.of(conference(), List.of(one, two), Optional.empty(), List.of()).get(0);
		assertThat(overlap.kind()).isEqualTo(Kind.OVERLAP);
		assertThat(overlap.items()).containsExactly(one, two);
		assertThat(overlap.arguments()).containsExactly("13:30–14:00", "13:45–14:15");
	}

	@Test
	void a_speaker_at_another_conference_at_that_time_is_warned_about() {
		List<AgendaLine> draft = List.of(line(1, FIRST, "13:30", "14:00", "Nguyễn Văn An"),
				line(2, SECOND, "08:00", "09:00", "Nguyễn Văn An"));
		Engagement clash = new Engagement("HN-2026-12-02", line(9, FIRST, "13:00", "13:31", "NGUYỄN VĂN AN"));
		Engagement later = new Engagement("HN-2026-12-03", line(8, FIRST, "14:00", "15:00", "Nguyễn Văn An"));
		List<AgendaWarning> warnings = AgendaWarnings.of(conference(), draft, Optional.empty(), List.of(clash, later));
		assertThat(warnings).hasSize(1);
		assertThat(warnings.get(0).kind()).isEqualTo(Kind.SPEAKER_ELSEWHERE);
		assertThat(warnings.get(0).arguments()).containsExactly("Nguyễn Văn An", "13:00–13:31", "HN-2026-12-02");
	}

	@Test
	void equal_agendas_do_not_differ() {
		List<AgendaLine> lines = List.of(line(1, FIRST, "13:30", "14:00", "A"));
		assertThat(AgendaChange.between(lines, lines, String::valueOf)).isEmpty();
	}

	@Test
	void a_difference_says_what_was_and_what_is() {
		AgendaLine was = new AgendaLine(1, AgendaItemKind.REPORT, "Báo cáo", FIRST, time("08:00"), time("08:30"), "A",
				"Vụ trưởng", 7L, null);
		AgendaLine is = new AgendaLine(1, AgendaItemKind.TOPIC, "Chuyên đề", SECOND, time("09:00"), time("09:30"), "B",
				null, 8L, "mang theo số liệu");
		assertThat(AgendaChange.between(List.of(was), List.of(is), (unit) -> "Đơn vị " + unit))
			.extracting(AgendaChange::key, AgendaChange::before, AgendaChange::after)
			.containsExactly(tuple("agenda.change.TITLE.changed", "Báo cáo", "Chuyên đề"),
					tuple("agenda.change.DAY.changed", "03/12/2026", "04/12/2026"),
					tuple("agenda.change.TIME.changed", "08:00–08:30", "09:00–09:30"),
					tuple("agenda.change.KIND.changed", "AgendaItemKind.REPORT", "AgendaItemKind.TOPIC"),
					tuple("agenda.change.SPEAKER.changed", "A, Vụ trưởng", "B"),
					tuple("agenda.change.UNIT.changed", "Đơn vị 7", "Đơn vị 8"),
					tuple("agenda.change.NOTE.set", null, "mang theo số liệu"));
	}

	@Test
	void added_removed_and_reordered_items_are_told() {
		AgendaLine a = line(1, FIRST, null, null, "A");
		AgendaLine b = line(2, FIRST, null, null, "B");
		AgendaLine gone = line(3, FIRST, "08:00", "09:00", "C");
		AgendaLine fresh = line(4, SECOND, null, null, "D");
		assertThat(AgendaChange.between(List.of(gone, a, b), List.of(b, a, fresh), String::valueOf))
			.extracting(AgendaChange::key, AgendaChange::title)
			.containsExactly(tuple("agenda.change.ITEM.set", "Mục 4"), tuple("agenda.change.ITEM.dropped", "Mục 3"),
					tuple("agenda.change.ORDER.changed", "03/12/2026"));
		assertThat(AgendaChange.between(List.of(a, b), List.of(a, fresh, b), String::valueOf)).hasSize(1);
	}

	@Test
	void times_that_come_and_go_are_told() {
		AgendaLine open = line(1, FIRST, null, null, "A");
		AgendaLine fixed = line(1, FIRST, "08:00", "09:00", null);
		assertThat(AgendaChange.between(List.of(open), List.of(fixed), String::valueOf)).extracting(AgendaChange::key)
			.containsExactly("agenda.change.TIME.set", "agenda.change.SPEAKER.dropped");
		assertThat(AgendaChange.between(List.of(fixed), List.of(open), String::valueOf)).extracting(AgendaChange::key)
			.containsExactly("agenda.change.TIME.dropped", "agenda.change.SPEAKER.set");
	}

	@ParameterizedTest
	@EnumSource(ConferenceStatus.class)
	void units_are_told_only_of_conferences_they_expect(ConferenceStatus status) {
		assertThat(new AgendaAccess(null).tellsUnits(status))
			.isEqualTo(status == ConferenceStatus.ANNOUNCED || status == ConferenceStatus.IN_SESSION);
	}

	private static org.assertj.core.groups.Tuple tuple(Object... values) {
		return org.assertj.core.groups.Tuple.tuple(values);
	}

	private static void assertRefused(String field, String key, AgendaContent content) {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> new AgendaItem(1, 1, content))
			.satisfies((refused) -> {
				assertThat(refused.field()).isEqualTo(field);
				assertThat(refused.messageKey()).isEqualTo(key);
			});
	}

	private static Optional<DatedNumber> limit(Integer longest) {
		return Optional.ofNullable(longest)
			.map((number) -> new DatedNumber(RuleKey.DURATION_REVIEW, number, FIRST, null, "QĐ 45/2018/QĐ-TTg", null));
	}

	private static ConferenceSummary conference() {
		return new ConferenceSummary(1, "HN-2026-12-01", "Hội nghị", ConferenceKind.REVIEW, ConferenceStatus.DRAFT,
				FIRST, HalfDay.AFTERNOON, SECOND, HalfDay.AFTERNOON, "Hà Nội", 1L, null, null, false, false, 0);
	}

	private static AgendaLine line(long id, LocalDate day, String from, String to, String speaker) {
		return of(id, AgendaItemKind.REPORT, day, from, to, speaker);
	}

	private static AgendaLine of(long id, AgendaItemKind kind, LocalDate day, String from, String to, String speaker) {
		return new AgendaLine(id, kind, "Mục " + id, day, time(from), time(to), speaker, null, null, null);
	}

	private static AgendaContent content(LocalDate day, String from, String to) {
		return new AgendaContent(AgendaItemKind.REPORT, "Báo cáo", day, time(from), time(to), null, null, null, null);
	}

	private static LocalTime time(String text) {
		return (text != null) ? LocalTime.parse(text) : null;
	}

}
