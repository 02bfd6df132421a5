package vn.nhactruong.setting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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

	Settings(RuleSettingRepository settings, RuleBook book, ApplicationEventPublisher events) {
		this.settings = settings;
		this.book = book;
		this.events = events;
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

	/**
	 * Gives the rule a new value from a day on. The value in force until then ends the
	 * day before; a later one that is already announced keeps its start, and the new
	 * value ends on its eve.
	 * @throws ValueAlreadyStartsException if a value already starts on that very day
	 */
	public DatedNumber introduce(RuleKey key, int number, LocalDate from, String source, @Nullable String note) {
		Optional<RuleSetting> previous = this.settings.inForce(key, from);
		Optional<DatedNumber> before = previous.map(RuleSetting::toDatedNumber);
		if (before.filter((value) -> value.from().equals(from)).isPresent()) {
			throw new ValueAlreadyStartsException(key, from);
		}
		LocalDate to = this.settings.nextStart(key, from).map((next) -> next.minusDays(1)).orElse(null);
		// Written first, or the two periods would overlap for a moment, which the
		// database refuses.
		previous.ifPresent((setting) -> {
			setting.giveWayOn(from);
			this.settings.saveAndFlush(setting);
		});
		DatedNumber after = this.settings.saveAndFlush(new RuleSetting(key, number, from, to, source, note))
			.toDatedNumber();
		this.events.publishEvent(new RuleSettingChanged(before.orElse(null), after));
		return after;
	}

}
