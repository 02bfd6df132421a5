package vn.nhactruong.form;

import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.nhactruong.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No form without its bad input: whoever adds one fills it in, too, in one of the classes
 * that extend {@link FormTests}.
 */
@PortalTest
class FormCatalogueTests {

	@Autowired
	private AutowireCapableBeanFactory beans;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	@Test
	void every_form_is_filled_in() {
		Set<String> filled = new TreeSet<>();
		ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
		scan.addIncludeFilter(new AssignableTypeFilter(FormTests.class));
		scan.findCandidateComponents(FormTests.class.getPackageName()).forEach((found) -> {
			Class<?> tests = ClassUtils.resolveClassName(found.getBeanClassName(), null);
			((FormTests) this.beans.createBean(tests)).forms()
				.keySet()
				.forEach((form) -> filled.add(FormTests.pattern(form)));
		});
		assertThat(filled).isEqualTo(new FormHandlers(this.mapping).patterns());
	}

}
