package vn.nhactruong.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;

/** What the frame of every page shows, and how typed text is taken. */
@ControllerAdvice
class ViewAdvice {

	private final Clock clock;

	ViewAdvice(Clock clock) {
		this.clock = clock;
	}

	/**
	 * An empty field is no text at all, and blanks around a text are nobody's intention;
	 * a day of another century is a day.
	 */
	@InitBinder
	void readText(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
		binder.setBindingErrorProcessor(new DateFormats.BindingErrors());
	}

	@ModelAttribute("today")
	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	@ModelAttribute("languageSwitch")
	LanguageSwitch languageSwitch(HttpServletRequest request) {
		boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
		boolean replayable = request.getMethod().equals("GET");
		ListRequest here = new ListRequest(request.getRequestURI(), request.getParameterMap());
		String target = replayable ? here.url("lang", english ? "vi" : "en") : "/?lang=" + (english ? "vi" : "en");
		return new LanguageSwitch(target, english ? "layout.language.vi" : "layout.language.en", english ? "vi" : "en");
	}

	/**
	 * The link to the same page in the other language; {@code label} is a message key.
	 */
	public record LanguageSwitch(String url, String label, String lang) {
	}

}
