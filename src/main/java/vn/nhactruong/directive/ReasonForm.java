package vn.nhactruong.directive;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.ui.Model;

/** Why something is returned, refused, declined or called off. */
public class ReasonForm extends SeenForm {

	@NotBlank
	@Size(max = 2000)
	private String reason;

	/**
	 * The page on which the reason for an act is given, empty or as typed.
	 * @param act last but one part of the message keys that name and explain the act
	 */
	public static String page(DirectiveBrief brief, String act, String url, ReasonForm form, Model model) {
		form.openOn(brief);
		model.addAttribute("brief", brief);
		model.addAttribute("act", act);
		model.addAttribute("url", url);
		model.addAttribute("reasonForm", form);
		return "directive/reason";
	}

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

}
