package vn.nhactruong.account.signin;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import vn.nhactruong.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions of people who ask for two things at once. */
@PortalTest
class SessionTests {

	@Test
	void two_requests_that_leave_the_same_word_in_a_session_do_not_hinder_each_other(
			@Autowired SessionRepository<? extends Session> sessions) {
		leaveTheSameWordTwice(sessions);
	}

	private static <S extends Session> void leaveTheSameWordTwice(SessionRepository<S> sessions) {
		S session = sessions.createSession();
		sessions.save(session);
		S first = sessions.findById(session.getId());
		S second = sessions.findById(session.getId());
		first.setAttribute("word", "Đã lưu.");
		second.setAttribute("word", "Đã gửi.");
		sessions.save(first);
		sessions.save(second);
		assertThat(sessions.findById(session.getId()).<String>getAttribute("word")).isEqualTo("Đã gửi.");
	}

}
