package vn.nhactruong;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Permission.OpenToPublic;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** Every endpoint of ours says who may call it, in exactly one way. */
@PortalTest
class EndpointAccessTests {

	private static final List<Class<? extends Annotation>> PERMISSIONS = List.of(OpenToPublic.class, SignedIn.class,
			ForRoles.class);

	private static final Set<String> BUSINESS = Set.of("conference", "agenda", "attendance", "conclusion", "directive",
			"workprogram", "calendar", "statistics");

	@Autowired
	private ApplicationContext context;

	@Test
	void every_endpoint_declares_exactly_one_permission() {
		List<String> findings = endpoints().filter((endpoint) -> !declaresOne(endpoint.getValue()))
			.map((endpoint) -> endpoint.getKey() + " " + endpoint.getValue().getShortLogMessage() + " declares "
					+ declared(endpoint.getValue()))
			.sorted()
			.toList();
		assertThat(endpoints()).as("endpoints found").isNotEmpty();
		assertThat(findings).isEmpty();
	}

	/**
	 * Administrators have no business content by right. What is named by its address is
	 * invisible to them (404, by each module's rule); a fixed address is closed (403),
	 * and has to declare that.
	 */
	@Test
	void fixed_business_addresses_say_which_roles_they_are_for() {
		assertThat(endpoints().filter((endpoint) -> isBusiness(endpoint.getValue().getBeanType()))
			.filter((endpoint) -> endpoint.getKey().getParamsCondition().isEmpty()
					&& endpoint.getKey().getPatternValues().stream().noneMatch((address) -> address.contains("{")))
			.filter((endpoint) -> !isForRoles(endpoint.getValue()))
			.map((endpoint) -> endpoint.getKey() + " " + endpoint.getValue().getShortLogMessage())).isEmpty();
	}

	private static boolean isBusiness(Class<?> controller) {
		return BUSINESS.contains(controller.getPackageName().split("\\.")[2]);
	}

	private static boolean isForRoles(HandlerMethod handler) {
		return permissions(handler.getMethod()).isEmpty()
				? permissions(handler.getBeanType()).contains(ForRoles.class.getSimpleName())
				: permissions(handler.getMethod()).contains(ForRoles.class.getSimpleName());
	}

	@Test
	void every_endpoint_names_its_http_method() {
		assertThat(endpoints().filter((endpoint) -> endpoint.getKey().getMethodsCondition().isEmpty())
			.map((endpoint) -> endpoint.getValue().getShortLogMessage())).isEmpty();
	}

	@Test
	void no_endpoint_hides_in_a_router_function() {
		// These carry no annotations, so that nothing would hold them to a permission.
		assertThat(this.context.getBeansOfType(RouterFunction.class)).isEmpty();
	}

	/** What stands at the method wins over what stands at its class. */
	private static boolean declaresOne(HandlerMethod handler) {
		int atMethod = permissions(handler.getMethod()).size();
		return (atMethod > 0) ? atMethod == 1 : permissions(handler.getBeanType()).size() == 1;
	}

	private static String declared(HandlerMethod handler) {
		return permissions(handler.getMethod()) + " at the method and " + permissions(handler.getBeanType())
				+ " at its class";
	}

	private static List<String> permissions(AnnotatedElement element) {
		return PERMISSIONS.stream()
			.filter((permission) -> AnnotatedElementUtils.hasAnnotation(element, permission))
			.map(Class::getSimpleName)
			.toList();
	}

	private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> endpoints() {
		return this.context.getBeansOfType(RequestMappingHandlerMapping.class)
			.values()
			.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().entrySet().stream())
			.filter((endpoint) -> endpoint.getValue()
				.getBeanType()
				.getPackageName()
				.startsWith(NhacTruongApplication.class.getPackageName()));
	}

}
