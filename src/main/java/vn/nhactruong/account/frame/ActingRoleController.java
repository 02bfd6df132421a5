package vn.nhactruong.account.frame;

import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.nhactruong.account.CurrentViewer;
import vn.nhactruong.account.Grant;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Permission.SignedIn;

/** Which of their roles a person acts in, for the rest of the session. */
@Controller
@SignedIn
class ActingRoleController {

	@PostMapping("/acting-role")
	String choose(@RequestParam("grant") long grant, Viewer viewer, HttpSession session) {
		Grant held = viewer.grants()
			.stream()
			.filter((one) -> one.id() == grant)
			.findFirst()
			.orElseThrow(() -> new NotVisibleException("grant", grant));
		CurrentViewer.actIn(held, session);
		return "redirect:/desk";
	}

}
