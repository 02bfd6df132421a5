package vn.nhactruong.account.signin;

import java.lang.annotation.Annotation;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import vn.nhactruong.account.CurrentViewer;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Permission.OpenToPublic;
import vn.nhactruong.shared.Permission.SignedIn;

/**
 * Holds every endpoint to the permission it declares. One that declares none is closed to
 * everybody; a test finds it before a person does.
 */
class EndpointAccess implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (!(handler instanceof HandlerMethod method)
				|| !method.getBeanType().getPackageName().startsWith("vn.nhactruong")) {
			return true;
		}
		if (declared(method, OpenToPublic.class) != null) {
			return true;
		}
		Viewer viewer = CurrentViewer.get().orElseThrow(() -> new NotAllowedException("anonymous"));
		ForRoles roles = declared(method, ForRoles.class);
		boolean allowed = (roles != null) ? Arrays.asList(roles.value()).contains(viewer.role())
				: declared(method, SignedIn.class) != null;
		if (!allowed) {
			throw new NotAllowedException(method.getShortLogMessage());
		}
		return true;
	}

	/** What stands at the method wins over what stands at its class. */
	private static <A extends Annotation> A declared(HandlerMethod method, Class<A> type) {
		boolean atMethod = method.hasMethodAnnotation(OpenToPublic.class) || method.hasMethodAnnotation(SignedIn.class)
				|| method.hasMethodAnnotation(ForRoles.class);
		return atMethod ? method.getMethodAnnotation(type)
				: AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
	}

}
