package vn.nhactruong.setting;

import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The rules' numbers in memory. A change made here is seen at once; one made on another
 * node after at most a minute.
 */
@Component
class RuleBook {

	private final LoadingCache<RuleKey, List<DatedNumber>> numbers;

	RuleBook(RuleSettingRepository settings) {
		this.numbers = Caffeine.newBuilder()
			.expireAfterWrite(Duration.ofMinutes(1))
			.build((key) -> settings.newestFirst(key).stream().map(RuleSetting::toDatedNumber).toList());
	}

	List<DatedNumber> newestFirst(RuleKey key) {
		return this.numbers.get(key);
	}

	/**
	 * After a rollback too: the changing transaction may have read its own, now void,
	 * value into memory.
	 */
	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
	void forget(RuleSettingChanged change) {
		this.numbers.invalidate(change.key());
	}

}
