package vn.nhactruong.workprogram;

import java.time.LocalDate;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.util.ReflectionTestUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sees and who acts: role and unit by whose program it is and how far it is. */
@PortalTest
@Import(TestPrograms.class)
class WorkProgramAccessTests {

	private static final Period WEEK = Period.around(PeriodKind.WEEK, LocalDate.of(2038, 5, 5));

	@Autowired
	private WorkProgramAccess access;

	@Autowired
	private TestPrograms tests;

	@ParameterizedTest
	@CsvSource(textBlock = """
			# role,     unit,    whose, published,  sees, all, whole, manages, approves, proposes
			OFFICE,     VPB,     BTP,       false,  true, true,  true,  true, false,  true
			OFFICE,     VPB,     BTP,        true,  true, true,  true,  true, false,  true
			OFFICE,     VPB,     CCNTT,     false,  true, true,  true, false, false, false
			OFFICE,     VPB,     VPB,       false,  true, true,  true,  true,  true,  true
			LEADER,     BTP,     BTP,       false,  true, true,  true, false,  true, false
			LEADER,     BTP,     CCNTT,      true,  true, true,  true, false, false, false
			UNIT_HEAD,  CCNTT,   BTP,       false,  true, false, false, false, false, true
			UNIT_HEAD,  CCNTT,   BTP,        true,  true, false,  true, false, false, true
			UNIT_HEAD,  CCNTT,   CCNTT,     false,  true, true,  true,  true,  true,  true
			UNIT_HEAD,  CCNTT,   CKHTC,      true, false, false, false, false, false, false
			CLERK,      CCNTT,   BTP,       false,  true, false, false, false, false, true
			CLERK,      CCNTT,   BTP,        true,  true, false,  true, false, false, true
			CLERK,      CCNTT,   CCNTT,     false,  true, true,  true,  true, false,  true
			CLERK,      CCNTT,   CKHTC,      true, false, false, false, false, false, false
			CLERK,      STP-48,  BTP,       false,  true, false, false, false, false, true
			CLERK,      STP-48,  BTP,        true,  true, false, false, false, false, true
			CLERK,      STP-48,  CCNTT,      true, false, false, false, false, false, false
			OBSERVER,   CCNTT,   BTP,       false,  true, false, false, false, false, false
			OBSERVER,   CCNTT,   CCNTT,     false,  true, true,  true, false, false, false
			OBSERVER,   VPB,     CCNTT,     false,  true, true,  true, false, false, false
			""")
	void truth_table(Role role, String unit, String whose, boolean published, boolean sees, boolean all, boolean whole,
			boolean manages, boolean approves, boolean proposes) {
		Viewer viewer = this.tests.viewer(role, unit);
		WorkProgram program = program(whose, published);
		assertThat(this.access.sees(viewer, program)).as("sees").isEqualTo(sees);
		assertThat(this.access.readsDraft(viewer, program)).as("reads all").isEqualTo(all);
		assertThat(this.access.readsPublished(viewer, program)).as("reads the whole").isEqualTo(whole);
		assertThat(this.access.manages(viewer, program)).as("manages").isEqualTo(manages);
		assertThat(this.access.approves(viewer, program)).as("approves").isEqualTo(approves);
		assertThat(this.access.proposes(viewer, program)).as("proposes").isEqualTo(proposes);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# role,    unit,   published, proposal,  sees, edits, works, signs
			CLERK,     CCNTT,      false, PROPOSED,  true,  true,  true, false
			CLERK,     CCNTT,      false, RETURNED,  true,  true,  true, false
			CLERK,     CCNTT,      false, ACCEPTED,  true, false,  true, false
			UNIT_HEAD, CCNTT,       true, ACCEPTED,  true, false,  true,  true
			CLERK,     CKHTC,      false, PROPOSED, false, false, false, false
			CLERK,     CKHTC,       true, ACCEPTED,  true, false, false, false
			CLERK,     STP-48,      true, ACCEPTED,  true, false, false, false
			CLERK,     STP-01,      true, ACCEPTED, false, false, false, false
			OBSERVER,  CCNTT,      false, PROPOSED,  true, false, false, false
			OFFICE,    VPB,        false, PROPOSED,  true,  true, false, false
			LEADER,    BTP,        false, PROPOSED,  true, false, false, false
			ADMIN,     VPB,         true, ACCEPTED, false, false, false, false
			""")
	void truth_table_of_an_item(Role role, String unit, boolean published, ProposalStatus proposal, boolean sees,
			boolean edits, boolean works, boolean signs) {
		Viewer viewer = this.tests.viewer(role, unit);
		WorkProgram program = program("BTP", published);
		WorkItem item = new WorkItem(1, 1,
				new WorkItemPlan("x", this.tests.unit("CCNTT"), Set.of(this.tests.unit("STP-48")), null,
						SubmittingLevel.MINISTER, WEEK.endsOn(), null, null, null, null),
				this.tests.unit("CCNTT"), false);
		ReflectionTestUtils.setField(item, "proposal", proposal);
		assertThat(this.access.sees(viewer, program, item)).as("sees").isEqualTo(sees);
		assertThat(this.access.edits(viewer, program, item)).as("edits").isEqualTo(edits);
		assertThat(this.access.works(viewer, item)).as("works").isEqualTo(works);
		assertThat(this.access.signs(viewer, item)).as("signs").isEqualTo(signs);
	}

	@Test
	void without_a_viewer_there_is_nothing() {
		WorkProgram program = program("BTP", true);
		assertThat(this.access.sees(null, program)).isFalse();
		assertThat(this.access.manages(null, program)).isFalse();
		assertThat(this.access.approves(null, program)).isFalse();
		assertThat(this.access.condition(null)).isEqualTo("false");
		assertThat(this.access.scopes(null)).isEmpty();
	}

	private WorkProgram program(String whose, boolean published) {
		WorkProgram program = new WorkProgram(this.tests.unit(whose), whose.equals("BTP"), WEEK);
		if (published) {
			ReflectionTestUtils.setField(program, "status", ProgramStatus.PUBLISHED);
			ReflectionTestUtils.setField(program, "lastVersion", 1);
		}
		return program;
	}

}
