package vn.nhactruong.shared;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.ReflectionUtils;
import org.springframework.validation.BindingResult;

import org.thymeleaf.spring6.util.DetailedError;

/**
 * Runs the one façade call of a form's POST and turns what the domain refuses into
 * sentences at the fields. Answers 422 for bad input and 409 for a lost race, both with
 * everything typed still in the form.
 */
@Component
public class FormHandler {

	/** A field's name, with the number of the row if it has rows. */
	private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(\\d{1,6})])?");

	private static final int FIELDS_OF_A_CLASS = 1000;

	private final MessageSource messages;

	private final ConversionService conversion;

	FormHandler(MessageSource messages,
			@org.springframework.beans.factory.annotation.Qualifier("mvcConversionService") ConversionService conversion) {
		this.messages = messages;
		this.conversion = conversion;
	}

	/**
	 * Whether the act was done; otherwise the caller shows the form again.
	 * @param errors what binding and validation found, completed by what the domain says
	 * @param act the façade call
	 */
	public boolean accepted(BindingResult errors, Model model, HttpServletResponse response, Runnable act) {
		return accepted(errors, model, response, act, Map.of());
	}

	/**
	 * Whether the act was done; if not, all that is wrong is told in one round.
	 * @param check a façade call that writes nothing and refuses with everything that
	 * keeps the form from being taken, however little of it is filled in
	 */
	public boolean accepted(BindingResult errors, Model model, HttpServletResponse response, Runnable act,
			Runnable check) {
		return accepted(errors, model, response, act, check, Map.of());
	}

	/**
	 * Whether the act was done.
	 * @param names fields that hold an id, with how to read what the id stands for: a
	 * lost race shows names
	 */
	public boolean accepted(BindingResult errors, Model model, HttpServletResponse response, Runnable act,
			Map<String, Function<Object, String>> names) {
		return accepted(errors, model, response, act, () -> {
		}, names);
	}

	/** The same with both. */
	public boolean accepted(BindingResult errors, Model model, HttpServletResponse response, Runnable act,
			Runnable check, Map<String, Function<Object, String>> names) {
		if (!errors.hasErrors()) {
			try {
				act.run();
				return true;
			}
			catch (RuleViolation violation) {
				violation.into(errors);
			}
			catch (StaleVersionException stale) {
				model.addAttribute("conflict", conflict(errors, stale.current(), names));
				response.setStatus(HttpServletResponse.SC_CONFLICT);
				return false;
			}
			catch (DataIntegrityViolationException | OptimisticLockingFailureException race) {
				errors.reject("form.error.race");
				response.setStatus(HttpServletResponse.SC_CONFLICT);
				return false;
			}
		}
		try {
			check.run();
		}
		catch (RuleViolation violation) {
			violation.intoRest(errors);
		}
		response.setStatus(422);
		return false;
	}

	/**
	 * What heads a form that was sent, asked in the same way as when it was opened. If
	 * the act isn't possible any more, the form is not offered again: the answer is 409,
	 * with the reason, what was typed and the way to how things stand now.
	 */
	public <T> T stillOpen(Supplier<T> opening) {
		try {
			return opening.get();
		}
		catch (RuleViolation over) {
			throw new StaleVersionException(over);
		}
	}

	/**
	 * The mistakes as their fields follow each other on the form: what concerns the whole
	 * first, then by the order in which the form class declares its fields, which is the
	 * order in which they are shown, or by the order that the form names itself; rows by
	 * their number. Validation finds them in no order at all.
	 * @param form the bound form, or {@code null} when the page has lost it
	 */
	public List<DetailedError> inOrder(Object form, List<DetailedError> mistakes) {
		if (form == null) {
			return mistakes;
		}
		return mistakes.stream()
			.sorted(Comparator.comparing((mistake) -> place(form, mistake), Arrays::compare))
			.toList();
	}

	/** Where on the form a mistake stands: position of the field, number of the row, … */
	private static int[] place(Object form, DetailedError mistake) {
		if (mistake.isGlobal()) {
			return new int[0];
		}
		List<Integer> place = new ArrayList<>();
		Class<?> type = form.getClass();
		for (String step : mistake.getFieldName().split("\\.")) {
			Matcher parts = STEP.matcher(step);
			if (type == null || !parts.matches()) {
				break;
			}
			place.add((place.isEmpty() && form instanceof Ordered ordered) ? position(ordered, parts.group(1))
					: position(type, parts.group(1)));
			if (parts.group(2) != null) {
				place.add(Integer.valueOf(parts.group(2)));
			}
			Field field = ReflectionUtils.findField(type, parts.group(1));
			type = (field == null) ? null : (parts.group(2) == null) ? field.getType()
					: ResolvableType.forField(field).asCollection().resolveGeneric(0);
		}
		return place.stream().mapToInt(Integer::intValue).toArray();
	}

	/** Of a field in the order that its form names; what it doesn't name comes last. */
	private static int position(Ordered form, String name) {
		int place = form.fieldOrder().indexOf(name);
		return (place < 0) ? FIELDS_OF_A_CLASS : place;
	}

	/** Of a field among those of its class, those of the class above coming first. */
	private static int position(Class<?> type, String name) {
		int before = 0;
		for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
			List<String> declared = Arrays.stream(level.getDeclaredFields()).map(Field::getName).toList();
			if (declared.contains(name)) {
				return declared.indexOf(name) - before;
			}
			before += FIELDS_OF_A_CLASS;
		}
		return FIELDS_OF_A_CLASS;
	}

	/**
	 * Both texts of each field that differs. The typed form takes over the stored
	 * version, so that sending it once more, now knowingly, is accepted.
	 */
	private List<ConflictRow> conflict(BindingResult errors, Object current,
			Map<String, Function<Object, String>> names) {
		Locale locale = LocaleContextHolder.getLocale();
		BeanWrapper mine = PropertyAccessorFactory.forBeanPropertyAccess(Objects.requireNonNull(errors.getTarget()));
		BeanWrapper theirs = PropertyAccessorFactory.forBeanPropertyAccess(current);
		List<ConflictRow> rows = new ArrayList<>();
		for (PropertyDescriptor property : mine.getPropertyDescriptors()) {
			String name = property.getName();
			if (property.getWriteMethod() == null || property.getReadMethod() == null || name.equals("version")) {
				continue;
			}
			String label = this.messages.getMessage(errors.getObjectName() + "." + name, null, null, locale);
			Function<Object, String> reading = names.getOrDefault(name, (value) -> text(value, locale));
			String typed = read(mine.getPropertyValue(name), reading);
			String stored = read(theirs.getPropertyValue(name), reading);
			if (label != null && !typed.equals(stored)) {
				rows.add(new ConflictRow(label, typed, stored));
			}
		}
		if (errors.getTarget() instanceof Versioned typed && current instanceof Versioned stored) {
			typed.setVersion(stored.getVersion());
		}
		return rows;
	}

	private static String read(Object value, Function<Object, String> reading) {
		return (value != null) ? reading.apply(value) : "";
	}

	private String text(Object value, Locale locale) {
		if (value == null) {
			return "";
		}
		if (value instanceof Collection<?> many) {
			return many.stream()
				.map((one) -> text(one, locale))
				.filter((one) -> !one.isEmpty())
				.collect(Collectors.joining(", "));
		}
		if (value instanceof Enum<?> constant) {
			return this.messages.getMessage(constant.getDeclaringClass().getSimpleName() + "." + constant.name(), null,
					constant.name(), locale);
		}
		if (value instanceof Boolean yes) {
			return this.messages.getMessage(yes ? "common.yes" : "common.no", null, locale);
		}
		if (this.conversion.canConvert(TypeDescriptor.forObject(value), TypeDescriptor.valueOf(String.class))) {
			return Objects.toString(this.conversion.convert(value, String.class), "");
		}
		return value.toString();
	}

	/** A form that has fields of a class above between its own. */
	public interface Ordered {

		/** The names of all fields, as the page shows them. */
		List<String> fieldOrder();

	}

	/**
	 * A field on which two people disagree: its label, what was typed, what is stored.
	 */
	public record ConflictRow(String label, String mine, String theirs) {
	}

}
