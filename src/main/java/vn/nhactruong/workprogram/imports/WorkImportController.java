package vn.nhactruong.workprogram.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.workprogram.SubmittingLevel;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.register.ProgramFrames;

/** Brings items in from a workbook: send it, look at every line, confirm. */
@Controller
@SignedIn
class WorkImportController {

	private final WorkImports imports;

	private final WorkItems items;

	private final ProgramFrames frames;

	private final WorkbookTemplate template;

	private final FormHandler forms;

	private final MessageSource messages;

	WorkImportController(WorkImports imports, WorkItems items, ProgramFrames frames, WorkbookTemplate template,
			FormHandler forms, MessageSource messages) {
		this.imports = imports;
		this.items = items;
		this.frames = frames;
		this.template = template;
		this.forms = forms;
		this.messages = messages;
	}

	/**
	 * A workbook to fill in, with the heads that are understood and how to fill them; the
	 * examples lie in the program's period.
	 */
	@GetMapping("/work-programs/{id}/imports/template.xlsx")
	void template(@PathVariable long id, Viewer viewer, HttpServletResponse response, Locale locale)
			throws IOException {
		WorkProgram program = this.items.proposable(id, viewer);
		ByteArrayOutputStream workbook = new ByteArrayOutputStream();
		this.template.write(workbook, this.items.lastWorkingDay(program.period()), this.items.today(), locale);
		response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment()
					.filename(this.messages.getMessage("workprogram.import.template", null, locale) + ".xlsx",
							StandardCharsets.UTF_8)
					.build()
					.toString());
		response.setContentLength(workbook.size());
		workbook.writeTo(response.getOutputStream());
	}

	@GetMapping("/work-programs/{id}/imports/new")
	String blank(@PathVariable long id, Viewer viewer, Model model) {
		this.items.proposable(id, viewer);
		return form(id, new ImportForm(), viewer, model);
	}

	@PostMapping("/work-programs/{id}/imports")
	String read(@PathVariable long id, @ModelAttribute("importForm") ImportForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response) {
		this.items.proposable(id, viewer);
		long[] kept = new long[1];
		if (!this.forms.accepted(errors, model, response,
				() -> kept[0] = this.imports.read(id, form.getFile(), viewer))) {
			return form(id, form, viewer, model);
		}
		return "redirect:/work-programs/" + id + "/imports/" + kept[0];
	}

	private String form(long id, ImportForm form, Viewer viewer, Model model) {
		model.addAttribute("importForm", form);
		model.addAttribute("levels", SubmittingLevel.values());
		model.addAttribute("frame", this.frames.frame(id, "", viewer));
		return "workprogram/import-form";
	}

	@GetMapping("/work-programs/{id}/imports/{importId}")
	String preview(@PathVariable long id, @PathVariable long importId, Viewer viewer, Model model) {
		model.addAttribute("preview", this.imports.preview(id, importId, viewer));
		model.addAttribute("frame", this.frames.frame(id, "", viewer));
		model.addAttribute("columns", WorkbookColumn.values());
		return "workprogram/import";
	}

	@PostMapping("/work-programs/{id}/imports/{importId}/confirmation")
	String take(@PathVariable long id, @PathVariable long importId,
			@RequestParam(defaultValue = "false") boolean onlyGood, Viewer viewer, RedirectAttributes flash) {
		int taken = this.imports.take(id, importId, onlyGood, viewer);
		flash.addFlashAttribute("flash", "workprogram.done.imported");
		flash.addFlashAttribute("flashArgs", List.of(taken));
		return "redirect:/work-programs/" + id;
	}

}
