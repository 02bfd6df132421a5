package vn.nhactruong.setting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.RuleViolation;

/**
 * Answers which number a rule had on a day, and lets an administrator give it a new one
 * from a date on. What was computed under an earlier value stays explicable: values are
 * succeeded, never overwritten. Reading touches memory only.
 */
@Service
@Transactional
public class Settings {

	private final RuleSettingRepository settings;

	private final RuleBook book;

	private final ApplicationEventPublisher events;

	private final MessageSource messages;

	private final Clock clock;

	Settings(RuleSettingRepository settings, RuleBook book, ApplicationEventPublisher events, MessageSource messages,
			Clock clock) {
		this.settings = settings;
		this.book = book;
		this.events = events;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * The rule's number on the day.
	 * @throws NoValueInForceException if none is recorded for that day
	 */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public int number(RuleKey key, LocalDate on) {
		return inForce(key, on).number();
	}

	/**
	 * The rule's number on the day together with its legal source, for pages that cite
	 * it.
	 * @throws NoValueInForceException if none is recorded for that day
	 */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public DatedNumber inForce(RuleKey key, LocalDate on) {
		return find(key, on).orElseThrow(() -> new NoValueInForceException(key, on));
	}

	/**
	 * The rule's number on the day, if one is recorded: for checks that simply don't
	 * apply to the years before the rule.
	 */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public Optional<DatedNumber> find(RuleKey key, LocalDate on) {
		return this.book.newestFirst(key).stream().filter((number) -> number.inForceOn(on)).findFirst();
	}

	/**
	 * All values the rule has had and is known to get, newest first.
	 */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	public List<DatedNumber> history(RuleKey key) {
		return this.book.newestFirst(key);
	}

	/** All rules with what they say today. */
	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	List<SettingRow> rows() {
		LocalDate today = today();
		return Arrays.stream(RuleKey.values())
			.map((key) -> new SettingRow(key, find(key, today).orElse(null),
					this.book.newestFirst(key)
						.stream()
						.filter((value) -> value.from().isAfter(today))
						.min(Comparator.comparing(DatedNumber::from))
						.orElse(null)))
			.toList();
	}

	@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
	SettingPage page(RuleKey key) {
		LocalDate today = today();
		return new SettingPage(key, history(key).stream().map((value) -> {
			if (value.inForceOn(today)) {
				return new SettingPage.Value(value, "ok", "setting.state.inForce", false);
			}
			return value.from().isAfter(today) ? new SettingPage.Value(value, "soon", "setting.state.toCome", true)
					: new SettingPage.Value(value, "none", "setting.state.past", false);
		}).toList());
	}

	/**
	 * Gives the rule a new value from a day on, today at the earliest: what was computed
	 * under the old one stays. The value in force until then ends the day before; a later
	 * one that is already announced keeps its start, and the new value ends on its eve.
	 * @throws RuleViolation if the day lies in the past or a value already starts on it
	 */
	void introduce(RuleKey key, SettingForm form, Actor actor) {
		LocalDate from = form.getFrom();
		requireNumber(key, form.getNumber());
		requireStart(key, from);
		Optional<RuleSetting> previous = this.settings.inForce(key, from);
		Optional<DatedNumber> before = previous.map(RuleSetting::toDatedNumber);
		LocalDate to = this.settings.nextStart(key, from).map((next) -> next.minusDays(1)).orElse(null);
		// Written first, or the two periods would overlap for a moment, which the
		// database refuses.
		previous.ifPresent((setting) -> {
			setting.giveWayOn(from);
			this.settings.saveAndFlush(setting);
		});
		RuleSetting setting = this.settings
			.saveAndFlush(new RuleSetting(key, form.getNumber(), from, to, form.getSource(), form.getNote()));
		written(actor, "setting.audit.introduced", setting, changes(before.orElse(null), setting.toDatedNumber()));
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation if the form's number or day, where it has one, can't be
	 */
	@Transactional(readOnly = true)
	void check(RuleKey key, SettingForm form) {
		RuleViolation.checkAll(() -> requireNumber(key, form.getNumber()), () -> {
			if (form.getFrom() != null) {
				requireStart(key, form.getFrom());
			}
		});
	}

	private static void requireNumber(RuleKey key, Integer number) {
		if (number != null && number > key.unit().most()) {
			throw RuleViolation.at("number", "setting.error.tooMuch", key.unit().most());
		}
	}

	private void requireStart(RuleKey key, LocalDate from) {
		if (from.isBefore(today())) {
			throw RuleViolation.at("from", "setting.error.past", DateFormats.day(today()));
		}
		if (this.settings.inForce(key, from).filter((value) -> value.toDatedNumber().from().equals(from)).isPresent()) {
			throw RuleViolation.at("from", "setting.error.startTaken", DateFormats.day(from));
		}
	}

	/**
	 * Takes back a value that has not begun yet; the one before it goes on instead.
	 * @throws RuleViolation if it has begun: then a new value must succeed it
	 */
	void withdraw(RuleKey key, LocalDate from, Actor actor) {
		RuleSetting setting = this.settings.inForce(key, from)
			.filter((value) -> value.toDatedNumber().from().equals(from))
			.orElseThrow(() -> new NotVisibleException("rule_setting", key + " " + from));
		if (!from.isAfter(today())) {
			throw RuleViolation.of("setting.error.begun", DateFormats.day(from));
		}
		DatedNumber withdrawn = setting.toDatedNumber();
		Optional<RuleSetting> previous = this.settings.inForce(key, from.minusDays(1));
		// Deleted first, or the two periods would overlap for a moment.
		this.settings.delete(setting);
		this.settings.flush();
		previous.ifPresent((value) -> {
			value.takeOverUntil(withdrawn.to());
			this.settings.saveAndFlush(value);
		});
		written(actor, "setting.audit.withdrawn", setting,
				changes(withdrawn, previous.map(RuleSetting::toDatedNumber).orElse(null)));
	}

	private void written(Actor actor, String action, RuleSetting setting, Changes changes) {
		RuleKey key = setting.toDatedNumber().key();
		this.events.publishEvent(new AuditedAct(actor, action, "setting", setting.getId(),
				(locale) -> Option.label(this.messages, locale, key), changes.list()));
		this.events.publishEvent(new RuleSettingChanged(key));
	}

	private static Changes changes(@Nullable DatedNumber before, @Nullable DatedNumber after) {
		Optional<DatedNumber> was = Optional.ofNullable(before);
		Optional<DatedNumber> is = Optional.ofNullable(after);
		Changes changes = new Changes();
		Map<String, Function<DatedNumber, Object>> fields = new LinkedHashMap<>();
		fields.put("number", DatedNumber::number);
		fields.put("from", DatedNumber::from);
		fields.put("source", DatedNumber::source);
		fields.put("note", DatedNumber::note);
		fields.forEach((name, value) -> changes.field("settingForm." + name, was.map(value).orElse(null),
				is.map(value).orElse(null)));
		return changes;
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
