package vn.nhactruong;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The house plan: modules keep to what they declare, no cycle between them nor between
 * the packages inside one, and every import points to a lower level of the table below.
 */
class ModularityTests {

	private static final String BASE = NhacTruongApplication.class.getPackageName();

	/** About 25; what is past this gets a package of its own for each feature. */
	private static final int MOST_TYPES = 30;

	/** Level 10 only loads example data; nothing may import it. */
	private static final List<List<String>> LEVELS = List.of(List.of("shared", "database"),
			List.of("organization", "setting", "workingday"), List.of("account"),
			List.of("audit", "file", "notification", "paper", "search"),
			List.of("conference", "correspondence", "news", "commendation"),
			List.of("agenda", "attendance", "conclusion", "press", "petition"), List.of("directive", "logistics"),
			List.of("workprogram", "calendar", "statistics"), List.of("reporting"), List.of("desk"), List.of("demo"));

	private final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(BASE);

	@Test
	void modules_keep_to_their_declared_dependencies() {
		ApplicationModules.of(NhacTruongApplication.class).verify();
	}

	@Test
	void every_module_has_a_level() {
		assertThat(modulesPresent()).isNotEmpty()
			.allSatisfy((module) -> assertThat(levelOf(module))
				.as("level of module '%s' (add it to the table of DESIGN.md and of this test)", module)
				.isNotNegative());
	}

	@Test
	void every_module_says_what_it_is_for() {
		assertThat(modulesPresent())
			.filteredOn((module) -> !this.classes.contain(BASE + "." + module + ".package-info"))
			.as("modules without a package-info.java")
			.isEmpty();
	}

	@Test
	void imports_point_only_to_lower_levels() {
		List<String> upward = this.classes.stream()
			.flatMap((type) -> type.getDirectDependenciesFromSelf().stream())
			.filter(ModularityTests::crossesModules)
			.filter((dependency) -> levelOf(moduleOf(dependency.getOriginClass())) <= levelOf(
					moduleOf(dependency.getTargetClass())))
			.map(ModularityTests::describe)
			.distinct()
			.sorted()
			.toList();
		assertThat(upward).as("imports that don't point to a lower level").isEmpty();
	}

	@Test
	void the_module_everyone_may_use_stays_small() {
		assertThat(this.classes.stream()
			.filter((type) -> "shared".equals(moduleOf(type)) && type.isTopLevelClass()
					&& !type.getSimpleName().equals("package-info"))
			.map(JavaClass::getSimpleName)).as("types of the module 'shared'").hasSizeLessThan(25);
	}

	@Test
	void a_package_holds_at_most_30_types() {
		Map<String, Long> types = this.classes.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
		types.values().removeIf((count) -> count <= MOST_TYPES);
		assertThat(types).as("packages to be split by feature").isEmpty();
	}

	@Test
	void packages_inside_a_module_have_no_cycle() {
		SlicesRuleDefinition.slices()
			.assignedFrom(new Packages())
			.should()
			.beFreeOfCycles()
			.because("a feature uses the root of its module or the other way round, never both")
			.check(this.classes);
	}

	private TreeSet<String> modulesPresent() {
		TreeSet<String> modules = new TreeSet<>();
		this.classes.stream()
			.map(ModularityTests::moduleOf)
			.filter((module) -> !module.isEmpty())
			.forEach(modules::add);
		return modules;
	}

	private static boolean crossesModules(Dependency dependency) {
		String origin = moduleOf(dependency.getOriginClass());
		String target = moduleOf(dependency.getTargetClass());
		return !origin.isEmpty() && !target.isEmpty() && !origin.equals(target);
	}

	private static String describe(Dependency dependency) {
		JavaClass origin = dependency.getOriginClass();
		JavaClass target = dependency.getTargetClass();
		return "%s (level %d) uses %s (level %d)".formatted(origin.getName(), levelOf(moduleOf(origin)),
				target.getName(), levelOf(moduleOf(target)));
	}

	private static int levelOf(String module) {
		return Stream.iterate(0, (level) -> level < LEVELS.size(), (level) -> level + 1)
			.filter((level) -> LEVELS.get(level).contains(module))
			.findFirst()
			.orElse(-1);
	}

	/**
	 * Name of the module a type belongs to, empty for the application class and foreign
	 * types.
	 */
	private static String moduleOf(JavaClass type) {
		String name = type.getBaseComponentType().getPackageName();
		if (!name.startsWith(BASE + ".")) {
			return "";
		}
		String inside = name.substring(BASE.length() + 1);
		int dot = inside.indexOf('.');
		return (dot < 0) ? inside : inside.substring(0, dot);
	}

	/** Every package below the application's is a slice of its own. */
	private static final class Packages implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			return moduleOf(type).isEmpty() ? SliceIdentifier.ignore()
					: SliceIdentifier.of(type.getBaseComponentType().getPackageName());
		}

		@Override
		public String getDescription() {
			return "packages below " + BASE;
		}

	}

}
