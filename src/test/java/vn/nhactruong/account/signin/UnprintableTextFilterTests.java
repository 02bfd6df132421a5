package vn.nhactruong.account.signin;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class UnprintableTextFilterTests {

	@Test
	void takesTheNulCharacterOutOfEveryParameter() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addParameter("q", "văn\0 phòng", "\0");
		MockFilterChain chain = new MockFilterChain();
		new UnprintableTextFilter().doFilter(request, new MockHttpServletResponse(), chain);
		assertThat(chain.getRequest().getParameter("q")).isEqualTo("văn phòng");
		assertThat(chain.getRequest().getParameterValues("q")).containsExactly("văn phòng", "");
		assertThat(chain.getRequest().getParameterMap().get("q")).containsExactly("văn phòng", "");
		assertThat(chain.getRequest().getParameter("other")).isNull();
		assertThat(chain.getRequest().getParameterValues("other")).isNull();
	}

}
