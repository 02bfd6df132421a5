package vn.nhactruong.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.util.ReflectionTestUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.Grant;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.origin.Origin;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who sees a directive and who does what with it: role by unit relation by state. */
@PortalTest
@Import(TestDirectives.class)
class DirectiveAccessTests {

	private static final long ELSEWHERE = 900_001;

	private static final long PREDECESSOR = 900_002;

	@Autowired
	private DirectiveAccess access;

	@Autowired
	private UnitDirectory units;

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(textBlock = """
			# role,     relation,     draft,  given, family, directs,  works,  signs, contributes, internal
			OFFICE,     HOLDER,        true,   true,   true,    true,   true,   true,       false,     true
			OFFICE,     PREDECESSOR,   true,   true,   true,    true,   true,   true,       false,     true
			OFFICE,     COORDINATOR,   true,   true,   true,    true,  false,  false,        true,    false
			OFFICE,     KIND,          true,   true,   true,    true,  false,  false,        true,    false
			OFFICE,     LEADING_KIND,  true,   true,   true,    true,  false,  false,       false,    false
			OFFICE,     STRANGER,      true,   true,   true,    true,  false,  false,       false,    false
			LEADER,     HOLDER,        true,   true,   true,    true,  false,  false,       false,     true
			LEADER,     COORDINATOR,   true,   true,   true,    true,  false,  false,       false,    false
			LEADER,     STRANGER,      true,   true,   true,    true,  false,  false,       false,    false
			UNIT_HEAD,  HOLDER,       false,   true,  false,   false,   true,   true,       false,     true
			UNIT_HEAD,  PREDECESSOR,  false,   true,  false,   false,   true,   true,       false,     true
			UNIT_HEAD,  COORDINATOR,  false,   true,   true,   false,  false,  false,        true,    false
			UNIT_HEAD,  KIND,         false,   true,   true,   false,  false,  false,        true,    false
			UNIT_HEAD,  LEADING_KIND, false,   true,  false,   false,  false,  false,       false,    false
			UNIT_HEAD,  STRANGER,     false,  false,  false,   false,  false,  false,       false,    false
			CLERK,      HOLDER,       false,   true,  false,   false,   true,  false,       false,     true
			CLERK,      PREDECESSOR,  false,   true,  false,   false,   true,  false,       false,     true
			CLERK,      COORDINATOR,  false,   true,   true,   false,  false,  false,        true,    false
			CLERK,      KIND,         false,   true,   true,   false,  false,  false,        true,    false
			CLERK,      LEADING_KIND, false,   true,  false,   false,  false,  false,       false,    false
			CLERK,      STRANGER,     false,  false,  false,   false,  false,  false,       false,    false
			OBSERVER,   HOLDER,       false,   true,  false,   false,  false,  false,       false,     true
			OBSERVER,   COORDINATOR,  false,   true,   true,   false,  false,  false,       false,    false
			OBSERVER,   KIND,         false,   true,   true,   false,  false,  false,       false,    false
			OBSERVER,   LEADING_KIND, false,   true,  false,   false,  false,  false,       false,    false
			OBSERVER,   STRANGER,     false,  false,  false,   false,  false,  false,       false,    false
			ADMIN,      HOLDER,       false,  false,  false,   false,  false,  false,       false,     true
			ADMIN,      COORDINATOR,  false,  false,  false,   false,  false,  false,       false,    false
			ADMIN,      STRANGER,     false,  false,  false,   false,  false,  false,       false,    false
			""")
	void truth_table(Role role, Relation relation, boolean draft, boolean given, boolean family, boolean directs,
			boolean works, boolean signs, boolean contributes, boolean internal) {
		Viewer viewer = viewer(role, role == Role.OFFICE || role == Role.LEADER);
		for (DirectiveStatus status : DirectiveStatus.values()) {
			Directive directive = directive(relation, status);
			assertThat(this.access.sees(viewer, directive)).as("sees it in " + status)
				.isEqualTo((status == DirectiveStatus.DRAFT) ? draft : given);
			assertThat(this.access.mayWork(viewer, directive)).as("works").isEqualTo(works);
			assertThat(this.access.maySign(viewer, directive)).as("signs").isEqualTo(signs);
			assertThat(this.access.mayContribute(viewer, directive)).as("contributes").isEqualTo(contributes);
			assertThat(this.access.readsInternal(viewer, directive)).as("reads drafts of the unit").isEqualTo(internal);
			refusedUnless(works, () -> this.access.requireWorking(viewer, directive));
			refusedUnless(signs, () -> this.access.requireSigning(viewer, directive));
			refusedUnless(contributes, () -> this.access.requireContributing(viewer, directive));
		}
		Directive parent = family(relation);
		assertThat(this.access.sees(viewer, parent)).as("sees the family").isEqualTo(family);
		assertThat(this.access.mayWork(viewer, parent)).as("works on the family").isFalse();
		assertThat(this.access.maySign(viewer, parent)).as("signs for the family").isFalse();
		assertThat(this.access.mayContribute(viewer, parent)).as("contributes to the family").isEqualTo(contributes);
		ReflectionTestUtils.setField(parent, "status", DirectiveStatus.DRAFT);
		assertThat(this.access.sees(viewer, parent)).as("sees a family's draft").isEqualTo(draft);
		assertThat(this.access.mayDirect(viewer)).as("directs").isEqualTo(directs);
		refusedUnless(directs, () -> this.access.requireDirecting(viewer));
	}

	@ParameterizedTest
	@EnumSource
	void observer_of_the_whole_sector_reads_all_but_drafts_and_does_nothing(Relation relation) {
		Viewer observer = viewer(Role.OBSERVER, true);
		for (DirectiveStatus status : DirectiveStatus.values()) {
			Directive directive = directive(relation, status);
			assertThat(this.access.sees(observer, directive)).isEqualTo(status != DirectiveStatus.DRAFT);
			assertThat(this.access.mayWork(observer, directive)).isFalse();
			assertThat(this.access.maySign(observer, directive)).isFalse();
			assertThat(this.access.mayContribute(observer, directive)).isFalse();
		}
		assertThat(this.access.sees(observer, family(relation))).isTrue();
		assertThat(this.access.mayDirect(observer)).isFalse();
	}

	@Test
	void without_a_viewer_there_is_nothing() {
		Directive directive = directive(Relation.HOLDER, DirectiveStatus.ISSUED);
		assertThat(this.access.sees(null, directive)).isFalse();
		assertThat(this.access.mayWork(null, directive)).isFalse();
		assertThat(this.access.maySign(null, directive)).isFalse();
		assertThat(this.access.mayContribute(null, directive)).isFalse();
		assertThat(this.access.readsInternal(null, directive)).isFalse();
		assertThat(this.access.mayDirect(null)).isFalse();
		assertThat(this.access.condition(null)).isEqualTo("false");
	}

	private static void refusedUnless(boolean allowed, Runnable act) {
		if (allowed) {
			assertThatCode(act::run).doesNotThrowAnyException();
		}
		else {
			assertThatExceptionOfType(NotAllowedException.class).isThrownBy(act::run);
		}
	}

	/** Acts for one and the same unit, which has a predecessor, in every role. */
	private Viewer viewer(Role role, boolean wholeSector) {
		Grant grant = new Grant(1, role, own(), "unit", Set.of(own(), PREDECESSOR));
		return new Viewer(1L, "name", "Name", grant, List.of(grant), wholeSector);
	}

	private Directive directive(Relation relation, DirectiveStatus status) {
		Directive directive = switch (relation) {
			case HOLDER -> heldBy(own(), List.of());
			case PREDECESSOR -> heldBy(PREDECESSOR, List.of());
			case COORDINATOR -> heldBy(ELSEWHERE, List.of(Addressee.unit(own())));
			case KIND -> heldBy(ELSEWHERE, List.of(Addressee.all(kind())));
			case LEADING_KIND -> Directive.forKind("2026-0001", 2026, plan(), kind(), List.of());
			case STRANGER -> heldBy(ELSEWHERE, List.of(Addressee.all(OrganizationKind.PROVINCIAL_JUSTICE)));
		};
		ReflectionTestUtils.setField(directive, "status", status);
		return directive;
	}

	private Directive family(Relation relation) {
		List<Addressee> coordinators = switch (relation) {
			case COORDINATOR -> List.of(Addressee.unit(own()));
			case KIND -> List.of(Addressee.all(kind()));
			default -> List.of();
		};
		Directive family = TestDirectives.family(plan(), coordinators);
		ReflectionTestUtils.setField(family, "status", DirectiveStatus.ISSUED);
		return family;
	}

	private static Directive heldBy(long unit, List<Addressee> coordinators) {
		return Directive.forUnit("2026-0001", 2026, plan(), unit, unit, coordinators);
	}

	private static DirectivePlan plan() {
		return new DirectivePlan("Rà soát", "Rà soát quy trình", Origin.clause(1), 1L, null, LocalDate.of(2026, 11, 15),
				null);
	}

	private long own() {
		return this.units.byCode("CCNTT").orElseThrow().id();
	}

	private OrganizationKind kind() {
		return this.units.get(own()).kind();
	}

	/** How the viewer's unit stands to the directive. */
	enum Relation {

		HOLDER, PREDECESSOR, COORDINATOR, KIND, LEADING_KIND, STRANGER

	}

}
