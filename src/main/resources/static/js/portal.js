/*
 * Comfort only: every page works without this file. All words come from the page (data attributes), none from here.
 * data-confirm="sentence" on a form asks before it is sent, {n} being the number of boxes ticked in it; data-unsaved on a form warns before typed text is left;
 * data-max-bytes and data-too-large on a file field tell sizes before the upload.
 */
(function () {
	"use strict";

	var dirty = new Set();

	document.addEventListener("submit", function (event) {
		var form = event.target;
		var question = (event.submitter && event.submitter.dataset.confirm) || form.dataset.confirm;
		// What is empty yet will be asked for first; the question comes with the form that counts.
		var unfinished = Array.prototype.some.call(form.querySelectorAll("[aria-required=true]"), function (field) {
			// What is folded away belongs to another button.
			var folded = field.closest("details");
			return !field.value && !(folded && !folded.contains(event.submitter));
		});
		if (question && question.indexOf("{n}") >= 0) {
			var ticked = form.querySelectorAll("input[type=checkbox]:checked").length;
			unfinished = unfinished || ticked === 0;
			question = question.replace("{n}", ticked);
		}
		if (question && !unfinished && !window.confirm(question)) {
			event.preventDefault();
			event.stopPropagation();
			return;
		}
		dirty.delete(form);
		form.setAttribute("aria-busy", "true");
	}, true);

	document.addEventListener("input", function (event) {
		var form = event.target.form;
		if (form && form.hasAttribute("data-unsaved")) {
			dirty.add(form);
		}
	});

	window.addEventListener("beforeunload", function (event) {
		if (dirty.size > 0) {
			event.preventDefault();
		}
	});

	// A page taken from the browser's back cache must not still look busy.
	window.addEventListener("pageshow", function () {
		document.querySelectorAll("form[aria-busy]").forEach(function (form) {
			form.removeAttribute("aria-busy");
		});
	});
	document.addEventListener("htmx:afterRequest", function (event) {
		event.target.removeAttribute("aria-busy");
	});

	function readableSize(bytes) {
		var mega = bytes >= 1048576;
		var number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: mega ? 1 : 0 });
		return number.format(mega ? bytes / 1048576 : Math.max(1, bytes / 1024)) + (mega ? " MB" : " KB");
	}

	document.addEventListener("change", function (event) {
		var input = event.target;
		if (input.type !== "file") {
			return;
		}
		var list = document.getElementById(input.id + "-files");
		if (!list) {
			return;
		}
		var limit = Number(input.dataset.maxBytes || 0);
		list.replaceChildren.apply(list, Array.from(input.files).map(function (file) {
			var item = document.createElement("li");
			var tooLarge = limit > 0 && file.size > limit;
			item.className = tooLarge ? "late" : "";
			item.textContent = file.name + " · " + readableSize(file.size)
				+ (tooLarge && input.dataset.tooLarge ? " · " + input.dataset.tooLarge : "");
			return item;
		}));
	});

	// Without this the text is there to be selected; one tap selects all of it.
	document.querySelectorAll("[data-copy]").forEach(function (button) {
		button.hidden = false;
		button.addEventListener("click", function () {
			var text = document.getElementById(button.dataset.copy);
			window.getSelection().selectAllChildren(text);
			if (navigator.clipboard) {
				navigator.clipboard.writeText(text.textContent).then(function () {
					button.textContent = button.dataset.copied;
				}, function () {});
			}
		});
	});

	function closeMenus(except) {
		document.querySelectorAll(".top details[open]").forEach(function (menu) {
			if (menu !== except) {
				menu.open = false;
			}
		});
	}
	document.addEventListener("click", function (event) {
		closeMenus(event.target.closest(".top details"));
	});
	document.addEventListener("keydown", function (event) {
		var menu = event.key === "Escape" && document.querySelector(".top details[open]");
		if (menu) {
			menu.open = false;
			menu.querySelector("summary").focus();
		}
	});

	function focusProblem() {
		var summary = document.getElementById("error-summary");
		if (summary) {
			summary.focus();
		}
	}
	// A whole page brings autofocus for this; a swapped part does not.
	document.addEventListener("htmx:afterSettle", focusProblem);

	// More rows of a form were asked for: typing goes on in the first empty one.
	if (/^#rows-[a-z]+$/.test(location.hash)) {
		var fields = document.querySelectorAll(location.hash + " input[type=text]");
		for (var i = 0; i < fields.length; i++) {
			if (!fields[i].value) {
				fields[i].focus();
				break;
			}
		}
	}
})();
