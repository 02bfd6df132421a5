package vn.nhactruong.workprogram;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.nhactruong.organization.UnitDirectory;

/** How a work program is called where its name is kept, such as in the audit trail. */
@Component
public class WorkProgramNames {

	private final UnitDirectory units;

	private final MessageSource messages;

	WorkProgramNames(UnitDirectory units, MessageSource messages) {
		this.units = units;
		this.messages = messages;
	}

	/** Whose it is and for which period. */
	public String of(WorkProgram program, Locale locale) {
		return scope(program) + ", " + program.period().text(this.messages, locale);
	}

	public String scope(WorkProgram program) {
		return this.units.name(program.getScopeId());
	}

}
