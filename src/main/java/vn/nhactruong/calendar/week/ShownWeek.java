package vn.nhactruong.calendar.week;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import vn.nhactruong.calendar.CalendarLine;

/**
 * What a page showed of a week, as its form carries it along: whoever acts on a week that
 * has changed meanwhile is told what did. It is its reader's own word and decides
 * nothing.
 */
@Component
class ShownWeek {

	/** Bytes; no week says as much. */
	private static final int MOST = 2_000_000;

	private static final TypeReference<List<CalendarLine>> LINES = new TypeReference<>() {
	};

	private final JsonMapper json;

	ShownWeek(JsonMapper json) {
		this.json = json;
	}

	String written(List<CalendarLine> lines) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
			out.write(this.json.writeValueAsBytes(lines));
		}
		catch (IOException ex) {
			throw new IllegalStateException("writing to memory", ex);
		}
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
	}

	/** Empty for what isn't what was written. */
	Optional<List<CalendarLine>> read(String text) {
		if (text == null) {
			return Optional.empty();
		}
		try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
			return Optional.ofNullable(this.json.readValue(in.readNBytes(MOST), LINES))
				.filter((lines) -> lines.stream().allMatch(ShownWeek::isWhole));
		}
		catch (IOException | IllegalArgumentException | JacksonException ex) {
			return Optional.empty();
		}
	}

	private static boolean isWhole(CalendarLine line) {
		return line != null
				&& Stream.of(line.lineKey(), line.title(), line.day(), line.half(), line.leaders(), line.place())
					.allMatch(Objects::nonNull)
				&& line.unitIds() != null && !line.unitIds().contains(null)
				&& (line.lastDay() == null) == (line.lastHalf() == null);
	}

}
