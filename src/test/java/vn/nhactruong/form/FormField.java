package vn.nhactruong.form;

import java.beans.PropertyDescriptor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.beans.BeanUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * A field that somebody fills in, as its form class declares it.
 *
 * @param name as the page calls it, such as {@code chairs[0].name}
 * @param type of one value
 * @param many whether several can be chosen
 */
record FormField(String name, Class<?> type, boolean many, Field declared) {

	private static final Pattern ROW = Pattern.compile("\\[(\\d+)]");

	private static final int LONGER_THAN_ANYTHING = 5_000;

	/** All fields of a form and of the rows that are filled in. */
	static List<FormField> of(Class<?> form, Set<String> typed) {
		List<FormField> fields = new ArrayList<>();
		collect("", form, typed, fields);
		return fields;
	}

	private static void collect(String path, Class<?> form, Set<String> typed, List<FormField> fields) {
		if (form.getSuperclass() != Object.class) {
			collect(path, form.getSuperclass(), typed, fields);
		}
		for (Field field : form.getDeclaredFields()) {
			PropertyDescriptor property = BeanUtils.getPropertyDescriptor(form, field.getName());
			if (Modifier.isStatic(field.getModifiers()) || property == null
					|| property.getWriteMethod() == null && !List.class.isAssignableFrom(field.getType())) {
				continue;
			}
			boolean many = List.class.isAssignableFrom(field.getType());
			Class<?> type = many ? (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0]
					: field.getType();
			String name = path + field.getName();
			boolean rows = many && type.getName().startsWith("vn.nhactruong") && !type.isEnum();
			if (rows) {
				rows(name, typed).forEach((row) -> collect(name + "[" + row + "].", type, typed, fields));
			}
			else {
				fields.add(new FormField(name, type, many, field));
			}
		}
	}

	private static Set<Integer> rows(String name, Set<String> typed) {
		Set<Integer> rows = new TreeSet<>();
		for (String field : typed) {
			Matcher row = ROW.matcher(field);
			if (field.startsWith(name + "[") && row.find(name.length())) {
				rows.add(Integer.valueOf(row.group(1)));
			}
		}
		// One of many such rows stands for all of them.
		return rows.isEmpty() ? rows : Set.of(rows.iterator().next());
	}

	/** Nobody types a version, or a number that can't be left out. */
	boolean isTyped() {
		return this.type != int.class && this.type != long.class && !this.name.equals("version");
	}

	boolean isFile() {
		return MultipartFile.class.isAssignableFrom(this.type);
	}

	boolean isText() {
		return this.type == String.class && !this.many;
	}

	/** A text without a length is the code of something that is to be known. */
	boolean isCode() {
		return isText() && !this.declared.isAnnotationPresent(Size.class)
				&& !this.declared.isAnnotationPresent(jakarta.validation.constraints.Pattern.class);
	}

	boolean isRequired() {
		return this.declared.isAnnotationPresent(NotBlank.class) || this.declared.isAnnotationPresent(NotNull.class)
				|| this.declared.isAnnotationPresent(NotEmpty.class)
				|| this.declared.isAnnotationPresent(AssertTrue.class);
	}

	/** Several boxes and a single one send nothing at all when they are not ticked. */
	boolean isLeftOutWhenEmpty() {
		return this.many || this.type == boolean.class || isFile();
	}

	/** How many letters are one too many. */
	int tooLong() {
		Size size = this.declared.getAnnotation(Size.class);
		return (size != null) ? size.max() + 1 : LONGER_THAN_ANYTHING;
	}

	/** What can't be read as a value of this field. */
	List<String> unreadable() {
		if (this.type.isEnum()) {
			return List.of("KHONG_CO");
		}
		return Map
			.<Class<?>, List<String>>of(LocalDate.class, List.of("31/02/2026", "thứ hai"), LocalTime.class,
					List.of("25:61", "sáng"), LocalDateTime.class, List.of("31/02/2026 25:00", "chiều mai"),
					Integer.class, List.of("hai", "99999999999999999999"), Long.class, List.of("abc"))
			.getOrDefault(this.type, List.of());
	}

	/** What can be read and stands for nothing; that is found out one by one. */
	List<String> unknown() {
		if (isCode() || this.type == String.class && this.many) {
			return List.of("khong-co");
		}
		return (this.type == Long.class) ? List.of("999999999999")
				: (this.type == Integer.class) ? List.of("-1") : List.of();
	}

	/**
	 * Whether people write the value themselves. What they choose can be gone meanwhile,
	 * but never be unreadable, and a list has no room for it.
	 */
	boolean isWritten() {
		return this.type == LocalDate.class || this.type == LocalTime.class || this.type == LocalDateTime.class
				|| this.type == Integer.class;
	}

}
