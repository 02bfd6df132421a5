package vn.nhactruong.calendar.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.feed.CalendarFeeds.Feed;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.OpenToPublic;
import vn.nhactruong.shared.Permission.ForBusiness;

/** A person's private feed: how to get it, and the feed itself for calendar programs. */
@Controller
class FeedController {

	private static final MediaType TYPE = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final CalendarFeeds feeds;

	private final FeedText text;

	private final FormHandler forms;

	private final MessageSource messages;

	FeedController(CalendarFeeds feeds, FeedText text, FormHandler forms, MessageSource messages) {
		this.feeds = feeds;
		this.text = text;
		this.forms = forms;
		this.messages = messages;
	}

	@GetMapping("/calendar/feed")
	@ForBusiness
	String show(Viewer viewer, Model model, Locale locale) {
		FeedForm form = new FeedForm();
		this.feeds.of(viewer).ifPresent((held) -> form.setScope(held.scope()));
		return page(form, viewer, model, locale);
	}

	/** The address is shown once, on the page that this leads to. */
	@PostMapping("/calendar/feed")
	@ForBusiness
	String renew(@Valid @ModelAttribute("feedForm") FeedForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, Locale locale, RedirectAttributes flash) {
		String[] token = new String[1];
		if (!this.forms.accepted(errors, model, response, () -> token[0] = this.feeds.renew(form.getScope(), viewer))) {
			return page(form, viewer, model, locale);
		}
		flash.addFlashAttribute("flash", "calendar.feedRenewed");
		flash.addFlashAttribute("address", base() + "/calendar/feed/" + token[0] + ".ics");
		return "redirect:/calendar/feed";
	}

	@PostMapping("/calendar/feed/removal")
	@ForBusiness
	String remove(Viewer viewer, RedirectAttributes flash) {
		this.feeds.remove(viewer);
		flash.addFlashAttribute("flash", "calendar.feedRemoved");
		return "redirect:/calendar/feed";
	}

	/** Calendar programs can't sign in: the address itself is the key. */
	@GetMapping("/calendar/feed/{token}.ics")
	@OpenToPublic
	ResponseEntity<byte[]> read(@PathVariable String token, WebRequest request, Locale locale) {
		Feed feed = this.feeds.open(token);
		String tag = "\"" + feed.state() + "\"";
		long newest = (feed.newest() != null) ? feed.newest().toEpochMilli() : -1;
		if (request.checkNotModified(tag, newest)) {
			return null;
		}
		byte[] body = this.text.write(this.feeds.events(feed), base(), locale).getBytes(StandardCharsets.UTF_8);
		return ResponseEntity.ok()
			.contentType(TYPE)
			.cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
			.header("Content-Disposition", "inline; filename=\"lich-cong-tac.ics\"")
			.body(body);
	}

	private String page(FeedForm form, Viewer viewer, Model model, Locale locale) {
		model.addAttribute("feedForm", form);
		model.addAttribute("held", this.feeds.of(viewer).orElse(null));
		model.addAttribute("scopes", Option.of(this.messages, locale, FeedScope.values()));
		return "calendar/feed";
	}

	private static String base() {
		return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
	}

}
