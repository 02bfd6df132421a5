package vn.nhactruong.workprogram.program;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.TestWorkbook;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.workprogram.PeriodKind;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.TestPrograms;
import vn.nhactruong.workprogram.Unfinished;
import vn.nhactruong.workprogram.WorkItemForm;
import vn.nhactruong.workprogram.WorkItemParents;
import vn.nhactruong.workprogram.WorkItemPlan;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramRepository;
import vn.nhactruong.workprogram.adjustment.AdjustmentKind;
import vn.nhactruong.workprogram.adjustment.AdjustmentPlan;
import vn.nhactruong.workprogram.consolidation.WorkWarning;
import vn.nhactruong.workprogram.consolidation.WorkWarnings;
import vn.nhactruong.workprogram.imports.WorkbookColumns;
import vn.nhactruong.workprogram.imports.WorkbookReader;
import vn.nhactruong.workprogram.register.ItemRow;
import vn.nhactruong.workprogram.register.Trigrams;
import vn.nhactruong.workprogram.register.WorkProgramQueries;
import vn.nhactruong.workprogram.reminder.WorkProgramObligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@PortalTest
@Import(TestPrograms.class)
class WorkProgramPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private TestPrograms tests;

	@Autowired
	private WorkProgramObligations obligations;

	@Autowired
	private WorkWarnings warnings;

	@Autowired
	private WorkProgramQueries queries;

	@Autowired
	private WorkProgramRepository programs;

	@Autowired
	private WorkbookColumns columns;

	@Autowired
	private WorkItemParents parents;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	private RequestPostProcessor office;

	private RequestPostProcessor leader;

	private RequestPostProcessor clerk;

	private RequestPostProcessor head;

	private LocalDate monday;

	@BeforeEach
	void people() {
		this.office = this.people.as(Role.OFFICE, "VPB");
		this.leader = this.people.as(Role.LEADER, "BTP");
		this.clerk = this.people.as(Role.CLERK, "CCNTT");
		this.head = this.people.as(Role.UNIT_HEAD, "CCNTT");
		this.monday = this.tests.week();
	}

	@Test
	void from_proposal_to_version_2() throws Exception {
		String url = send(post("/work-programs").param("scopeId", "" + this.tests.unit("BTP"))
			.param("kind", "WEEK")
			.param("day", this.monday.plusDays(2).toString())
			.param("proposalsUntil", this.monday.toString()), this.office).andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		page(url, this.clerk).andExpect(content().string(containsString("Đề xuất đầu việc")));
		long program = Long.parseLong(url.substring(url.lastIndexOf('/') + 1));
		send(item(program, "Xây dựng nền tảng số dùng chung", this.monday.plusDays(3)), this.clerk)
			.andExpect(redirectedUrl(url));
		page(url + "/consolidation", this.office)
			.andExpect(content().string(containsString("Xây dựng nền tảng số dùng chung")));
		send(post(url + "/submission"), this.office).andExpect(status().isConflict());
		long item = this.tests.itemOf(program, "Xây dựng nền tảng số dùng chung");
		send(post(url + "/items/" + item + "/acceptance").param("version", seen(url + "/items/" + item)), this.office)
			.andExpect(redirectedUrl(url + "/consolidation"));
		send(post(url + "/submission"), this.office).andExpect(redirectedUrl(url));
		send(post(url + "/return").param("reason", "Bổ sung việc của quý"), this.leader).andExpect(redirectedUrl(url));
		page(url, this.office).andExpect(content().string(containsString("Bổ sung việc của quý")));
		send(post(url + "/submission"), this.office).andExpect(redirectedUrl(url));
		send(post(url + "/approval").param("version", seen(url)), this.leader).andExpect(redirectedUrl(url));
		send(post(url + "/publication"), this.office).andExpect(redirectedUrl(url + "/versions/1"));
		page(url + "/versions", this.clerk).andExpect(content().string(containsString("Bản 1")));

		send(adjustment(program, item, "DEADLINE").param("dueOn", this.monday.plusDays(4).toString()), this.clerk)
			.andExpect(redirectedUrl(url + "/adjustments"));
		long adjustment = newestAdjustment(program);
		page(url + "/adjustments", this.leader)
			.andExpect(content().string(not(containsString("/adjustments/" + adjustment))));
		send(post(url + "/adjustments/" + adjustment + "/signature"), this.head)
			.andExpect(redirectedUrl(url + "/adjustments"));
		page(url + "/adjustments", this.leader).andExpect(content().string(containsString("Phê duyệt")));
		send(post(url + "/adjustments/" + adjustment + "/approval"), this.leader)
			.andExpect(redirectedUrl(url + "/adjustments"));
		assertThat(this.tests.text("select due_on from work_item where id = ?", item))
			.as("nothing is in force before it is published")
			.isEqualTo(this.monday.plusDays(3).toString());
		send(post(url + "/publication"), this.office).andExpect(redirectedUrl(url + "/versions/2"));
		assertThat(this.tests.text("select due_on from work_item where id = ?", item))
			.isEqualTo(this.monday.plusDays(4).toString());
		page(url + "/versions/2", this.clerk).andExpect(content().string(containsString("Thời hạn: ")));
		page(url + "/versions/1", this.clerk).andExpect(content().string(not(containsString("Thay đổi so với"))));
		send(post(url + "/publication"), this.office).andExpect(status().isConflict());
	}

	@Test
	void form_of_a_program_says_at_the_field_what_is_wrong() throws Exception {
		long exists = this.tests.open(this.monday);
		assertThat(exists).isPositive();
		page("/work-programs/" + exists, this.office)
			.andExpect(content().string(containsString("Hãy thêm đầu việc đầu tiên")))
			.andExpect(content().string(not(containsString("Trình phê duyệt"))));
		page("/work-programs/" + exists, this.clerk)
			.andExpect(content().string(containsString("Hãy đề xuất đầu việc đầu tiên")));
		programRefused("Chương trình công tác tuần", "kind", "WEEK", "day", this.monday.toString());
		programRefused("đã có", "kind", "WEEK", "day", this.monday.plusDays(1).toString());
		programRefused("còn trống", "kind", "", "day", this.monday.toString());
		programRefused("không phải một ngày", "kind", "WEEK", "day", "tuần sau");
		programRefused("không được sau ngày cuối kỳ", "kind", "WEEK", "day", this.monday.plusWeeks(1).toString(),
				"proposalsUntil", this.monday.plusWeeks(3).toString());
		programRefused("không được trước hôm nay", "kind", "WEEK", "day", this.monday.plusWeeks(1).toString(),
				"proposalsUntil", this.tests.today().minusDays(1).toString());
		programRefused("dài tối đa 2.000 ký tự", "kind", "WEEK", "day", this.monday.plusWeeks(1).toString(), "note",
				"x".repeat(2001));
		send(post("/work-programs").param("scopeId", "" + this.tests.unit("CKHTC"))
			.param("kind", "WEEK")
			.param("day", this.monday.plusWeeks(1).toString()), this.clerk).andExpect(status().isForbidden());
	}

	private void programRefused(String sentence, String... parameters) throws Exception {
		MockHttpServletRequestBuilder request = post("/work-programs").param("scopeId", "" + this.tests.unit("BTP"));
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		send(request, this.office).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString(sentence)));
	}

	@Test
	void form_of_an_item_says_at_the_field_what_is_wrong_and_keeps_what_was_typed() throws Exception {
		long program = this.tests.open(this.monday);
		String due = this.monday.plusDays(2).toString();
		itemRefused(program, "phải nằm trong kỳ", "dueOn", this.monday.minusDays(1).toString());
		itemRefused(program, "phải nằm trong kỳ", "dueOn", this.monday.plusDays(7).toString());
		itemRefused(program, "không phải một ngày", "dueOn", "mai");
		itemRefused(program, "còn trống", "dueOn", "");
		itemRefused(program, "không thể vừa phối hợp", "dueOn", due, "coordinatingIds", "" + this.tests.unit("CCNTT"));
		itemRefused(program, "không hoạt động vào ngày", "dueOn", due, "coordinatingIds",
				"" + this.tests.unit("TCTHADS"));
		itemRefused(program, "không nhận việc", "dueOn", due, "coordinatingIds", "" + this.tests.unit("VPCP"));
		itemRefused(program, "Không có đơn vị này", "dueOn", due, "coordinatingIds", "999999");
		itemRefused(program, "không thể sau hôm nay", "dueOn", due, "sourceDate",
				this.tests.today().plusDays(1).toString());
		itemRefused(program, "không thuộc chương trình của kỳ dài hơn", "dueOn", due, "parentId", "999999");
		itemRefused(program, "dài tối đa 500 ký tự", "dueOn", due, "deliverable", "x".repeat(501));
		itemRefused(program, "dài tối đa 100 ký tự", "dueOn", due, "sourceNumber", "x".repeat(101));
		send(post("/work-programs/" + program + "/items").param("leadId", "" + this.tests.unit("CCNTT"))
			.param("level", "MINISTER")
			.param("dueOn", due), this.clerk).andExpect(status().isUnprocessableContent());
		assertThat(this.jdbc.sql("select count(*) from work_item where program_id = ?")
			.param(program)
			.query(Long.class)
			.single()).isZero();
	}

	private void itemRefused(long program, String sentence, String... parameters) throws Exception {
		MockHttpServletRequestBuilder request = post("/work-programs/" + program + "/items")
			.param("title", "Ten giu nguyen")
			.param("leadId", "" + this.tests.unit("CCNTT"))
			.param("level", "MINISTER");
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		send(request, this.clerk).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString(sentence)))
			.andExpect(content().string(containsString("Ten giu nguyen")));
	}

	@Test
	void lost_edit_shows_both_texts_and_a_deleted_item_is_gone() throws Exception {
		long program = this.tests.open(this.monday);
		long item = this.tests.propose(program, "Rà soát văn bản", this.monday, "CCNTT");
		String url = "/work-programs/" + program + "/items/" + item;
		page(url + "/edit", this.clerk);
		send(edited(url, "Rà soát văn bản lần hai", 0), this.clerk).andExpect(redirectedUrl(url));
		send(edited(url, "Rà soát của tôi", 0), this.clerk).andExpect(status().isConflict())
			.andExpect(content().string(containsString("Rà soát văn bản lần hai")))
			.andExpect(content().string(containsString("Rà soát của tôi")));
		send(post(url + "/deletion"), this.people.as(Role.CLERK, "CKHTC")).andExpect(status().isNotFound());
		send(post(url + "/deletion"), this.clerk).andExpect(redirectedUrl("/work-programs/" + program));
		this.mvc.perform(get(url).with(this.clerk)).andExpect(status().isNotFound());
		send(edited(url, "Rà soát", 1), this.clerk).andExpect(status().isNotFound());
		long other = this.tests.open(this.monday.plusWeeks(1));
		long elsewhere = this.tests.propose(other, "Việc khác", this.monday.plusWeeks(1), "CCNTT");
		this.mvc.perform(get("/work-programs/" + program + "/items/" + elsewhere).with(this.office))
			.andExpect(status().isNotFound());
		this.mvc.perform(get("/work-programs/999999999").with(this.office)).andExpect(status().isNotFound());
	}

	private MockHttpServletRequestBuilder edited(String url, String title, int version) {
		return post(url).param("title", title)
			.param("leadId", "" + this.tests.unit("CCNTT"))
			.param("level", "MINISTER")
			.param("dueOn", this.monday.toString())
			.param("version", "" + version);
	}

	@Test
	void units_read_of_a_draft_their_own_proposals_only() throws Exception {
		long program = this.tests.open(this.monday);
		long own = this.tests.propose(program, "Việc của cục", this.monday, "CCNTT");
		long foreign = this.tests.propose(program, "Việc của đơn vị khác", this.monday, "CKHTC");
		String url = "/work-programs/" + program;
		page(url, this.clerk).andExpect(content().string(containsString("Việc của cục")))
			.andExpect(content().string(not(containsString("Việc của đơn vị khác"))));
		page(url + "/items/" + own, this.clerk);
		this.mvc.perform(get(url + "/items/" + foreign).with(this.clerk)).andExpect(status().isNotFound());
		this.mvc.perform(get(url + "/consolidation").with(this.clerk)).andExpect(status().isForbidden());
		send(post(url + "/items/" + own + "/acceptance").param("version", seen(url + "/items/" + own)), this.clerk)
			.andExpect(status().isForbidden());
		send(post(url + "/items/" + foreign + "/acceptance").param("version", seen(url + "/items/" + foreign)),
				this.clerk)
			.andExpect(status().isNotFound());
		this.mvc.perform(get(url).with(this.people.as(Role.ADMIN, "VPB"))).andExpect(status().isNotFound());
		this.mvc.perform(get(url + "/versions").with(this.clerk)).andExpect(status().isNotFound());
		this.mvc.perform(get(url + "/adjustments").with(this.clerk)).andExpect(status().isNotFound());
	}

	@Test
	void province_reads_of_a_published_program_what_names_it() throws Exception {
		long program = this.tests.open(this.monday);
		this.tests.add(program, "Việc giao Sở", this.monday, "STP-48");
		this.tests.add(program, "Việc phối hợp với Sở", this.monday, "CCNTT", "STP-48");
		this.tests.add(program, "Việc nội bộ của Bộ", this.monday, "CCNTT");
		this.tests.publish(program);
		RequestPostProcessor province = this.people.as(Role.CLERK, "STP-48");
		for (String url : List.of("/work-programs/" + program, "/work-programs/" + program + "/versions/1")) {
			page(url, province).andExpect(content().string(containsString("Việc giao Sở")))
				.andExpect(content().string(containsString("Việc phối hợp với Sở")))
				.andExpect(content().string(not(containsString("Việc nội bộ của Bộ"))));
		}
		this.mvc.perform(get("/work-programs/" + program + "/report").with(province)).andExpect(status().isForbidden());
		long inner = this.tests.itemOf(program, "Việc nội bộ của Bộ");
		this.mvc.perform(get("/work-programs/" + program + "/items/" + inner).with(province))
			.andExpect(status().isNotFound());
		page("/work-programs/" + program, this.people.as(Role.CLERK, "CKHTC"))
			.andExpect(content().string(containsString("Việc nội bộ của Bộ")));
	}

	@Test
	void program_of_a_unit_is_the_units_until_others_have_work_in_it() throws Exception {
		Viewer own = this.tests.viewer(Role.CLERK, "CCNTT");
		long program = this.tests.programs.open(this.tests.unit("CCNTT"), PeriodKind.WEEK, this.monday, null, null,
				own);
		this.tests.items.propose(program, this.tests.plan("Việc chung", this.monday, "CCNTT", "CKHTC"), own);
		this.tests.items.propose(program, this.tests.plan("Việc riêng", this.monday, "CCNTT"), own);
		String url = "/work-programs/" + program;
		RequestPostProcessor other = this.people.as(Role.CLERK, "CKHTC");
		this.mvc.perform(get(url).with(other)).andExpect(status().isNotFound());
		page(url, this.office).andExpect(content().string(containsString("Việc riêng")));
		send(post(url + "/submission"), this.clerk).andExpect(redirectedUrl(url));
		send(post(url + "/approval").param("version", seen(url)), this.clerk).andExpect(status().isForbidden());
		send(post(url + "/approval").param("version", seen(url)), this.leader).andExpect(status().isForbidden());
		send(post(url + "/approval").param("version", seen(url)), this.head).andExpect(redirectedUrl(url));
		send(post(url + "/publication"), this.clerk).andExpect(redirectedUrl(url + "/versions/1"));
		page(url, other).andExpect(content().string(containsString("Việc chung")))
			.andExpect(content().string(not(containsString("Việc riêng"))));
		page("/work-programs?whose=units", other).andExpect(content().string(containsString(url)));
		this.mvc.perform(get(url).with(this.people.as(Role.CLERK, "VTCCB"))).andExpect(status().isNotFound());
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(
					() -> this.tests.items.propose(
							this.tests.programs.open(this.tests.unit("CCNTT"), PeriodKind.WEEK,
									this.monday.plusWeeks(1), null, null, own),
							this.tests.plan("Việc của người khác", this.monday.plusWeeks(1), "CKHTC"), own))
			.withMessage("workprogram.error.notOfUnit");
	}

	@Test
	void proposals_are_returned_changed_and_proposed_again_or_merged() throws Exception {
		long program = this.tests.open(this.monday);
		long item = this.tests.propose(program, "Tổ chức hội nghị tập huấn chuyển đổi số", this.monday, "CCNTT");
		long same = this.tests.propose(program, "Tổ chức Hội nghị tập huấn chuyển đổi số", this.monday, "CKHTC");
		String url = "/work-programs/" + program + "/items/";
		page(url + item + "/return", this.office);
		send(post(url + item + "/return").param("reason", ""), this.office)
			.andExpect(status().isUnprocessableContent());
		send(post(url + item + "/return").param("reason", "Nêu rõ đối tượng"), this.office)
			.andExpect(status().is3xxRedirection());
		send(post(url + item + "/acceptance").param("version", seen(url + item)), this.office)
			.andExpect(status().isConflict());
		page(url + item, this.clerk).andExpect(content().string(containsString("Nêu rõ đối tượng")));
		send(edited(url + item, "Tổ chức hội nghị tập huấn chuyển đổi số cho văn thư", 1), this.clerk)
			.andExpect(redirectedUrl(url + item));
		assertThat(this.tests.text("select proposal from work_item where id = ?", item)).isEqualTo("PROPOSED");
		page("/work-programs/" + program + "/consolidation", this.office)
			.andExpect(content().string(containsString("Hai đầu việc gần giống nhau")));
		page(url + same + "/merging?into=" + item, this.office);
		send(post(url + same + "/merging").param("targetId", "" + same), this.office)
			.andExpect(status().isUnprocessableContent());
		send(post(url + same + "/merging"), this.office).andExpect(status().isUnprocessableContent());
		send(post(url + same + "/merging").param("targetId", "" + item), this.office)
			.andExpect(status().is3xxRedirection());
		send(post(url + same + "/merging").param("targetId", "" + item), this.office)
			.andExpect(status().isUnprocessableContent());
		page(url + item, this.office).andExpect(content().string(containsString("Cục Kế hoạch - Tài chính")));
		page(url + same, this.people.as(Role.CLERK, "CKHTC"))
			.andExpect(content().string(containsString("đã được gộp")));
		send(post(url + item + "/deletion"), this.clerk).andExpect(status().isConflict());
	}

	@Test
	void units_no_longer_propose_when_the_time_is_over_but_the_office_may() throws Exception {
		long program = this.tests.open(this.monday);
		this.jdbc.sql("update work_program set proposals_until = ? where id = ?")
			.params(this.tests.today().minusDays(1), program)
			.update();
		page("/work-programs/" + program, this.clerk)
			.andExpect(content().string(containsString("Thời gian đề xuất đã hết")));
		send(item(program, "Việc muộn", this.monday), this.clerk).andExpect(status().isConflict());
		send(item(program, "Việc muộn", this.monday), this.office)
			.andExpect(redirectedUrl("/work-programs/" + program));
	}

	@Test
	void duplicates_and_clashes_are_found() throws Exception {
		long program = this.tests.open(this.monday);
		this.tests.add(program, "Sơ kết công tác thi hành án dân sự", this.monday, "CQLTHADS", "CCNTT");
		this.tests.add(program, "Sơ kết công tác thi hành án dân sự", this.monday, "CCNTT");
		this.tests.add(program, "Kiểm tra công tác văn thư lưu trữ", this.monday, "VPB");
		this.tests.add(program, "Kiểm tra công tác văn thư, lưu trữ năm", this.monday, "VTCCB");
		this.tests.add(program, "Báo cáo tuần", this.monday.plusDays(6), "VHTQT");
		for (int i = 0; i < 3; i++) {
			this.tests.add(program, "Ban hành tài liệu số " + "abc".charAt(i) + "x".repeat(i * 9), this.monday,
					"CCNTT");
		}
		WorkProgram loaded = this.programs.findById(program).orElseThrow();
		List<ItemRow> rows = this.queries.inProposal(loaded, ProposalStatus.ACCEPTED, ProposalStatus.PROPOSED);
		List<WorkWarning> found = this.warnings.of(loaded, rows);
		assertThat(StatementCounter.during(() -> this.warnings.of(loaded, rows)))
			.as("comparing every pair is too much for the database")
			.noneMatch((sql) -> sql.contains("similarity"));
		assertThat(found).extracting(WorkWarning::type)
			.contains(WorkWarning.Type.COORDINATOR_LEADS, WorkWarning.Type.SIMILAR_TITLE, WorkWarning.Type.OVERLOAD,
					WorkWarning.Type.DAY_OFF)
			.doesNotContain(WorkWarning.Type.NO_PARENT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Kiểm tra công tác văn thư lưu trữ | Kiểm tra công tác văn thư, lưu trữ năm",
					"Sơ kết 6 tháng | Sơ kết 9 tháng", "Đề án A-1/2026 | đề án a 1 2026", "Xây dựng | xay dung",
					"Báo cáo tuần | Tổ chức hội nghị", "-- | Báo cáo", "a | ab" })
	void titles_are_as_much_alike_as_the_database_finds_them(String one, String other) {
		double likeness = this.jdbc.sql("select similarity(fold(?), fold(?))")
			.params(one, other)
			.query(Double.class)
			.single();
		assertThat(Trigrams.of(one).likeness(Trigrams.of(other), 0)).isCloseTo(likeness, within(0.0001));
		assertThat(Trigrams.of(other).likeness(Trigrams.of(one), 0.6) > 0).isEqualTo(likeness >= 0.6);
	}

	@Test
	void week_points_to_the_month_and_is_warned_when_later() throws Exception {
		LocalDate day = LocalDate.of(2039, 2, 1);
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		long month = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.MONTH, day, null, null, office);
		long parent = this.tests.add(month, "Trình dự thảo thông tư", day.plusDays(9), "CCNTT");
		long week = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.WEEK, day.plusDays(14), null, null,
				office);
		LocalDate due = PeriodKind.WEEK.start(day.plusDays(14)).plusDays(1);
		send(item(week, "Lấy ý kiến dự thảo thông tư", due).param("parentId", "" + parent), this.office)
			.andExpect(status().is3xxRedirection());
		this.tests.add(week, "Việc mới", due, "CCNTT");
		WorkProgram loaded = this.programs.findById(week).orElseThrow();
		assertThat(this.warnings.of(loaded, this.queries.inProposal(loaded, ProposalStatus.ACCEPTED)))
			.extracting(WorkWarning::type)
			.contains(WorkWarning.Type.AFTER_PARENT, WorkWarning.Type.NO_PARENT);
		page("/work-programs/" + month + "/items/" + parent, this.office)
			.andExpect(content().string(containsString("Lấy ý kiến dự thảo thông tư")));
		page("/work-programs/" + week + "/consolidation", this.office)
			.andExpect(content().string(containsString("Hạn muộn hơn")))
			.andExpect(content().string(containsString("/items/" + this.tests.itemOf(week, "Việc mới") + "/edit")));
		// A draft of the ministry isn't a unit's to point to.
		send(item(week, "Việc của cục", due).param("parentId", "" + parent), this.people.as(Role.CLERK, "STP-48"))
			.andExpect(status().isUnprocessableContent());
	}

	@Test
	void every_kind_of_adjustment_is_checked_and_takes_effect_with_the_next_version() throws Exception {
		long program = this.tests.published(this.monday, "Việc một", "Việc hai", "Việc ba", "Việc bốn", "Việc năm");
		String url = "/work-programs/" + program + "/adjustments";
		long one = this.tests.itemOf(program, "Việc một");
		page(url + "/new?item=" + one, this.clerk);
		page(url + "/new", this.office);
		LocalDate friday = this.monday.plusDays(4);
		adjustmentRefused(program, one, "DEADLINE", "Nhập thời hạn", "dueOn", "");
		adjustmentRefused(program, one, "DEADLINE", "phải nằm trong kỳ", "dueOn", this.monday.plusDays(9).toString());
		adjustmentRefused(program, one, "DEADLINE", "giống nội dung đang áp dụng", "dueOn", friday.toString());
		adjustmentRefused(program, one, "MOVE", "Chuyển kỳ phải sang sau ngày", "dueOn", friday.toString());
		adjustmentRefused(program, one, "LEAD", "Chọn đơn vị chủ trì", "leadId", "");
		adjustmentRefused(program, one, "LEAD", "giống nội dung", "leadId", "" + this.tests.unit("CCNTT"));
		adjustmentRefused(program, one, "LEAD", "không hoạt động", "leadId", "" + this.tests.unit("TCTHADS"));
		adjustmentRefused(program, one, "DELIVERABLE", "giống nội dung", "deliverable", "Báo cáo");
		adjustmentRefused(program, one, "DROP", "Nhập số", "documentNumber", "");
		adjustmentRefused(program, one, "DROP", "không thể sau hôm nay", "documentNumber", "1/QĐ-BTP", "documentDate",
				this.tests.today().plusDays(1).toString());
		send(adjustment(program, 999999999, "DROP"), this.clerk).andExpect(status().isNotFound());
		send(adjustment(program, one, "DROP"), this.people.as(Role.CLERK, "CKHTC")).andExpect(status().isForbidden());

		asked(program, one, "LEAD", "leadId", "" + this.tests.unit("CKHTC"));
		adjustmentRefused(program, one, "LEAD", "đang chờ", "leadId", "" + this.tests.unit("VPB"));
		asked(program, this.tests.itemOf(program, "Việc hai"), "DELIVERABLE", "deliverable", "Tờ trình");
		asked(program, this.tests.itemOf(program, "Việc ba"), "MOVE", "dueOn", this.monday.plusDays(9).toString());
		asked(program, this.tests.itemOf(program, "Việc bốn"), "DROP", "documentNumber", "12/QĐ-BTP", "documentDate",
				this.tests.today().toString());
		asked(program, this.tests.itemOf(program, "Việc năm"), "DEADLINE", "dueOn", this.monday.toString());
		send(post(url).param("kind", "ADD")
			.param("title", "Việc mới phát sinh")
			.param("leadId", "" + this.tests.unit("CCNTT"))
			.param("level", "MINISTER")
			.param("dueOn", friday.toString())
			.param("reason", "Phát sinh"), this.head).andExpect(redirectedUrl(url));
		send(post(url).param("kind", "ADD").param("reason", "Phát sinh"), this.clerk)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Nhập nội dung nhiệm vụ")));
		long last = newestAdjustment(program);
		send(post(url + "/" + (last - 1) + "/approval"), this.clerk).andExpect(status().isForbidden());
		send(post(url + "/" + (last - 1) + "/refusal").param("reason", ""), this.leader)
			.andExpect(status().isUnprocessableContent());
		page(url + "/" + (last - 1) + "/refusal", this.leader);
		send(post(url + "/" + (last - 1) + "/refusal").param("reason", "Giữ hạn cũ"), this.leader)
			.andExpect(redirectedUrl(url));
		send(post(url + "/" + (last - 1) + "/approval"), this.leader).andExpect(status().isConflict());
		for (long id = last - 5; id <= last; id++) {
			if (id != last - 1) {
				send(post(url + "/" + id + "/approval"), this.leader).andExpect(redirectedUrl(url));
			}
		}
		send(post("/work-programs/" + program + "/publication"), this.office)
			.andExpect(redirectedUrl("/work-programs/" + program + "/versions/2"));
		page("/work-programs/" + program + "/versions/2", this.office)
			.andExpect(content().string(containsString("Đơn vị chủ trì: Cục Công nghệ thông tin → Cục Kế hoạch")))
			.andExpect(content().string(containsString("Sản phẩm: Báo cáo → Tờ trình")))
			.andExpect(content().string(containsString("Lý do: Theo chỉ đạo")))
			.andExpect(content().string(containsString("Chuyển kỳ sau")))
			.andExpect(content().string(containsString("Đưa ra khỏi chương trình theo văn bản 12/QĐ-BTP")))
			.andExpect(content().string(containsString("Bổ sung đầu việc")));
		page(url, this.office).andExpect(content().string(containsString("Giữ hạn cũ")));
		assertThat(this.tests.text("select due_on from work_item where id = ?", this.tests.itemOf(program, "Việc năm")))
			.isEqualTo(friday.toString());
	}

	@Test
	void item_in_force_leaves_by_an_adjustment_that_the_leader_approves_and_no_other_way() throws Exception {
		String lead = this.people.add(Role.CLERK, "CCNTT");
		long program = this.tests.published(this.monday, "Việc một");
		long item = this.tests.itemOf(program, "Việc một");
		String url = "/work-programs/" + program + "/items/" + item;
		page(url, this.office).andExpect(content().string(not(containsString(url + "/drop"))))
			.andExpect(content().string(containsString("Đề nghị điều chỉnh")));
		this.mvc.perform(get(url + "/drop").with(this.office)).andExpect(status().isNotFound());
		send(post(url + "/drop").param("documentNumber", "12/QĐ-BTP")
			.param("documentDate", this.tests.today().toString())
			.param("reason", "x"), this.office).andExpect(status().isNotFound());
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		long asked = this.tests.adjustments.request(program, new AdjustmentPlan(AdjustmentKind.DROP, item, null, null,
				null, null, null, "12/QĐ-BTP", this.tests.today(), "Trùng với đề án khác"), office);
		send(post("/work-programs/" + program + "/adjustments/" + asked + "/approval"), this.office)
			.andExpect(status().isForbidden());
		send(post("/work-programs/" + program + "/adjustments/" + asked + "/approval"), this.leader)
			.andExpect(status().is3xxRedirection());
		assertThat(this.tests.text("select status from work_item where id = ?", item)).isEqualTo("PLANNED");
		assertThat(this.tests.programs.publish(program, office)).isEqualTo(2);
		assertThat(this.tests.text("select status from work_item where id = ?", item)).isEqualTo("DROPPED");
		assertThat(told(lead, "workprogram.notice.dropped")).isEqualTo(1);
	}

	@Test
	void leader_approves_what_was_read_and_the_office_accepts_what_it_saw() throws Exception {
		long program = this.tests.open(this.monday);
		long item = this.tests.propose(program, "Rà soát văn bản", this.monday, "CCNTT");
		String url = "/work-programs/" + program;
		String acceptance = url + "/items/" + item + "/acceptance";
		for (String page : List.of(url + "/consolidation", url + "/items/" + item)) {
			page(page, this.office).andExpect(content().string(containsString("name=\"version\" value=\"0\"")));
		}
		send(edited(url + "/items/" + item, "Rà soát văn bản của ngành", 0), this.clerk)
			.andExpect(status().is3xxRedirection());
		send(post(acceptance).param("version", "0"), this.office).andExpect(status().isConflict())
			.andExpect(content().string(containsString("vừa được sửa sau khi bạn mở trang")));
		send(post(acceptance).param("version", "1"), this.office).andExpect(status().is3xxRedirection());
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		this.tests.programs.submit(program, office);
		String read = seen(url);
		page(url, this.leader).andExpect(content().string(containsString("name=\"version\" value=\"" + read + "\"")));
		this.tests.programs.sendBack(program, "Bổ sung", this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.add(program, "Việc bổ sung", this.monday, "CKHTC");
		this.tests.programs.submit(program, office);
		send(post(url + "/approval").param("version", read), this.leader).andExpect(status().isConflict())
			.andExpect(content().string(containsString("Chương trình đã thay đổi sau khi bạn mở trang")));
		send(post(url + "/approval").param("version", seen(url)), this.leader).andExpect(redirectedUrl(url));
	}

	@Test
	void nothing_is_proposed_or_asked_for_while_the_program_goes_on() throws Exception {
		long program = this.tests.open(this.monday);
		this.tests.add(program, "Việc đã có", this.monday, "CKHTC");
		long item = this.tests.propose(program, "Rà soát văn bản", this.monday, "CCNTT");
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		Viewer clerk = this.tests.viewer(Role.CLERK, "CCNTT");
		this.tests.items.giveBack(program, item, "Sửa", office);
		WorkItemForm form = this.tests.items.edit(program, item, clerk);
		meanwhile(() -> this.tests.programs.submit(program, office),
				() -> this.tests.items.update(program, item, form, clerk));
		assertThat(this.tests.text("select proposal from work_item where id = ?", item)).isEqualTo("RETURNED");

		LocalDate past = this.tests.pastWeek();
		long over = this.tests.published(past, "Việc một");
		meanwhile(() -> this.tests.programs.close(over, office),
				() -> this.tests.adjustments.request(over, new AdjustmentPlan(AdjustmentKind.DELIVERABLE,
						this.tests.itemOf(over, "Việc một"), null, null, "Tờ trình", null, null, null, null, "x"),
						clerk));
		assertThat(this.tests.text("select count(*) from work_adjustment where program_id = ?", over)).isEqualTo("0");
	}

	@Test
	void nothing_is_reported_of_a_period_that_is_being_closed() {
		LocalDate past = this.tests.pastWeek();
		long program = this.tests.published(past, "Việc một", "Việc hai", "Việc ba");
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		meanwhile(() -> this.tests.programs.close(program, office), () -> this.tests.items.complete(program,
				this.tests.itemOf(program, "Việc một"), past, "1/BC", past, null, List.of(), head));
		long other = this.tests.published(this.tests.pastWeek(), "Việc một");
		meanwhile(() -> this.tests.programs.close(other, office),
				() -> this.tests.items.progress(other, this.tests.itemOf(other, "Việc một"), 50, "x", head));
		long third = this.tests.published(this.tests.pastWeek(), "Việc một");
		meanwhile(() -> this.tests.programs.close(third, office), () -> this.tests.items.slip(third,
				this.tests.itemOf(third, "Việc một"), this.tests.today().plusDays(9), "x", head));
		for (long closed : List.of(program, other, third)) {
			assertThat(this.tests.text("select string_agg(distinct status, ',') from work_item where program_id = ?",
					closed))
				.isEqualTo("PLANNED");
		}
	}

	@Test
	void slip_is_not_withdrawn_while_it_is_taken_over_nor_the_other_way_round() {
		long program = this.tests.published(this.monday, "Việc một", "Việc hai");
		long one = this.tests.itemOf(program, "Việc một");
		long two = this.tests.itemOf(program, "Việc hai");
		long next = this.tests.open(this.monday.plusWeeks(1));
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		List.of(one, two)
			.forEach((item) -> this.tests.items.slip(program, item, this.monday.plusDays(8), "Chờ ý kiến", head));
		meanwhile(() -> this.tests.items.carryOver(next, List.of(one), office),
				() -> this.tests.items.withdrawSlip(program, one, head));
		assertThat(this.tests.text("select status from work_item where id = ?", one)).isEqualTo("SLIPPED");
		meanwhile(() -> this.tests.items.withdrawSlip(program, two, head),
				() -> this.tests.items.carryOver(next, List.of(two), office));
		assertThat(items(next)).isEqualTo(1);
	}

	/**
	 * One act is done, but not yet committed, when another comes that it rules out: that
	 * one waits, and is refused.
	 */
	private void meanwhile(Runnable first, Runnable second) {
		ExecutorService other = Executors.newSingleThreadExecutor();
		try {
			Future<?> late = this.transactions.execute((status) -> {
				first.run();
				Future<?> started = other.submit(second);
				try {
					started.get(1, TimeUnit.SECONDS);
				}
				catch (TimeoutException expected) {
					// It waits for the first one.
				}
				catch (ExecutionException | InterruptedException early) {
					throw new IllegalStateException(early);
				}
				return started;
			});
			assertThatThrownBy(() -> late.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
				.satisfies((thrown) -> assertThat(thrown.getCause()).isInstanceOfAny(RuleViolation.class,
						OptimisticLockingFailureException.class));
		}
		finally {
			other.shutdownNow();
		}
	}

	@Test
	void title_of_the_item_above_is_named_to_who_sees_it() throws Exception {
		LocalDate day = this.monday;
		Viewer own = this.tests.viewer(Role.CLERK, "CCNTT");
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		long unit = this.tests.unit("CCNTT");
		long month = this.tests.programs.open(unit, PeriodKind.MONTH, day, null, null, own);
		long parent = this.tests.items.propose(month, this.tests.plan("Việc kín của cục", day, "CCNTT"), own);
		inForce(month, own, head);
		long week = this.tests.programs.open(unit, PeriodKind.WEEK, day, null, null, own);
		WorkItemPlan plan = this.tests.plan("Lấy ý kiến", day, "CCNTT", "CKHTC");
		long child = this.tests.items.propose(week, new WorkItemPlan(plan.title(), plan.leadId(),
				plan.coordinatingIds(), null, plan.level(), day, null, null, null, parent), own);
		inForce(week, own, head);
		String url = "/work-programs/" + week;
		RequestPostProcessor coordinator = this.people.as(Role.CLERK, "CKHTC");
		page(url + "/items/" + child, this.clerk).andExpect(content().string(containsString("Việc kín của cục")));
		page(url + "/items/" + child, coordinator).andExpect(content().string(not(containsString("Việc kín của cục"))));
		assertThat(workbook(url, this.clerk)).contains("Lấy ý kiến", "Việc kín của cục");
		assertThat(workbook(url, coordinator)).contains("Lấy ý kiến").doesNotContain("Việc kín của cục");
	}

	private void inForce(long program, Viewer own, Viewer head) {
		this.tests.programs.submit(program, own);
		this.tests.programs.approve(program, head);
		this.tests.programs.publish(program, own);
	}

	private String workbook(String url, RequestPostProcessor person) throws Exception {
		return workbook(url, person, "page", "1");
	}

	private String workbook(String url, RequestPostProcessor person, String parameter, String value) throws Exception {
		return String.join("\n",
				TestWorkbook.texts(this.mvc.perform(get(url + ".xlsx").param(parameter, value).with(person))
					.andExpect(status().isOk())
					.andReturn()
					.getResponse()
					.getContentAsByteArray()));
	}

	@Test
	void unit_that_loses_its_only_item_is_told_and_finds_it_in_the_differences() throws Exception {
		String loser = this.people.add(Role.CLERK, "STP-48");
		Viewer own = this.tests.viewer(Role.CLERK, "CCNTT");
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		long program = this.tests.programs.open(this.tests.unit("CCNTT"), PeriodKind.WEEK, this.monday, null, null,
				own);
		this.tests.items.propose(program, this.tests.plan("Việc riêng của cục", this.monday, "CCNTT"), own);
		long item = this.tests.items.propose(program, this.tests.plan("Việc của Sở", this.monday, "STP-48", "CCNTT"),
				own);
		inForce(program, own, head);
		String url = "/work-programs/" + program;
		this.tests.adjustments.approve(program,
				this.tests.adjustments.request(program, new AdjustmentPlan(AdjustmentKind.LEAD, item, null,
						this.tests.unit("CCNTT"), null, null, null, null, null, "Phân công lại"), own),
				head);
		this.tests.programs.publish(program, own);
		assertThat(told(loser, "workprogram.notice.published")).isEqualTo(1);
		assertThat(told(loser, "workprogram.notice.changed")).isEqualTo(1);
		assertThat(this.tests.text("select url from notification where account_id = ? order by id desc limit 1",
				this.people.id(loser)))
			.isEqualTo(url + "/versions/2");
		RequestPostProcessor clerk = this.people.as(loser);
		page(url, clerk).andExpect(content().string(not(containsString("Việc của Sở"))))
			.andExpect(content().string(not(containsString("Việc riêng của cục"))));
		page(url + "/versions/2", clerk).andExpect(content().string(containsString("Việc của Sở")))
			.andExpect(content().string(containsString("Đơn vị chủ trì: ")))
			.andExpect(content().string(not(containsString("Việc riêng của cục"))));
		page("/work-programs?whose=units", clerk).andExpect(content().string(containsString(url)));
		this.mvc.perform(get(url + "/items/" + item).with(clerk)).andExpect(status().isNotFound());
		this.mvc.perform(get(url).with(this.people.as(Role.CLERK, "STP-08"))).andExpect(status().isNotFound());
	}

	private long told(String person, String key) {
		return this.jdbc.sql("select count(*) from notification where account_id = ? and message_key = ?")
			.params(this.people.id(person), key)
			.query(Long.class)
			.single();
	}

	@Test
	void counts_in_the_list_count_what_the_reader_sees() {
		Viewer own = this.tests.viewer(Role.CLERK, "CCNTT");
		long program = this.tests.programs.open(this.tests.unit("CCNTT"), PeriodKind.WEEK, this.monday, null, null,
				own);
		this.tests.items.propose(program, this.tests.plan("Việc chung", this.monday, "CCNTT", "CKHTC"), own);
		this.tests.items.propose(program, this.tests.plan("Việc riêng", this.monday, "CCNTT"), own);
		inForce(program, own, this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		assertThat(counted(program, own)).isEqualTo(2);
		assertThat(counted(program, this.tests.viewer(Role.CLERK, "CKHTC"))).isEqualTo(1);
		assertThat(counted(program, this.tests.viewer(Role.OFFICE, "VPB"))).isEqualTo(2);
		long ministry = this.tests.published(this.monday, "Việc một", "Việc hai", "Việc ba");
		assertThat(counted(ministry, this.tests.viewer(Role.CLERK, "STP-08"))).isZero();
		assertThat(counted(ministry, this.tests.viewer(Role.CLERK, "VTCCB"))).isEqualTo(3);
	}

	private int counted(long program, Viewer viewer) {
		return this.queries.all(new ListRequest("/work-programs", Map.of()), viewer)
			.stream()
			.filter((row) -> row.id() == program)
			.findFirst()
			.orElseThrow()
			.items();
	}

	@Test
	void how_an_item_came_in_is_between_its_unit_and_the_office() throws Exception {
		long program = this.tests.open(this.monday);
		long item = this.tests.propose(program, "Rà soát văn bản", this.monday, "CCNTT");
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		Viewer clerk = this.tests.viewer(Role.CLERK, "CCNTT");
		this.tests.items.giveBack(program, item, "Chất lượng kém, làm lại", office);
		this.tests.items.update(program, item, this.tests.items.edit(program, item, clerk), clerk);
		this.tests.items.accept(program, item, office);
		this.tests.publish(program);
		this.tests.items.progress(program, item, 40, "Đã có dự thảo", clerk);
		String url = "/work-programs/" + program + "/items/" + item;
		for (RequestPostProcessor person : List.of(this.office, this.clerk, this.leader)) {
			page(url, person).andExpect(content().string(containsString("Chất lượng kém")));
		}
		page(url, this.people.as(Role.CLERK, "CKHTC")).andExpect(content().string(containsString("Đã có dự thảo")))
			.andExpect(content().string(not(containsString("Chất lượng kém"))));
	}

	@Test
	void what_is_over_becomes_no_directive_and_no_conference() throws Exception {
		LocalDate past = this.tests.pastWeek();
		long program = this.tests.published(past, "Việc một", "Việc hai");
		long one = this.tests.itemOf(program, "Việc một");
		long two = this.tests.itemOf(program, "Việc hai");
		this.tests.items.complete(program, one, past, "1/BC", past, null, List.of(),
				this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		becomesNothing(one);
		this.tests.items.slip(program, two, this.tests.today().plusDays(9), "Chờ ý kiến",
				this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		page("/directives/new?origin=WORK_ITEM&originId=" + two, this.office);
		page("/conferences/new?workItem=" + two, this.office);
		page("/work-programs/" + program + "/items/" + two, this.office)
			.andExpect(content().string(containsString("/conferences/new?workItem=" + two)));
		this.tests.programs.close(program, this.tests.viewer(Role.OFFICE, "VPB"));
		becomesNothing(two);
	}

	private void becomesNothing(long item) throws Exception {
		for (String form : List.of("/directives/new?origin=WORK_ITEM&originId=", "/conferences/new?workItem=")) {
			this.mvc.perform(get(form + item).with(this.office))
				.andExpect(status().isConflict())
				.andExpect(content().string(containsString("Đầu việc này đã kết thúc")));
		}
		send(post("/directives").param("source", "WORK_ITEM")
			.param("originId", "" + item)
			.param("title", "Sơ kết công tác")
			.param("text", "Tổ chức hội nghị sơ kết công tác")
			.param("leadIds", "" + this.tests.unit("CCNTT"))
			.param("dueOn", this.tests.today().plusDays(9).toString()), this.office)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Đầu việc này đã kết thúc")));
		send(post("/conferences").param("workItemId", "" + item)
			.param("title", "Hội nghị sơ kết")
			.param("kind", "REVIEW")
			.param("startsOn", this.tests.today().plusDays(20).toString())
			.param("startsHalf", "MORNING")
			.param("endsOn", this.tests.today().plusDays(20).toString())
			.param("endsHalf", "MORNING")
			.param("place", "Hà Nội")
			.param("organizerId", "" + this.tests.unit("VPB")), this.office)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Đầu việc này đã kết thúc")));
	}

	@Test
	void program_that_was_opened_and_left_hides_nothing_that_is_unfinished() {
		LocalDate past = this.tests.pastWeek();
		long program = this.tests.published(past, "Còn dở");
		this.tests.open(past.plusWeeks(1));
		WorkProgram next = this.programs.findById(this.tests.open(past.plusWeeks(2))).orElseThrow();
		assertThat(this.parents.unfinishedBefore(next, this.tests.today())).extracting(Unfinished::id)
			.containsExactly(this.tests.itemOf(program, "Còn dở"));
	}

	@Test
	void decisions_are_found_behind_any_number_of_tasks() {
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		LocalDate past = this.tests.pastWeek();
		long program = this.tests.published(past, "Việc một");
		String url = "/work-programs/" + program;
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc
				.sql("""
						insert into work_item (program_id, number_no, title, lead_id, submitting_level, due_on, proposed_by_id,
						    proposal, status)
						select i.program_id, i.number_no + n, i.title, :lead, i.submitting_level, '2001-01-01', i.proposed_by_id,
						    i.proposal, i.status from work_item i, generate_series(1, 1000) n where i.program_id = :program
						""")
				.param("lead", this.tests.unit("VPB"))
				.param("program", program)
				.update();
			assertThat(keys(office, url)).as("capped").doesNotContain("workprogram.todo.close");
			assertThat(this.obligations.decisionsDue(office, null, this.tests.today())).extracting(Obligation::titleKey)
				.contains("workprogram.todo.close")
				.doesNotContain("workprogram.todo.work");
			assertThat(this.obligations.decisionsDue(office, past.plusDays(7), this.tests.today()))
				.noneMatch((it) -> it.url().startsWith(url + "/"));
			status.setRollbackOnly();
		});
	}

	@Test
	void many_lines_of_a_workbook_ask_for_their_parent_once() throws Exception {
		LocalDate day = LocalDate.of(2039, 9, 6);
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		long month = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.MONTH, day, null, null, office);
		long parent = this.tests.add(month, "Trình dự thảo thông tư", day.plusDays(9), "CCNTT");
		long week = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.WEEK, day, null, null, office);
		List<WorkItemPlan> plans = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			WorkItemPlan plan = this.tests.plan("Việc " + i, day, "CCNTT");
			plans.add(new WorkItemPlan(plan.title(), plan.leadId(), plan.coordinatingIds(), null, plan.level(), day,
					null, null, null, parent));
		}
		List<String> statements = StatementCounter.during(() -> this.tests.items.proposeAll(week, plans, office));
		assertThat(statements).filteredOn((sql) -> sql.contains("from work_program p join work_item i")).hasSize(1);
		assertThat(statements).filteredOn((sql) -> sql.contains("insert into work_item_event")).hasSize(5);
		assertThat(statements).filteredOn((sql) -> sql.startsWith("select")).hasSizeLessThan(10);
		assertThat(items(week)).isEqualTo(5);
	}

	@Test
	void adjustment_of_an_item_that_is_over_lapses() throws Exception {
		LocalDate past = this.tests.pastWeek();
		long program = this.tests.published(past, "Việc một", "Việc hai");
		long one = this.tests.itemOf(program, "Việc một");
		asked(program, one, "DELIVERABLE", "deliverable", "Tờ trình");
		long first = newestAdjustment(program);
		asked(program, this.tests.itemOf(program, "Việc hai"), "DELIVERABLE", "deliverable", "Tờ trình");
		this.tests.adjustments.approve(program, first, this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.adjustments.approve(program, first + 1, this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.items.complete(program, one, past, "1/BC", past, null, List.of(),
				this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		this.tests.programs.publish(program, this.tests.viewer(Role.OFFICE, "VPB"));
		assertThat(this.tests.text("select status from work_adjustment where id = ?", first)).isEqualTo("LAPSED");
		assertThat(audited(program, "adjustmentLapsed")).isEqualTo(1);
		assertThat(this.tests.text("select status from work_adjustment where id = ?", first + 1))
			.isEqualTo("PUBLISHED");
	}

	@Test
	void audit_trail_tells_of_programs() throws Exception {
		long program = this.tests.published(this.monday, "Việc để ghi nhật ký");
		page("/audit?area=workprogram&subject=" + program, this.office)
			.andExpect(content().string(containsString("Việc để ghi nhật ký")))
			.andExpect(content().string(containsString("Ban hành chương trình")))
			.andExpect(content().string(containsString(", tuần ")));
		page("/audit?lang=en&area=workprogram&subject=" + program, this.office)
			.andExpect(content().string(containsString(", week ")))
			.andExpect(content().string(not(containsString(", tuần "))));
	}

	@Test
	void what_carries_a_merged_item_out_belongs_to_the_other() {
		LocalDate day = LocalDate.of(2039, 5, 2);
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		long month = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.MONTH, day, null, null, office);
		long one = this.tests.add(month, "Trình dự thảo thông tư", day.plusDays(9), "CCNTT", "CKHTC");
		long other = this.tests.add(month, "Trình thông tư", day.plusDays(9), "CCNTT");
		long week = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.WEEK, day, null, null, office);
		WorkItemPlan plan = this.tests.plan("Lấy ý kiến", day, "CCNTT");
		long child = this.tests.items.propose(week, new WorkItemPlan(plan.title(), plan.leadId(),
				plan.coordinatingIds(), null, plan.level(), day, null, null, null, one), office);
		this.tests.items.merge(month, one, other, office);
		assertThat(this.tests.text("select parent_id from work_item where id = ?", child)).isEqualTo("" + other);
		for (long changed : List.of(other, child)) {
			assertThat(this.tests.text("select text from work_item_event where item_id = ? and act = 'TOOK_OVER'",
					changed))
				.isEqualTo("1. Trình dự thảo thông tư");
		}
		assertThat(this.tests.text("""
				select changes::text from audit_entry where area = 'workprogram' and subject_id = ?
				and action = 'WorkItemAct.TOOK_OVER'""", week)).contains("Trình dự thảo thông tư", "Trình thông tư");
		assertThat(this.tests.text("""
				select changes::text from audit_entry where area = 'workprogram' and subject_id = ?
				and action = 'WorkItemAct.TOOK_OVER'""", month)).contains("Cục Kế hoạch - Tài chính");
	}

	@Test
	void published_versions_never_change() {
		long program = this.tests.published(this.monday, "Việc một");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql("""
				update work_program_version_item set title = 'x' where version_id in
				    (select id from work_program_version where program_id = ?)""").param(program).update());
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.jdbc.sql("delete from work_program_version where program_id = ?").param(program).update());
	}

	@Test
	void progress_and_completion_are_the_leads_and_want_evidence() throws Exception {
		long program = this.tests.published(this.monday, "Việc một", "Việc hai");
		long item = this.tests.itemOf(program, "Việc một");
		String url = "/work-programs/" + program + "/items/" + item;
		page(url + "/progress", this.clerk);
		send(post(url + "/progress").param("percent", "150").param("text", "Giu nguyen"), this.clerk)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("từ 0 đến 100")))
			.andExpect(content().string(containsString("Giu nguyen")));
		send(post(url + "/progress").param("percent", "nhiều").param("text", "x"), this.clerk)
			.andExpect(status().isUnprocessableContent());
		send(post(url + "/progress").param("percent", "40").param("text", "x"), this.people.as(Role.CLERK, "CKHTC"))
			.andExpect(status().isForbidden());
		send(post(url + "/progress").param("percent", "40").param("text", "Đã có dự thảo"), this.clerk)
			.andExpect(redirectedUrl(url));
		page(url, this.office).andExpect(content().string(containsString("Đã có dự thảo")));
		this.mvc.perform(get(url + "/completion").with(this.clerk)).andExpect(status().isForbidden());
		page(url + "/completion", this.head);
		String today = this.tests.today().toString();
		send(multipart(url + "/completion").param("doneOn", today).param("text", "Giu nguyen"), this.head)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Cần minh chứng")))
			.andExpect(content().string(containsString("Giu nguyen")));
		send(multipart(url + "/completion").param("doneOn", today).param("documentNumber", "1/BC"), this.head)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Nhập cả số và ngày")));
		send(multipart(url + "/completion").param("doneOn", this.tests.today().plusDays(1).toString())
			.param("documentNumber", "1/BC")
			.param("documentDate", today), this.head).andExpect(status().isUnprocessableContent());
		send(multipart(url + "/completion")
			.file(new MockMultipartFile("files", "virus.exe", "application/pdf", new byte[] { 'M', 'Z', 0, 1 }))
			.param("doneOn", today), this.head).andExpect(status().isUnprocessableContent());
		assertThat(this.tests.text("select status from work_item where id = ?", item)).isEqualTo("IN_PROGRESS");
		send(multipart(url + "/completion")
			.file(new MockMultipartFile("files", "ket-qua.txt", "text/plain",
					"Kết quả rà soát".getBytes(StandardCharsets.UTF_8)))
			.param("doneOn", today), this.head).andExpect(redirectedUrl(url));
		page(url, this.clerk).andExpect(content().string(containsString("ket-qua.txt")))
			.andExpect(content().string(containsString("Hoàn thành")));
		send(post(url + "/progress").param("percent", "50").param("text", "x"), this.clerk)
			.andExpect(status().isConflict());
		String file = this.tests.text("select id from stored_file where owner_type = 'work-item' and owner_id = ?",
				item);
		this.mvc.perform(get("/files/" + file).with(this.people.as(Role.CLERK, "STP-48")))
			.andExpect(status().isNotFound());
		this.mvc.perform(get("/files/" + file).with(this.office)).andExpect(status().isOk());
	}

	@Test
	void report_fills_itself_and_unfinished_items_go_on_once() throws Exception {
		LocalDate past = this.tests.pastWeek();
		long program = this.tests.published(past, "Xong đúng hạn", "Xong muộn", "Chuyển kỳ", "Đưa ra", "Còn dở");
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		LocalDate friday = past.plusDays(4);
		this.tests.items.complete(program, this.tests.itemOf(program, "Xong đúng hạn"), friday, "1/BC", friday, null,
				List.of(), head);
		this.tests.items.complete(program, this.tests.itemOf(program, "Xong muộn"), friday.plusDays(1), "2/BC", friday,
				null, List.of(), head);
		String items = "/work-programs/" + program + "/items/";
		long moved = this.tests.itemOf(program, "Chuyển kỳ");
		page(items + moved + "/slip", this.head);
		send(post(items + moved + "/slip").param("slippedTo", friday.toString()).param("reason", "Giu nguyen"),
				this.head)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Giu nguyen")));
		send(post(items + moved + "/slip").param("slippedTo", past.plusDays(8).toString())
			.param("reason", "Chờ ý kiến Bộ Tài chính"), this.head).andExpect(redirectedUrl(items + moved));
		long dropped = this.tests.itemOf(program, "Đưa ra");
		send(adjustment(program, dropped, "DROP").param("documentNumber", "12/QĐ-BTP")
			.param("documentDate", friday.toString()), this.office)
			.andExpect(redirectedUrl("/work-programs/" + program + "/adjustments"));
		this.tests.adjustments.approve(program, newestAdjustment(program), this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.programs.publish(program, this.tests.viewer(Role.OFFICE, "VPB"));
		page("/work-programs/" + program + "/report", this.office)
			.andExpect(content().string(containsString("Tỷ lệ hoàn thành: 50%")))
			.andExpect(content().string(containsString("12/QĐ-BTP")))
			.andExpect(content().string(containsString("Chờ ý kiến Bộ Tài chính")));
		send(post("/work-programs/" + program + "/closing"), this.office)
			.andExpect(redirectedUrl("/work-programs/" + program + "/report"));
		send(post(items + this.tests.itemOf(program, "Còn dở") + "/progress").param("percent", "50").param("text", "x"),
				this.clerk)
			.andExpect(status().isConflict());

		long next = this.tests.open(past.plusWeeks(1));
		String url = "/work-programs/" + next + "/carry-over";
		page(url, this.office).andExpect(content().string(containsString("Chuyển kỳ")))
			.andExpect(content().string(containsString("Còn dở")))
			.andExpect(content().string(not(containsString("Xong muộn"))));
		send(post(url), this.office).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Chọn ít nhất một")));
		send(post(url).param("itemIds", "" + this.tests.itemOf(program, "Xong muộn")), this.office)
			.andExpect(status().isUnprocessableContent());
		send(post(url).param("itemIds", "" + moved, "" + this.tests.itemOf(program, "Còn dở")), this.office)
			.andExpect(redirectedUrl("/work-programs/" + next));
		assertThat(this.tests.text("select due_on from work_item where carried_from_id = ?", moved))
			.isEqualTo(past.plusDays(8).toString());
		page(items + moved, this.office).andExpect(content().string(containsString("Đã chuyển tiếp sang")));
		send(post(url).param("itemIds", "" + moved), this.office).andExpect(status().isUnprocessableContent());
	}

	@Test
	void what_goes_on_or_moves_elsewhere_is_not_taken_over_and_its_proposer_stays() throws Exception {
		long program = this.tests.open(this.monday);
		long moved = this.tests.propose(program, "Chuyển cách tuần", this.monday.plusDays(4), "CCNTT");
		this.tests.items.accept(program, moved, this.tests.viewer(Role.OFFICE, "VPB"));
		this.tests.add(program, "Đang làm", this.monday.plusDays(4), "CCNTT");
		this.tests.publish(program);
		this.tests.items.slip(program, moved, this.monday.plusDays(16), "Chờ ý kiến",
				this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		WorkProgram next = this.programs.findById(this.tests.open(this.monday.plusWeeks(1))).orElseThrow();
		assertThat(this.parents.unfinishedBefore(next, this.monday.plusDays(6))).extracting(Unfinished::title)
			.doesNotContain("Đang làm", "Chuyển cách tuần");
		assertThat(this.parents.unfinishedBefore(next, this.monday.plusDays(7))).extracting(Unfinished::title)
			.contains("Đang làm")
			.doesNotContain("Chuyển cách tuần");
		long after = this.tests.open(this.monday.plusWeeks(2));
		page("/work-programs/" + after + "/carry-over", this.office)
			.andExpect(content().string(containsString("Chuyển cách tuần")))
			.andExpect(content().string(not(containsString("Đang làm"))))
			.andExpect(content().string(not(containsString("checked=\"checked\""))));
		this.tests.items.carryOver(after, List.of(moved), this.tests.viewer(Role.OFFICE, "VPB"));
		assertThat(this.tests.text("select o.code from work_item i join organization o on o.id = i.proposed_by_id "
				+ "where i.carried_from_id = ?", moved))
			.isEqualTo("CCNTT");
	}

	@Test
	void slip_is_withdrawn_until_something_is_built_on_it() throws Exception {
		long program = this.tests.published(this.monday, "Việc một", "Việc hai", "Việc ba");
		long one = this.tests.itemOf(program, "Việc một");
		long two = this.tests.itemOf(program, "Việc hai");
		long three = this.tests.itemOf(program, "Việc ba");
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		for (long item : List.of(one, two, three)) {
			this.tests.items.slip(program, item, this.monday.plusDays(8), "Chờ ý kiến", head);
		}
		String items = "/work-programs/" + program + "/items/";
		page(items + one, this.head).andExpect(content().string(containsString("/slip/withdrawal")));
		page(items + one, this.clerk).andExpect(content().string(not(containsString("/slip/withdrawal"))));
		send(post(items + one + "/slip/withdrawal"), this.clerk).andExpect(status().isForbidden());
		send(post(items + one + "/slip/withdrawal"), this.head).andExpect(redirectedUrl(items + one));
		assertThat(this.tests.text("select status from work_item where id = ?", one)).isEqualTo("PLANNED");
		send(post(items + one + "/slip/withdrawal"), this.head).andExpect(status().isConflict());
		this.tests.items.carryOver(this.tests.open(this.monday.plusWeeks(1)), List.of(two),
				this.tests.viewer(Role.OFFICE, "VPB"));
		send(post(items + two + "/slip/withdrawal"), this.head).andExpect(status().isConflict());
		asked(program, three, "MOVE", "dueOn", this.monday.plusDays(9).toString());
		this.tests.adjustments.approve(program, newestAdjustment(program), this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.programs.publish(program, this.tests.viewer(Role.OFFICE, "VPB"));
		page(items + three, this.head).andExpect(content().string(not(containsString("/slip/withdrawal"))));
		send(post(items + three + "/slip/withdrawal"), this.head).andExpect(status().isConflict());
	}

	@Test
	void reported_slip_changes_nothing_published_until_an_adjustment_carries_it() throws Exception {
		long program = this.tests.published(this.monday, "Việc chậm", "Việc khác");
		long slow = this.tests.itemOf(program, "Việc chậm");
		String url = "/work-programs/" + program;
		String item = url + "/items/" + slow;
		LocalDate to = this.monday.plusDays(8);
		this.tests.items.slip(program, slow, to, "Chờ ý kiến", this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		page(item, this.head)
			.andExpect(content().string(containsString("Thời hạn trong chương trình vẫn là " + day(4))))
			.andExpect(content().string(containsString("Đề nghị điều chỉnh")));
		page(url + "/report", this.office).andExpect(content().string(containsString(day(8))))
			.andExpect(content().string(containsString("đơn vị báo cáo, chưa có điều chỉnh")));
		asked(program, this.tests.itemOf(program, "Việc khác"), "DELIVERABLE", "deliverable", "Tờ trình");
		this.tests.adjustments.approve(program, newestAdjustment(program), this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.programs.publish(program, this.tests.viewer(Role.OFFICE, "VPB"));
		page(url + "/versions/2", this.office)
			.andExpect(content().string(not(containsString("Chuyển kỳ sau: " + day(4)))));
		page(url + "/paper", this.office).andExpect(content().string(containsString("Việc chậm")));

		page(url + "/adjustments/new?item=" + slow, this.head)
			.andExpect(content().string(containsString("value=\"" + to + "\"")));
		asked(program, slow, "MOVE", "dueOn", to.toString());
		this.tests.adjustments.approve(program, newestAdjustment(program), this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.programs.publish(program, this.tests.viewer(Role.OFFICE, "VPB"));
		page(url + "/versions/3", this.office)
			.andExpect(content().string(containsString("Chuyển kỳ sau: " + day(4) + " → " + day(8))));
		page(url + "/paper", this.office).andExpect(content().string(not(containsString("<td>Việc chậm"))))
			.andExpect(content().string(containsString("Nội dung điều chỉnh so với bản 2:")))
			.andExpect(content()
				.string(containsString("“Việc chậm”. Chuyển kỳ sau: " + day(4) + " → " + day(8) + ". Lý do: ")));
		page(url + "/report", this.office)
			.andExpect(content().string(not(containsString("đơn vị báo cáo, chưa có điều chỉnh"))));
		page(item, this.head).andExpect(content().string(not(containsString("vẫn là"))));
		send(adjustment(program, slow, "DELIVERABLE").param("deliverable", "Báo cáo"), this.head)
			.andExpect(status().isConflict());
	}

	private String day(int offset) {
		return DateFormats.day(this.monday.plusDays(offset));
	}

	@Test
	void clerks_request_goes_out_with_the_heads_signature_only() throws Exception {
		String head = this.people.add(Role.UNIT_HEAD, "CCNTT");
		String leader = this.people.add(Role.LEADER, "BTP");
		String writer = this.people.add(Role.CLERK, "CCNTT");
		long program = this.tests.published(this.monday, "Việc một");
		long item = this.tests.itemOf(program, "Việc một");
		String url = "/work-programs/" + program + "/adjustments";
		page(url + "/new?item=" + item, this.people.as(writer))
			.andExpect(content().string(containsString("Trình thủ trưởng ký")));
		page(url + "/new?item=" + item, this.people.as(head))
			.andExpect(content().string(containsString("Gửi đề nghị")));
		send(adjustment(program, item, "DELIVERABLE").param("deliverable", "Tờ trình"), this.people.as(writer))
			.andExpect(redirectedUrl(url));
		long asked = newestAdjustment(program);
		assertThat(told(head, "workprogram.notice.adjustmentDrafted")).isEqualTo(1);
		assertThat(told(leader, "workprogram.notice.adjustmentRequested")).isZero();
		page(url, this.people.as(writer)).andExpect(content().string(containsString("Chờ thủ trưởng ký")))
			.andExpect(content().string(not(containsString("Ký và gửi"))));
		for (RequestPostProcessor other : List.of(this.office, this.people.as(leader),
				this.people.as(Role.UNIT_HEAD, "CKHTC"))) {
			page(url, other).andExpect(content().string(not(containsString("Chờ thủ trưởng ký"))));
		}
		send(post(url + "/" + asked + "/approval"), this.people.as(leader)).andExpect(status().isNotFound());
		send(post(url + "/" + asked + "/signature"), this.people.as(Role.UNIT_HEAD, "CKHTC"))
			.andExpect(status().isNotFound());
		send(post(url + "/" + asked + "/signature"), this.people.as(writer)).andExpect(status().isForbidden());
		this.mvc.perform(get(url + "/" + asked + "/sending-back").with(this.people.as(writer)))
			.andExpect(status().isForbidden());

		page(url + "/" + asked + "/sending-back", this.people.as(head));
		send(post(url + "/" + asked + "/sending-back").param("reason", ""), this.people.as(head))
			.andExpect(status().isUnprocessableContent());
		send(post(url + "/" + asked + "/sending-back").param("reason", "Nêu rõ lý do"), this.people.as(head))
			.andExpect(redirectedUrl(url));
		assertThat(told(writer, "workprogram.notice.adjustmentSentBack")).isEqualTo(1);
		page(url, this.people.as(writer)).andExpect(content().string(containsString("Nêu rõ lý do")));
		send(post(url + "/" + asked + "/signature"), this.people.as(head)).andExpect(status().isConflict());

		send(adjustment(program, item, "DELIVERABLE").param("deliverable", "Tờ trình"), this.people.as(writer))
			.andExpect(redirectedUrl(url));
		long again = newestAdjustment(program);
		page(url, this.people.as(head)).andExpect(content().string(containsString("Ký và gửi")));
		send(post(url + "/" + again + "/signature"), this.people.as(head)).andExpect(redirectedUrl(url));
		assertThat(told(leader, "workprogram.notice.adjustmentRequested")).isEqualTo(1);
		page(url, this.people.as(leader)).andExpect(content().string(containsString("/" + again + "/approval")));
		send(post(url + "/" + again + "/signature"), this.people.as(head)).andExpect(status().isConflict());
	}

	@Test
	void draft_that_nobody_signed_ends_with_the_period_and_stays_inside() throws Exception {
		String writer = this.people.add(Role.CLERK, "CCNTT");
		long program = this.tests.published(this.tests.pastWeek(), "Việc một", "Việc hai");
		send(adjustment(program, this.tests.itemOf(program, "Việc một"), "DELIVERABLE").param("deliverable",
				"Tờ trình của chuyên viên"), this.people.as(writer))
			.andExpect(status().is3xxRedirection());
		long draft = newestAdjustment(program);
		asked(program, this.tests.itemOf(program, "Việc hai"), "DELIVERABLE", "deliverable", "Tờ trình");
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		assertThatThrownBy(() -> this.tests.programs.close(program, office)).isInstanceOf(RuleViolation.class);
		this.tests.adjustments.approve(program, newestAdjustment(program), this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.programs.publish(program, office);
		this.tests.programs.close(program, office);
		assertThat(this.tests.text("select status from work_adjustment where id = ?", draft)).isEqualTo("LAPSED");
		page("/work-programs/" + program + "/adjustments", this.clerk)
			.andExpect(content().string(containsString("Không còn áp dụng")));
		for (RequestPostProcessor other : List.of(this.office, this.leader, this.people.as(Role.CLERK, "CKHTC"))) {
			page("/work-programs/" + program + "/adjustments", other)
				.andExpect(content().string(not(containsString("Tờ trình của chuyên viên"))))
				.andExpect(content().string(not(containsString("Không còn áp dụng"))));
		}
		assertThat(audited(program, "adjustmentLapsed")).isEqualTo(1);
		assertThat(told(writer, "workprogram.notice.adjustmentLapsed")).isEqualTo(1);
	}

	@Test
	void added_item_says_as_much_as_any_other() throws Exception {
		LocalDate day = LocalDate.of(2039, 8, 1);
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		long month = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.MONTH, day, null, null, office);
		long above = this.tests.add(month, "Việc của tháng", day.plusDays(20), "CCNTT");
		this.tests.publish(month);
		long program = this.tests.published(day, "Việc một");
		String url = "/work-programs/" + program;
		page(url + "/adjustments/new", this.office).andExpect(content().string(containsString("Việc của tháng")));
		String today = this.tests.today().toString();
		send(addition(program, "Việc Chính phủ giao", day.plusDays(4)).param("sourceNumber", "5/NQ-CP")
			.param("parentId", "" + this.tests.itemOf(program, "Việc một")), this.office)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("href=\"#sourceDate\"")))
			.andExpect(content().string(containsString("href=\"#parentId\"")));
		send(addition(program, "Việc Chính phủ giao", day.plusDays(4))
			.param("coordinatingIds", "" + this.tests.unit("CKHTC"))
			.param("source", "Chỉ đạo của Chính phủ")
			.param("sourceNumber", "5/NQ-CP")
			.param("sourceDate", today)
			.param("parentId", "" + above), this.office).andExpect(redirectedUrl(url + "/adjustments"));
		long asked = newestAdjustment(program);
		page(url + "/adjustments", this.leader).andExpect(content().string(containsString("5/NQ-CP")))
			.andExpect(content().string(containsString("Việc của tháng")))
			.andExpect(content().string(containsString("Đơn vị phối hợp: Cục Kế hoạch")));
		this.tests.adjustments.approve(program, asked, this.tests.viewer(Role.LEADER, "BTP"));
		asked(program, this.tests.itemOf(program, "Việc một"), "COORDINATION", "coordinatingIds",
				"" + this.tests.unit("VPB"));
		this.tests.adjustments.approve(program, newestAdjustment(program), this.tests.viewer(Role.LEADER, "BTP"));
		adjustmentRefused(program, this.tests.itemOf(program, "Việc một"), "COORDINATION", "đang chờ",
				"coordinatingIds", "" + this.tests.unit("STP-48"));
		this.tests.programs.publish(program, office);
		long item = this.tests.itemOf(program, "Việc Chính phủ giao");
		assertThat(this.tests.text("select parent_id from work_item where id = ?", item)).isEqualTo("" + above);
		page(url + "/items/" + item, this.people.as(Role.CLERK, "CKHTC"))
			.andExpect(content().string(containsString("Chỉ đạo của Chính phủ (5/NQ-CP, ")));
		page(url + "/versions/2", this.office).andExpect(content().string(containsString("→ Văn phòng")));
		assertThat(
				this.tests.text(
						"select o.code from work_item_coordination c join organization o "
								+ "on o.id = c.organization_id where c.item_id = ?",
						this.tests.itemOf(program, "Việc một")))
			.isEqualTo("VPB");
	}

	private MockHttpServletRequestBuilder addition(long program, String title, LocalDate dueOn) {
		return post("/work-programs/" + program + "/adjustments").param("kind", "ADD")
			.param("title", title)
			.param("leadId", "" + this.tests.unit("CCNTT"))
			.param("level", "MINISTER")
			.param("dueOn", dueOn.toString())
			.param("reason", "Phát sinh");
	}

	private int audited(long program, String act) {
		return this.jdbc
			.sql("select count(*) from audit_entry where area = 'workprogram' and subject_id = ? and action = ?")
			.params(program, "workprogram.audit." + act)
			.query(Integer.class)
			.single();
	}

	@Test
	void draft_that_has_not_left_its_unit_stops_nobody_else() throws Exception {
		long program = this.tests.published(this.monday, "Việc một");
		long item = this.tests.itemOf(program, "Việc một");
		String url = "/work-programs/" + program + "/adjustments";
		send(adjustment(program, item, "DEADLINE").param("dueOn", this.monday.toString()), this.clerk)
			.andExpect(redirectedUrl(url));
		long draft = newestAdjustment(program);
		adjustmentRefused(program, item, "DEADLINE", "đang chờ", "dueOn", this.monday.plusDays(1).toString());
		send(adjustment(program, item, "DEADLINE").param("dueOn", this.monday.plusDays(2).toString()), this.office)
			.andExpect(redirectedUrl(url));
		send(post(url + "/" + draft + "/signature"), this.head).andExpect(status().isConflict())
			.andExpect(content().string(containsString("đang chờ")));
		adjustmentRefused(program, item, "DEADLINE", "đang chờ", "dueOn", this.monday.plusDays(1).toString());
		send(post(url + "/" + draft + "/sending-back").param("reason", "Văn phòng đã đề nghị"), this.head)
			.andExpect(redirectedUrl(url));
	}

	@Test
	void who_signed_a_request_does_not_decide_it() throws Exception {
		long program = this.tests.published(this.monday, "Việc một");
		String url = "/work-programs/" + program;
		String name = this.people.add(Role.LEADER, "BTP");
		Viewer leader = this.people.viewer(name);
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		Viewer both = new Viewer(leader.accountId(), leader.username(), leader.displayName(), office.acting(),
				List.of(office.acting()), office.wholeSector());
		long asked = this.tests.adjustments.request(program, new AdjustmentPlan(AdjustmentKind.DELIVERABLE,
				this.tests.itemOf(program, "Việc một"), null, null, "Tờ trình", null, null, null, null, "x"), both);
		String request = url + "/adjustments/" + asked;
		page(url + "/adjustments", this.people.as(name)).andExpect(content().string(not(containsString(request))));
		assertThat(keys(leader, url)).isEmpty();
		send(post(request + "/approval"), this.people.as(name)).andExpect(status().isConflict())
			.andExpect(content().string(containsString("không tự quyết định")));
		this.mvc.perform(get(request + "/refusal").with(this.people.as(name))).andExpect(status().isConflict());
		page(url + "/adjustments", this.leader).andExpect(content().string(containsString(request)));
		assertThat(keys(this.tests.viewer(Role.LEADER, "BTP"), url)).containsExactly("workprogram.todo.adjustment");
		send(post(request + "/approval"), this.leader).andExpect(redirectedUrl(url + "/adjustments"));
	}

	@Test
	void adjusted_deadline_or_lead_takes_the_place_of_a_reported_slip() throws Exception {
		long program = this.tests.published(this.monday, "Việc một", "Việc hai");
		long one = this.tests.itemOf(program, "Việc một");
		long two = this.tests.itemOf(program, "Việc hai");
		String items = "/work-programs/" + program + "/items/";
		for (long item : List.of(one, two)) {
			this.tests.items.slip(program, item, this.monday.plusDays(8), "Chờ ý kiến",
					this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		}
		asked(program, one, "LEAD", "leadId", "" + this.tests.unit("CKHTC"));
		asked(program, two, "DEADLINE", "dueOn", this.monday.plusDays(5).toString());
		long last = newestAdjustment(program);
		this.tests.adjustments.approve(program, last - 1, this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.adjustments.approve(program, last, this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.programs.publish(program, this.tests.viewer(Role.OFFICE, "VPB"));
		send(post(items + one + "/progress").param("percent", "50").param("text", "Đã nhận việc"),
				this.people.as(Role.CLERK, "CKHTC"))
			.andExpect(redirectedUrl(items + one));
		page(items + two, this.head).andExpect(content().string(not(containsString(day(8) + "</dd>"))))
			.andExpect(content().string(containsString("/completion")));
		assertThat(this.tests.text("select day from work_item_event where item_id = ? and act = 'ADJUSTED'", two))
			.isEqualTo(this.monday.plusDays(5).toString());
	}

	@Test
	void slip_that_only_its_unit_reports_hides_no_overdue_item() throws Exception {
		LocalDate past = this.tests.pastWeek();
		long program = this.tests.published(past, "Việc chậm");
		long slow = this.tests.itemOf(program, "Việc chậm");
		String url = "/work-programs/" + program;
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		this.tests.items.slip(program, slow, this.tests.today().plusDays(30), "Chờ ý kiến", head);
		String until = DateFormats.day(this.tests.today().plusDays(30));
		page(url + "?state=OVERDUE", this.office).andExpect(content().string(containsString("Việc chậm")))
			.andExpect(content().string(containsString("Quá hạn")))
			.andExpect(content().string(containsString("Đơn vị báo cáo chuyển sang " + until)));
		page(url, this.office).andExpect(content().string(containsString("còn 1 đầu việc chưa xong")));
		assertThat(this.queries.unfinished(this.programs.findById(program).orElseThrow())).isEqualTo(1);
		assertThat(page(url + "/report", this.office).andReturn().getResponse().getContentAsString())
			.containsPattern("<h2[^>]*>Chưa xong, quá hạn</h2><small[^>]*>1 ")
			.doesNotContainPattern("<h2[^>]*>Lùi thời hạn sang kỳ sau</h2>")
			.contains("Đơn vị báo cáo chuyển sang " + until);
		assertThat(keys(head, url)).containsExactly("workprogram.todo.slipped");
		asked(program, slow, "MOVE", "dueOn", this.tests.today().plusDays(30).toString());
		assertThat(keys(head, url)).isEmpty();
		this.tests.adjustments.approve(program, newestAdjustment(program), this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.programs.publish(program, this.tests.viewer(Role.OFFICE, "VPB"));
		page(url + "?state=OVERDUE", this.office).andExpect(content().string(not(containsString("Việc chậm"))));
		assertThat(page(url + "/report", this.office).andReturn().getResponse().getContentAsString())
			.containsPattern("<h2[^>]*>Lùi thời hạn sang kỳ sau</h2><small[^>]*>1 ");
	}

	@Test
	void form_that_comes_too_late_shows_what_was_typed() throws Exception {
		long open = this.tests.open(this.monday);
		this.tests.add(open, "Việc đã có", this.monday, "CCNTT");
		long given = this.tests.propose(open, "Việc trả lại", this.monday, "CCNTT");
		this.tests.items.giveBack(open, given, "Sửa", this.tests.viewer(Role.OFFICE, "VPB"));
		this.tests.programs.submit(open, this.tests.viewer(Role.OFFICE, "VPB"));
		String url = "/work-programs/" + open;
		tooLate(item(open, "Chu vua go", this.monday), url + "/items/new", "Chu vua go", this.clerk);
		tooLate(post(url + "/items/" + given).param("title", "Chu vua go"), url + "/items/" + given + "/edit",
				"Chu vua go", this.clerk);
		tooLate(post(url + "/items/" + given + "/return").param("reason", "Chu vua go"), url + "/consolidation",
				"Chu vua go", this.office);

		long over = this.tests.published(this.tests.pastWeek(), "Việc một", "Việc hai");
		long one = this.tests.itemOf(over, "Việc một");
		String items = "/work-programs/" + over + "/items/";
		String adjustments = "/work-programs/" + over + "/adjustments";
		asked(over, one, "DELIVERABLE", "deliverable", "Tờ trình");
		String decided = adjustments + "/" + newestAdjustment(over);
		send(post(decided + "/refusal").param("reason", "Không cần"), this.leader)
			.andExpect(redirectedUrl(adjustments));
		tooLate(post(decided + "/refusal").param("reason", "Chu vua go"), decided + "/refusal", "Chu vua go",
				this.leader);
		tooLate(post(decided + "/sending-back").param("reason", "Chu vua go"), decided + "/sending-back", "Chu vua go",
				this.head);
		this.tests.programs.close(over, this.tests.viewer(Role.OFFICE, "VPB"));
		tooLate(adjustment(over, one, "DELIVERABLE").param("deliverable", "Chu vua go"),
				adjustments + "/new?item=" + one, "Chu vua go", this.head);
		tooLate(post(items + one + "/progress").param("percent", "50").param("text", "Chu vua go"),
				items + one + "/progress", "Chu vua go", this.clerk);
		tooLate(post(items + one + "/slip").param("reason", "Chu vua go"), items + one + "/slip", "Chu vua go",
				this.head);
		tooLate(post(items + one + "/completion").param("text", "Chu vua go"), items + one + "/completion",
				"Chu vua go", this.head);
	}

	private void tooLate(MockHttpServletRequestBuilder form, String from, String typed, RequestPostProcessor person)
			throws Exception {
		send(form.header("Referer", "http://localhost" + from), person).andExpect(status().isConflict())
			.andExpect(content().string(containsString(typed)));
	}

	@Test
	void number_means_the_same_item_on_paper_and_on_the_screen() throws Exception {
		long program = this.tests.open(this.monday);
		this.tests.add(program, "Việc sau", this.monday.plusDays(4), "CCNTT");
		long back = this.tests.propose(program, "Việc trả lại", this.monday, "CCNTT");
		this.tests.add(program, "Việc trước", this.monday.plusDays(1), "CCNTT");
		this.tests.items.giveBack(program, back, "Chưa rõ", this.tests.viewer(Role.OFFICE, "VPB"));
		page("/work-programs/" + program, this.office)
			.andExpect(content().string(containsString("1 đề xuất đã trả lại, đơn vị chưa gửi lại")));
		this.tests.programs.submit(program, this.tests.viewer(Role.OFFICE, "VPB"));
		page("/work-programs/" + program, this.people.as(Role.LEADER, "BTP"))
			.andExpect(content().string(not(containsString("Việc trả lại"))));
		this.tests.programs.approve(program, this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.programs.publish(program, this.tests.viewer(Role.OFFICE, "VPB"));
		assertThat(this.jdbc.sql("select title from work_item where program_id = ? order by number_no")
			.param(program)
			.query(String.class)
			.list()).containsExactly("Việc trước", "Việc sau", "Việc trả lại");
		long first = this.tests.itemOf(program, "Việc trước");
		send(adjustment(program, first, "DROP").param("documentNumber", "12/QĐ-BTP")
			.param("documentDate", this.tests.today().toString()), this.office).andExpect(status().is3xxRedirection());
		this.tests.adjustments.approve(program, newestAdjustment(program), this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.programs.publish(program, this.tests.viewer(Role.OFFICE, "VPB"));
		String paper = page("/work-programs/" + program + "/paper", this.office).andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(paper).containsPattern("<td[^>]*>2</td>\\s*<td[^>]*>Việc sau").doesNotContain("<td>Việc trước");
	}

	@Test
	void who_submits_early_sees_what_is_still_open() throws Exception {
		LocalDate until = this.monday.plusDays(2);
		long program = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.WEEK, this.monday, until, null,
				this.tests.viewer(Role.OFFICE, "VPB"));
		String url = "/work-programs/" + program;
		this.tests.add(program, "Việc đã có", this.monday, "CKHTC");
		long back = this.tests.propose(program, "Việc trả lại", this.monday, "CCNTT");
		page(url + "/submission", this.office)
			.andExpect(content().string(containsString("Các đơn vị còn được đề xuất đến hết ngày " + day(2))))
			.andExpect(content().string(containsString("Còn 1 đề xuất chưa xem xét")))
			.andExpect(content().string(containsString("Xem xét đề xuất</a>")));
		this.tests.items.giveBack(program, back, "Chưa rõ", this.tests.viewer(Role.OFFICE, "VPB"));
		page(url, this.office).andExpect(content().string(containsString("href=\"" + url + "/submission\"")));
		page(url + "/submission", this.office).andExpect(content().string(containsString("Việc trả lại")))
			.andExpect(content().string(containsString("Cục Công nghệ thông tin")));
		this.mvc.perform(get(url + "/submission").with(this.clerk)).andExpect(status().isForbidden());
		send(post(url + "/submission"), this.office).andExpect(redirectedUrl(url));
		this.mvc.perform(get(url + "/submission").with(this.office)).andExpect(status().isConflict());
	}

	@Test
	void forms_tell_all_that_is_wrong_at_once() throws Exception {
		long program = this.tests.published(this.monday, "Việc một");
		String item = "/work-programs/" + program + "/items/" + this.tests.itemOf(program, "Việc một");
		String tomorrow = this.tests.today().plusDays(1).toString();
		toldAtOnce(post("/work-programs/" + program + "/adjustments").param("kind", "DEADLINE")
			.param("itemId", item.replaceFirst(".*/", ""))
			.param("dueOn", this.monday.plusDays(9).toString()), this.head, "dueOn", "reason");
		toldAtOnce(post("/work-programs/" + program + "/adjustments").param("kind", "DROP")
			.param("itemId", item.replaceFirst(".*/", ""))
			.param("documentDate", tomorrow), this.head, "documentNumber", "documentDate", "reason");
		toldAtOnce(post(item + "/slip").param("slippedTo", this.monday.toString()), this.head, "slippedTo", "reason");
		toldAtOnce(post(item + "/completion").param("documentNumber", "1/BC").param("doneOn", ""), this.head, "doneOn",
				"documentDate");
		toldAtOnce(post(item + "/completion").param("documentDate", tomorrow).param("doneOn", tomorrow), this.head,
				"doneOn", "documentNumber", "documentDate");
		toldAtOnce(
				post("/work-programs").param("scopeId", "" + this.tests.unit("BTP"))
					.param("kind", "WEEK")
					.param("day", this.monday.toString())
					.param("proposalsUntil", this.tests.today().minusDays(1).toString()),
				this.office, "day", "proposalsUntil");
		long open = this.tests.open(this.monday.plusWeeks(1));
		toldAtOnce(
				post("/work-programs/" + open + "/items").param("leadId", "" + this.tests.unit("CCNTT"))
					.param("coordinatingIds", "" + this.tests.unit("CCNTT"))
					.param("dueOn", this.monday.toString())
					.param("sourceDate", tomorrow),
				this.clerk, "title", "level", "dueOn", "coordinatingIds", "sourceNumber", "sourceDate");
	}

	private void toldAtOnce(MockHttpServletRequestBuilder request, RequestPostProcessor person, String... fields)
			throws Exception {
		ResultActions answer = send(request, person).andExpect(status().isUnprocessableContent());
		for (String field : fields) {
			answer.andExpect(content().string(containsString("id=\"" + field + "-error\"")));
		}
	}

	@Test
	void program_of_a_period_that_is_over_is_opened_by_who_knows() throws Exception {
		LocalDate past = this.tests.pastWeek();
		MockHttpServletRequestBuilder asked = post("/work-programs").param("scopeId", "" + this.tests.unit("BTP"))
			.param("kind", "WEEK")
			.param("day", past.plusDays(1).toString());
		String over = DateFormats.day(past.plusDays(6));
		send(asked, this.office).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Kỳ này đã kết thúc ngày " + over)))
			.andExpect(content().string(containsString("href=\"#pastMeant\"")));
		send(asked, this.office).andExpect(status().isUnprocessableContent());
		String url = send(post("/work-programs").param("scopeId", "" + this.tests.unit("BTP"))
			.param("kind", "WEEK")
			.param("day", past.plusDays(1).toString())
			.param("pastMeant", "true"), this.office).andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		String told = "Kỳ của chương trình này đã kết thúc ngày " + over;
		page(url, this.office).andExpect(content().string(containsString(told)));
		page(url, this.clerk).andExpect(content().string(not(containsString(told))));
		long program = Long.parseLong(url.substring(url.lastIndexOf('/') + 1));
		this.tests.add(program, "Việc đã qua", past, "CCNTT");
		this.tests.programs.submit(program, this.tests.viewer(Role.OFFICE, "VPB"));
		this.tests.programs.approve(program, this.tests.viewer(Role.LEADER, "BTP"));
		page(url, this.office).andExpect(content().string(containsString(told)))
			.andExpect(content().string(containsString("Ban hành chương trình của kỳ đã kết thúc?")));
		this.tests.programs.publish(program, this.tests.viewer(Role.OFFICE, "VPB"));
		page(url, this.office).andExpect(content().string(not(containsString(told))));
	}

	@Test
	void workbook_follows_the_numbers_of_the_paper() throws Exception {
		long program = this.tests.open(this.monday);
		this.tests.add(program, "Việc số một", this.monday, "CCNTT");
		this.tests.add(program, "Việc số hai", this.monday.plusDays(1), "CCNTT");
		this.tests.publish(program);
		asked(program, this.tests.itemOf(program, "Việc số một"), "DEADLINE", "dueOn",
				this.monday.plusDays(4).toString());
		this.tests.adjustments.approve(program, newestAdjustment(program), this.tests.viewer(Role.LEADER, "BTP"));
		this.tests.programs.publish(program, this.tests.viewer(Role.OFFICE, "VPB"));
		assertThat(workbook("/work-programs/" + program, this.office)).containsSubsequence("Việc số một",
				"Việc số hai");
		assertThat(workbook("/work-programs/" + program, this.office, "sort", "due")).containsSubsequence("Việc số hai",
				"Việc số một");
	}

	@Test
	void paper_is_sent_to_every_unit_that_leads() throws Exception {
		long program = this.tests.open(this.monday);
		this.tests.add(program, "Việc của cục", this.monday, "CCNTT");
		this.tests.add(program, "Việc của Sở", this.monday, "STP-48");
		this.tests.add(program, "Việc khác của Sở", this.monday, "STP-48");
		String url = "/work-programs/" + program + "/paper";
		String line = "<li>- " + this.tests.text("select name from organization where code = 'STP-48'")
				+ " (để thực hiện);</li>";
		for (int time = 0; time < 2; time++) {
			String paper = page(url, this.office).andReturn().getResponse().getContentAsString();
			assertThat(paper.split(Pattern.quote(line), -1)).hasSize(2);
			assertThat(paper).doesNotContain("- Cục Công nghệ thông tin (để").doesNotContain("Nội dung điều chỉnh");
			if (time == 0) {
				this.tests.publish(program);
			}
		}
		Viewer own = this.tests.viewer(Role.CLERK, "CCNTT");
		long ofUnit = this.tests.programs.open(this.tests.unit("CCNTT"), PeriodKind.WEEK, this.monday, null, null, own);
		this.tests.items.propose(ofUnit, this.tests.plan("Việc nhờ", this.monday, "CKHTC", "CCNTT"), own);
		this.tests.items.propose(ofUnit, this.tests.plan("Việc riêng", this.monday, "CCNTT"), own);
		page("/work-programs/" + ofUnit + "/paper", this.people.as(Role.UNIT_HEAD, "CCNTT"))
			.andExpect(content().string(containsString("<li>- Cục Kế hoạch - Tài chính (để thực hiện);</li>")))
			.andExpect(content().string(not(containsString("<li>- Cục Công nghệ thông tin (để"))));
	}

	@Test
	void program_that_exists_is_a_click_away() throws Exception {
		long program = this.tests.open(this.monday);
		send(post("/work-programs").param("scopeId", "" + this.tests.unit("BTP"))
			.param("kind", "WEEK")
			.param("day", this.monday.plusDays(3).toString()), this.office).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("href=\"/work-programs/" + program + "\"")))
			.andExpect(content().string(containsString("của Bộ Tư pháp</a>")));
	}

	@Test
	void program_to_be_opened_is_the_next_that_there_is_none_of() throws Exception {
		String clerk = this.people.add(Role.CLERK, "VHTQT");
		LocalDate next = this.tests.today().withDayOfMonth(1).plusMonths(1);
		page("/work-programs/new", this.people.as(clerk))
			.andExpect(content().string(containsString("value=\"" + next + "\"")));
		for (LocalDate month : List.of(next, next.plusMonths(1))) {
			this.tests.programs.open(this.tests.unit("VHTQT"), PeriodKind.MONTH, month, null, null,
					this.people.viewer(clerk));
		}
		page("/work-programs/new", this.people.as(clerk))
			.andExpect(content().string(containsString("value=\"" + next.plusMonths(2) + "\"")));
	}

	@Test
	void accepted_item_of_a_draft_is_in_the_program_and_no_more() throws Exception {
		long program = this.tests.open(this.monday);
		long item = this.tests.add(program, "Việc đã đưa vào", this.monday, "CCNTT");
		this.tests.propose(program, "Việc đề xuất", this.monday, "CCNTT");
		String url = "/work-programs/" + program;
		page(url, this.office).andExpect(content().string(containsString("<span>Đã đưa vào chương trình</span>")))
			.andExpect(content().string(containsString("<span>Chờ xem xét</span>")))
			.andExpect(content().string(not(containsString("Chưa thực hiện"))));
		page(url + "?state=ACCEPTED", this.office).andExpect(content().string(containsString("Việc đã đưa vào")))
			.andExpect(content().string(not(containsString("Việc đề xuất"))));
		page(url + "/items/" + item, this.office).andExpect(content().string(not(containsString("Chưa thực hiện"))));
	}

	@Test
	void what_is_carried_over_goes_on_carrying_out_the_longer_item() throws Exception {
		// Before the weeks that tests are given.
		LocalDate day = PeriodKind.WEEK.start(LocalDate.of(2039, 3, 9));
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		long month = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.MONTH, day, null, null, office);
		long above = this.tests.add(month, "Việc của tháng", day.plusDays(14), "CCNTT");
		this.tests.publish(month);
		long week = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.WEEK, day, null, null, office);
		WorkItemPlan plan = this.tests.plan("Phần", day.plusDays(2), "CCNTT");
		long part = this.tests.items.propose(week, new WorkItemPlan("Phần", plan.leadId(), plan.coordinatingIds(), null,
				plan.level(), plan.dueOn(), null, null, null, above), office);
		this.tests.publish(week);
		this.tests.items.slip(week, part, day.plusDays(9), "Chờ ý kiến", head);
		long next = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.WEEK, day.plusWeeks(1), null, null,
				office);
		this.tests.items.carryOver(next, List.of(part), office);
		this.tests.publish(next);
		String url = "/work-programs/" + month;
		page(url, this.office).andExpect(content().string(containsString("0/1 đầu việc kỳ ngắn hơn đã xong")));
		this.tests.items.complete(next, this.tests.itemOf(next, "Phần"), this.tests.today(), "1/BC", this.tests.today(),
				null, List.of(), head);
		page(url, this.office).andExpect(content().string(containsString("1/1 đầu việc kỳ ngắn hơn đã xong")));
	}

	@Test
	void longer_item_says_how_far_the_shorter_ones_are() throws Exception {
		LocalDate day = LocalDate.of(2039, 11, 1);
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		long month = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.MONTH, day, null, null, office);
		long above = this.tests.add(month, "Việc của tháng", day.plusDays(20), "CCNTT");
		this.tests.add(month, "Việc đứng riêng", day.plusDays(20), "CCNTT");
		this.tests.publish(month);
		long week = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.WEEK, day.plusDays(7), null, null,
				office);
		LocalDate due = PeriodKind.WEEK.start(day.plusDays(7)).plusDays(2);
		WorkItemPlan plan = this.tests.plan("Phần", due, "CCNTT");
		List<Long> parts = IntStream.range(0, 3)
			.mapToObj((part) -> this.tests.items.propose(week,
					new WorkItemPlan("Phần " + part, plan.leadId(), plan.coordinatingIds(), null, plan.level(), due,
							null, null, null, above),
					office))
			.toList();
		String url = "/work-programs/" + month;
		page(url, this.clerk).andExpect(content().string(not(containsString("kỳ ngắn hơn đã xong"))));
		this.tests.publish(week);
		this.tests.items.complete(week, parts.get(0), this.tests.today(), "1/BC", this.tests.today(), null, List.of(),
				this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		page(url, this.clerk).andExpect(content()
			.string(containsString("href=\"" + url + "/items/" + above + "#below\">1/3 đầu việc kỳ ngắn hơn đã xong")));
		page(url + "/items/" + above, this.clerk)
			.andExpect(content().string(containsString("1/3 đầu việc kỳ ngắn hơn đã xong")))
			.andExpect(content().string(containsString("/work-programs/" + week + "/items/" + parts.get(2))));
		assertThat(this.tests.text("select status from work_item where id = ?", above)).isEqualTo("PLANNED");
		int statements = StatementCounter.during(() -> page(url, this.office)).size();
		long alone = this.tests.published(this.monday, "Việc một");
		StatementCounter.expect(statements, () -> page("/work-programs/" + alone, this.office));
		String stranger = this.people.add(Role.CLERK, "STP-48");
		this.jdbc.sql("insert into work_item_coordination values (?, ?)")
			.params(above, this.tests.unit("STP-48"))
			.update();
		page(url, this.people.as(stranger)).andExpect(content().string(containsString("Việc của tháng")))
			.andExpect(content().string(not(containsString("kỳ ngắn hơn đã xong"))));
	}

	@Test
	void day_out_of_all_bounds_is_told_the_bounds() throws Exception {
		for (String day : List.of("1900-01-01", "9999-12-31")) {
			send(post("/work-programs").param("scopeId", "" + this.tests.unit("BTP"))
				.param("kind", "WEEK")
				.param("day", day), this.office).andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString("từ 01/01/1945 đến 31/12/2100")));
		}
	}

	@Test
	void proposal_for_another_unit_is_pointed_out_until_it_is_accepted() {
		long program = this.tests.open(this.monday);
		long foreign = this.tests.items.propose(program, this.tests.plan("Việc của cục khác", this.monday, "CKHTC"),
				this.tests.viewer(Role.CLERK, "CCNTT"));
		this.tests.propose(program, "Việc của mình", this.monday, "CCNTT");
		this.tests.add(program, "Văn phòng ghi", this.monday, "CKHTC");
		WorkProgram plan = this.programs.findById(program).orElseThrow();
		assertThat(notProposedByLead(plan)).singleElement()
			.satisfies((warning) -> assertThat(warning.item().id()).isEqualTo(foreign))
			.satisfies((warning) -> assertThat(warning.fact()).isEqualTo("Cục Công nghệ thông tin"));
		this.tests.items.accept(program, foreign, this.tests.viewer(Role.OFFICE, "VPB"));
		assertThat(notProposedByLead(plan)).isEmpty();
	}

	private List<WorkWarning> notProposedByLead(WorkProgram program) {
		return this.warnings
			.of(program, this.queries.inProposal(program, ProposalStatus.PROPOSED, ProposalStatus.ACCEPTED))
			.stream()
			.filter((warning) -> warning.type() == WorkWarning.Type.LEAD_NOT_PROPOSER)
			.toList();
	}

	@Test
	void messages_name_the_period_in_words() throws Exception {
		String unit = this.people.add(Role.CLERK, "CCNTT");
		LocalDate day = LocalDate.of(2045, 12, 1);
		long program = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.MONTH, day, day, null,
				this.tests.viewer(Role.OFFICE, "VPB"));
		page("/notifications", this.people.as(unit))
			.andExpect(content().string(containsString("chương trình công tác tháng 12 năm 2045 của Bộ Tư pháp")));
		page("/notifications?lang=en", this.people.as(unit))
			.andExpect(content().string(containsString("work program for December 2045 of Bộ Tư pháp by 01/12/2045<")));
		page("/audit?area=workprogram&subject=" + program, this.office)
			.andExpect(content().string(containsString("Bộ Tư pháp, tháng 12 năm 2045")));
	}

	@Test
	void period_that_is_over_says_what_to_do_next_and_then_stands() throws Exception {
		LocalDate past = this.tests.pastWeek();
		long program = this.tests.published(past, "Việc dở dang", "Việc đã xong");
		String url = "/work-programs/" + program;
		this.tests.items.complete(program, this.tests.itemOf(program, "Việc đã xong"), past, "1/BC", past, null,
				List.of(), this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		page(url, this.office).andExpect(content().string(containsString("Kỳ đã hết, còn 1 đầu việc chưa xong")));
		page(url, this.clerk).andExpect(content().string(not(containsString("Kỳ đã hết"))));
		page(url + "/report", this.office).andExpect(content().string(containsString(url + "/closing")))
			.andExpect(content().string(containsString("/work-programs/new?after=" + program)));
		page(url + "/report", this.leader).andExpect(content().string(not(containsString(url + "/closing"))));
		send(post(url + "/closing"), this.office).andExpect(redirectedUrl(url + "/report"));
		page(url + "/report", this.office).andExpect(content().string(not(containsString(url + "/closing"))));
		page(url, this.office).andExpect(content().string(containsString("Không hoàn thành trong kỳ")))
			.andExpect(content().string(not(containsString("Quá hạn "))));
		page("/work-programs/new?after=" + program, this.office)
			.andExpect(content().string(containsString("value=\"" + past.plusWeeks(1) + "\"")));
		page("/work-programs/new?after=abc", this.office);
		this.mvc.perform(get("/work-programs/new").param("after", "" + program).with(this.clerk))
			.andExpect(status().isForbidden());
		long next = this.tests.open(past.plusWeeks(1));
		page(url + "/report", this.office).andExpect(content().string(not(containsString("?after="))))
			.andExpect(content().string(containsString("/work-programs/" + next + "/carry-over")));
	}

	@Test
	void program_of_500_items_costs_as_much_as_one_of_3() throws Exception {
		long few = this.tests.open(this.monday);
		long many = this.tests.open(this.monday.plusWeeks(1));
		Viewer unit = this.tests.viewer(Role.CLERK, "CCNTT");
		this.tests.items.proposeAll(few, plans(3, this.monday), unit);
		this.tests.items.proposeAll(many, plans(500, this.monday.plusWeeks(1)), unit);
		for (String tab : List.of("", "/consolidation", "/submission")) {
			page("/work-programs/" + few + tab, this.office);
			int statements = StatementCounter.during(() -> page("/work-programs/" + few + tab, this.office)).size();
			StatementCounter.expect(statements, () -> page("/work-programs/" + many + tab, this.office));
		}
	}

	private List<WorkItemPlan> plans(int count, LocalDate day) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> this.tests.plan("Việc số " + number, day, "CCNTT", "CKHTC"))
			.toList();
	}

	@Test
	void adjustment_that_says_nothing_is_told_all_it_lacks() throws Exception {
		long program = this.tests.published(this.monday, "Việc một");
		send(post("/work-programs/" + program + "/adjustments").param("kind", "ADD"), this.office)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("id=\"title-error\"")))
			.andExpect(content().string(containsString("id=\"leadId-error\"")))
			.andExpect(content().string(containsString("id=\"level-error\"")))
			.andExpect(content().string(containsString("id=\"dueOn-error\"")))
			.andExpect(content().string(containsString("id=\"reason-error\"")));
		String item = "/work-programs/" + program + "/items/" + this.tests.itemOf(program, "Việc một");
		send(post(item + "/progress").param("percent", "120"), this.clerk).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("id=\"percent-error\"")))
			.andExpect(content().string(containsString("id=\"text-error\"")));
	}

	@Test
	void every_problem_of_a_line_is_told_and_nothing_is_dropped_in_silence() throws Exception {
		long program = this.tests.open(this.monday);
		byte[] workbook = workbook((sheet) -> {
			line(sheet, "Việc một", "Vụ Không Có", null, null, "Trưởng phòng", this.monday.plusDays(30));
			line(sheet, "X".repeat(2000), "CCNTT", null, null, "Bộ trưởng", this.monday);
			line(sheet, "Việc ba", "CCNTT", null, null, "Bộ trưởng", this.monday);
			sheet.getRow(sheet.getLastRowNum()).createCell(8).setCellValue("01/NQ-CP");
			line(sheet, "Việc bốn", "CCNTT", null, null, "Bộ trưởng", this.monday);
			sheet.getRow(sheet.getLastRowNum()).createCell(11).setCellValue("Xong");
			sheet.getRow(sheet.getLastRowNum()).createCell(12).setCellValue(250);
			line(sheet, "Việc năm", "CCNTT", null, null, "Bộ trưởng", this.monday);
			sheet.getRow(sheet.getLastRowNum()).createCell(11).setCellValue("Đang thực hiện");
			sheet.getRow(sheet.getLastRowNum()).createCell(12).setCellValue(40);
		});
		String preview = send(multipart("/work-programs/" + program + "/imports").file(file("ct.xlsx", workbook)),
				this.clerk)
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		page(preview, this.clerk).andExpect(content().string(containsString("“Vụ Không Có”")))
			.andExpect(content().string(containsString("“Trưởng phòng”")))
			.andExpect(content().string(containsString("phải nằm trong kỳ")))
			.andExpect(content().string(containsString("Nhập cả số và ngày văn bản")))
			.andExpect(content().string(containsString("Không có trạng thái “Xong”")))
			.andExpect(content().string(containsString("“250” không phải tiến độ")))
			.andExpect(content().string(not(containsString("“40” không phải tiến độ"))))
			.andExpect(content().string(containsString("không được nhập")))
			.andExpect(content().string(not(containsString("X".repeat(201)))));
		send(post(preview + "/confirmation").param("onlyGood", "true"), this.clerk)
			.andExpect(redirectedUrl("/work-programs/" + program));
		assertThat(items(program)).isEqualTo(1);
	}

	@Test
	void period_is_not_closed_before_its_end() throws Exception {
		long program = this.tests.published(this.monday, "Việc một");
		send(post("/work-programs/" + program + "/closing"), this.office).andExpect(status().isConflict())
			.andExpect(content().string(containsString("Kỳ chưa hết")));
	}

	@Test
	void workbook_is_previewed_line_by_line_before_anything_is_saved() throws Exception {
		long program = this.tests.open(this.monday);
		this.tests.add(program, "Việc đã có", this.monday, "CCNTT");
		String url = "/work-programs/" + program + "/imports";
		page(url + "/new", this.clerk);
		byte[] workbook = workbook((sheet) -> {
			line(sheet, "Xây dựng kế hoạch", "CCNTT", "Cục Kế hoạch - Tài chính; VPB", "Kế hoạch", "Bộ trưởng",
					this.monday);
			line(sheet, "Tổng kết công tác", "cuc cong nghe thong tin", null, null, "Minister",
					DateFormats.day(this.monday));
			line(sheet, "", "Vụ Không Có", "Vụ Lạ; Cục Công nghệ thông tn; Sở Tư pháp tỉnh Hà Nội", null,
					"Trưởng phòng", "ngày mai");
			line(sheet, "Việc ngoài kỳ", "CCNTT", null, null, "Bộ trưởng", this.monday.plusDays(30));
			line(sheet, "Việc đã có", "CCNTT", null, null, "Bộ trưởng", this.monday);
			line(sheet, "Tổng kết công tác", "CCNTT", null, null, "Bộ trưởng", this.monday);
		});
		String preview = send(multipart(url).file(file("ct.xlsx", workbook)), this.clerk)
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		page(preview, this.clerk)
			.andExpect(content().string(containsString("Không có đơn vị tên hoặc mã “Vụ Không Có”")))
			.andExpect(content().string(containsString("Không có đơn vị tên hoặc mã “Vụ Lạ”.")))
			.andExpect(
					content().string(containsString("“Cục Công nghệ thông tn”; có phải là “Cục Công nghệ thông tin”?")))
			.andExpect(content()
				.string(containsString("“Sở Tư pháp tỉnh Hà Nội”; có phải là “Sở Tư pháp thành phố Hà Nội”?")))
			.andExpect(content().string(containsString("Không có cấp trình “Trưởng phòng”")))
			.andExpect(content().string(containsString("“ngày mai” không phải một ngày")))
			.andExpect(content().string(containsString("phải nằm trong kỳ")))
			.andExpect(content().string(containsString("đã có trong chương trình (số 1)")))
			.andExpect(content().string(containsString("Trùng với dòng 6")));
		assertThat(items(program)).isEqualTo(1);
		this.mvc.perform(get(preview).with(this.people.as(Role.CLERK, "CCNTT"))).andExpect(status().isNotFound());
		send(post(preview + "/confirmation"), this.clerk).andExpect(status().isConflict());
		send(post(preview + "/confirmation").param("onlyGood", "true"), this.clerk)
			.andExpect(redirectedUrl("/work-programs/" + program));
		assertThat(items(program)).isEqualTo(3);
		send(post(preview + "/confirmation").param("onlyGood", "true"), this.clerk).andExpect(status().isConflict());
		assertThat(items(program)).isEqualTo(3);
		assertThat(this.tests.text("""
				select string_agg(o.code, ',' order by o.code) from work_item i
				join work_item_coordination c on c.item_id = i.id join organization o on o.id = c.organization_id
				where i.program_id = ? and i.title = 'Xây dựng kế hoạch'""", program)).isEqualTo("CKHTC,VPB");
	}

	@Test
	void file_that_is_no_good_workbook_is_refused_with_a_sentence() throws Exception {
		long program = this.tests.open(this.monday);
		String url = "/work-programs/" + program + "/imports";
		refused(url, "ct.xlsx", "không phải Excel".getBytes(StandardCharsets.UTF_8), "Không đọc được tệp");
		refused(url, "ct.xls", new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
				(byte) 0xE1, 0, 0 }, "Không đọc được tệp");
		refused(url, "ct.xlsx", new byte[0], "Chọn tệp Excel");
		refused(url, "ct.xlsx", new byte[(5 << 20) + 1], "lớn hơn 5 MB");
		refused(url, "ct.xlsx", workbook((sheet) -> {
		}), "không có dòng nào");
		refused(url, "ct.xlsx", workbook((sheet) -> sheet.removeRow(sheet.getRow(3))), "Không tìm thấy hàng tiêu đề");
		refused(url, "ct.xlsx", workbook((sheet) -> {
			for (int i = 0; i <= WorkbookReader.MOST_ROWS; i++) {
				line(sheet, "Việc " + i, "CCNTT", null, null, "Bộ trưởng", this.monday);
			}
		}), "có hơn 2.000 dòng");
		send(multipart(url), this.clerk).andExpect(status().isUnprocessableContent());
	}

	@Test
	void formula_counts_by_its_result() throws Exception {
		long program = this.tests.open(this.monday);
		byte[] workbook = workbook((sheet) -> {
			line(sheet, "x", "CCNTT", null, null, "Bộ trưởng", this.monday);
			Row row = sheet.getRow(sheet.getLastRowNum());
			row.getCell(1).setCellFormula("\"Báo cáo tháng \"&10+2");
			sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
		});
		String preview = send(multipart("/work-programs/" + program + "/imports").file(file("ct.xlsx", workbook)),
				this.clerk)
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		page(preview, this.clerk).andExpect(content().string(containsString("Báo cáo tháng 12")));
	}

	@Test
	void exported_workbook_comes_in_again() throws Exception {
		long program = this.tests.open(this.monday);
		this.tests.add(program, "Việc đi và về", this.monday.plusDays(1), "CCNTT", "CKHTC", "VPB");
		byte[] workbook = this.mvc.perform(get("/work-programs/" + program + ".xlsx").with(this.office))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		assertThat(TestWorkbook.texts(workbook)).contains("Việc đi và về", "Cục Công nghệ thông tin", "Bộ trưởng");
		this.tests.items.delete(program, this.tests.itemOf(program, "Việc đi và về"),
				this.tests.viewer(Role.OFFICE, "VPB"));
		String preview = send(multipart("/work-programs/" + program + "/imports").file(file("ct.xlsx", workbook)),
				this.office)
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		send(post(preview + "/confirmation"), this.office).andExpect(redirectedUrl("/work-programs/" + program));
		byte[] again = this.mvc.perform(get("/work-programs/" + program + ".xlsx").with(this.office))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		assertThat(TestWorkbook.texts(again)).isEqualTo(TestWorkbook.texts(workbook));
	}

	@Test
	void item_becomes_a_directive_and_a_conference_and_shows_both() throws Exception {
		LocalDate past = PeriodKind.WEEK.start(this.tests.today());
		long program = this.jdbc
			.sql("select id from work_program where ministry and period_kind = 'WEEK' and starts_on = ?")
			.param(past)
			.query(Long.class)
			.optional()
			.orElseGet(() -> this.tests.published(past, "Tổ chức hội nghị sơ kết công tác"));
		long item = this.tests.itemOf(program, "Tổ chức hội nghị sơ kết công tác");
		String url = "/work-programs/" + program + "/items/" + item;
		page(url, this.office).andExpect(content().string(containsString("Giao thành nhiệm vụ")))
			.andExpect(content().string(containsString("Tổ chức hội nghị")));
		page("/directives/new?origin=WORK_ITEM&originId=" + item, this.office)
			.andExpect(content().string(containsString("Tổ chức hội nghị sơ kết công tác")));
		String directive = send(post("/directives").param("source", "WORK_ITEM")
			.param("originId", "" + item)
			.param("title", "Sơ kết công tác")
			.param("text", "Tổ chức hội nghị sơ kết công tác")
			.param("leadIds", "" + this.tests.unit("CCNTT"))
			.param("dueOn", this.tests.today().plusDays(9).toString()), this.office)
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		page(url, this.office).andExpect(content().string(containsString(directive)));
		page(directive, this.clerk).andExpect(content().string(containsString(url)))
			.andExpect(content().string(containsString("Chương trình công tác tuần ")))
			.andExpect(content().string(containsString("(bản 1), ban hành ngày ")));
		page("/conferences/new?workItem=" + item, this.office)
			.andExpect(content().string(containsString("value=\"" + item + "\"")));
		String invitations = send(post("/conferences").param("workItemId", "" + item)
			.param("title", "Hội nghị sơ kết")
			.param("kind", "REVIEW")
			.param("startsOn", this.tests.today().plusDays(20).toString())
			.param("startsHalf", "MORNING")
			.param("endsOn", this.tests.today().plusDays(20).toString())
			.param("endsHalf", "MORNING")
			.param("place", "Hà Nội")
			.param("organizerId", "" + this.tests.unit("VPB")), this.office).andExpect(status().is3xxRedirection())
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		String conference = invitations.substring(0, invitations.lastIndexOf('/'));
		page(url, this.office).andExpect(content().string(containsString(conference)));
		page(url, this.clerk).andExpect(content().string(not(containsString(conference))));
		page(conference, this.office).andExpect(content().string(containsString(url)));
		this.mvc.perform(get("/conferences/new?workItem=999999999").with(this.office)).andExpect(status().isNotFound());
		long draft = this.tests.propose(this.tests.open(this.monday), "Việc chưa ban hành", this.monday, "CCNTT");
		this.mvc.perform(get("/conferences/new?workItem=" + draft).with(this.office)).andExpect(status().isNotFound());
		this.mvc.perform(get("/directives/new?origin=WORK_ITEM&originId=" + draft).with(this.office))
			.andExpect(status().isNotFound());
	}

	@Test
	void paper_is_laid_out_for_the_printer_and_for_word() throws Exception {
		long program = this.tests.open(this.monday);
		this.tests.add(program, "Xây dựng Nghị định về công tác văn phòng", this.monday, "CCNTT", "CKHTC");
		String url = "/work-programs/" + program + "/paper";
		page(url, this.office).andExpect(content().string(containsString("DỰ THẢO")));
		this.mvc.perform(get(url).with(this.clerk)).andExpect(status().isForbidden());
		this.tests.publish(program);
		page(url, this.clerk).andExpect(content().string(not(containsString("DỰ THẢO"))))
			.andExpect(content().string(containsString("Cộng hòa xã hội chủ nghĩa Việt Nam")));
		byte[] word = this.mvc.perform(get(url + ".docx").param("lang", "en").with(this.clerk))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
				XWPFWordExtractor text = new XWPFWordExtractor(document)) {
			assertThat(text.getText()).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BỘ TƯ PHÁP", "CHƯƠNG TRÌNH",
					"Xây dựng Nghị định về công tác văn phòng", "Cục Kế hoạch - Tài chính", "Nơi nhận:", "BỘ TRƯỞNG");
		}
		RequestPostProcessor province = this.people.as(Role.CLERK, "STP-48");
		this.mvc.perform(get(url + ".docx").with(province)).andExpect(status().isForbidden());
	}

	@Test
	void template_carries_the_heads_that_are_read() throws Exception {
		long program = this.tests.open(this.monday);
		String url = "/work-programs/" + program + "/imports";
		page(url + "/new", this.clerk).andExpect(content().string(containsString(url + "/template.xlsx")));
		byte[] workbook = this.mvc.perform(get(url + "/template.xlsx").with(this.clerk))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
			assertThat(texts(read.getSheetAt(0))).contains("Nội dung nhiệm vụ *", "Đơn vị chủ trì *", "Cấp trình *",
					"Thời hạn *", "Thuộc đầu việc của kỳ dài hơn", "Đơn vị phối hợp");
			assertThat(texts(read.getSheetAt(1))).contains("Bắt buộc", "Cách ghi", "Cục Công nghệ thông tin",
					"Danh sách Cấp trình", "Thứ trưởng phụ trách", day(4), DateFormats.day(this.tests.today()));
			assertThat(read.getSheetAt(0).getDataValidations()).hasSize(1);
		}
		refused(url, "mau.xlsx", workbook, "không có dòng nào dưới hàng tiêu đề");
		assertThat(this.mvc.perform(get("/work-programs.xlsx").with(this.office))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray()).isNotEmpty();
	}

	private static List<String> texts(XSSFSheet sheet) {
		List<String> texts = new ArrayList<>();
		sheet.forEach((row) -> row.forEach((cell) -> texts.add(cell.getStringCellValue())));
		return texts;
	}

	@Test
	void desk_says_whose_turn_it_is() throws Exception {
		Viewer clerk = this.tests.viewer(Role.CLERK, "CCNTT");
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		Viewer leader = this.tests.viewer(Role.LEADER, "BTP");
		long program = this.tests.programs.open(this.tests.unit("BTP"), PeriodKind.WEEK, this.monday, this.monday, null,
				office);
		String url = "/work-programs/" + program;
		assertThat(keys(clerk, url)).containsExactly("workprogram.todo.propose");
		long item = this.tests.items.propose(program, this.tests.plan("Việc một", this.monday, "CCNTT"), clerk);
		assertThat(keys(clerk, url)).isEmpty();
		assertThat(keys(office, url)).containsExactly("workprogram.todo.decide");
		this.tests.items.giveBack(program, item, "Sửa", office);
		assertThat(keys(head, url)).containsExactly("workprogram.todo.returned");
		WorkItemForm form = this.tests.items.edit(program, item, clerk);
		this.tests.items.update(program, item, form, clerk);
		this.tests.items.accept(program, item, office);
		this.tests.programs.submit(program, office);
		assertThat(keys(leader, url)).containsExactly("workprogram.todo.approve");
		assertThat(keys(head, url)).isEmpty();
		this.tests.programs.approve(program, leader);
		assertThat(keys(office, url)).containsExactly("workprogram.todo.publish");
		this.tests.programs.publish(program, office);
		assertThat(keys(clerk, url)).containsExactly("workprogram.todo.work");
		this.tests.adjustments.request(program, new AdjustmentPlan(AdjustmentKind.DELIVERABLE, item, null, null,
				"Tờ trình", null, null, null, null, "x"), clerk);
		assertThat(keys(leader, url)).isEmpty();
		assertThat(keys(head, url)).containsExactly("workprogram.todo.work", "workprogram.todo.signAdjustment");
		this.tests.adjustments.sign(program, newestAdjustment(program), head);
		assertThat(keys(head, url)).containsExactly("workprogram.todo.work");
		assertThat(keys(leader, url)).containsExactly("workprogram.todo.adjustment");
		this.tests.adjustments.approve(program, newestAdjustment(program), leader);
		assertThat(keys(office, url)).containsExactly("workprogram.todo.publishAgain");
		long draft = this.tests.adjustments.request(program, new AdjustmentPlan(AdjustmentKind.LEAD, item, null,
				this.tests.unit("CKHTC"), null, null, null, null, null, "x"), clerk);
		assertThat(keys(clerk, url)).containsExactly("workprogram.todo.work");
		sentBack(program, draft);
		assertThat(keys(clerk, url)).containsExactly("workprogram.todo.work", "workprogram.todo.rewrite");
		assertThat(keys(head, url)).containsExactly("workprogram.todo.work");
		this.tests.adjustments.request(program, new AdjustmentPlan(AdjustmentKind.LEAD, item, null,
				this.tests.unit("CKHTC"), null, null, null, null, null, "Nêu rõ hơn"), clerk);
		assertThat(keys(clerk, url)).containsExactly("workprogram.todo.work");
		long past = this.tests.published(this.tests.pastWeek(), "Việc cũ");
		assertThat(keys(office, "/work-programs/" + past)).containsExactly("workprogram.todo.close");
		assertThat(this.obligations.obligationsOf(this.tests.viewer(Role.ADMIN, "VPB"))).isEmpty();
	}

	@Test
	void desk_asks_once_for_what_another_program_has() {
		LocalDate past = this.tests.pastWeek();
		long program = this.tests.published(past, "Việc dở", "Việc chậm");
		String url = "/work-programs/" + program;
		Viewer head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		this.tests.items.slip(program, this.tests.itemOf(program, "Việc chậm"), past.plusDays(9), "Chờ ý kiến", head);
		assertThat(keys(head, url)).containsExactlyInAnyOrder("workprogram.todo.work", "workprogram.todo.slipped");
		long next = this.tests.open(past.plusWeeks(1));
		this.tests.items.carryOver(next,
				List.of(this.tests.itemOf(program, "Việc dở"), this.tests.itemOf(program, "Việc chậm")), office);
		assertThat(keys(head, url)).containsExactly("workprogram.todo.work");
		this.tests.publish(next);
		assertThat(keys(head, url)).isEmpty();
		assertThat(keys(head, "/work-programs/" + next)).containsExactly("workprogram.todo.work",
				"workprogram.todo.work");
	}

	private void sentBack(long program, long draft) throws Exception {
		send(post("/work-programs/" + program + "/adjustments/" + draft + "/sending-back").param("reason",
				"Nêu rõ lý do"), this.head)
			.andExpect(status().is3xxRedirection());
	}

	private List<String> keys(Viewer viewer, String url) {
		return this.obligations.obligationsOf(viewer)
			.stream()
			.filter((it) -> it.url().equals(url) || it.url().startsWith(url + "/"))
			.map(Obligation::titleKey)
			.toList();
	}

	@Test
	void pages_cost_the_same_whatever_is_in_them() throws Exception {
		long one = this.tests.published(this.monday, "Việc một");
		long three = this.tests.published(this.monday.plusWeeks(1), "Việc một", "Việc hai", "Việc ba");
		for (String tab : List.of("", "/adjustments", "/versions", "/report")) {
			page("/work-programs/" + one + tab, this.office);
			int statements = StatementCounter.during(() -> page("/work-programs/" + one + tab, this.office)).size();
			StatementCounter.expect(statements, () -> page("/work-programs/" + three + tab, this.office));
		}
		long open = this.tests.open(this.monday.plusWeeks(2));
		this.tests.propose(open, "Việc một", this.monday.plusWeeks(2), "CCNTT");
		page("/work-programs/" + open + "/consolidation", this.office);
		int statements = StatementCounter.during(() -> page("/work-programs/" + open + "/consolidation", this.office))
			.size();
		this.tests.propose(open, "Việc khác hẳn", this.monday.plusWeeks(2), "CKHTC");
		this.tests.propose(open, "Rà soát văn bản", this.monday.plusWeeks(2), "VTCCB");
		StatementCounter.expect(statements, () -> page("/work-programs/" + open + "/consolidation", this.office));
		int list = StatementCounter.during(() -> page("/work-programs", this.office)).size();
		this.tests.open(this.monday.plusWeeks(3));
		StatementCounter.expect(list, () -> page("/work-programs", this.office));
		Viewer leader = this.tests.viewer(Role.LEADER, "BTP");
		StatementCounter.expect(1, () -> this.obligations.obligationsOf(leader));
	}

	@Test
	void lists_are_read_from_indexes() {
		String named = "select version_id from work_program_version_item f where ";
		Map<String, String> indexes = Map.ofEntries(
				Map.entry(named + "f.lead_id = any('{1,2}')", "work_program_version_item_lead_id"),
				Map.entry(named + "f.coordinating_ids && '{1,2}'::bigint[]", "work_program_version_item_coordinating"),
				Map.entry("select * from work_item where program_id = 1 order by due_on, number_no limit 50",
						"work_item_program_due"),
				Map.entry("select * from work_program p where p.ministry order by starts_on desc, id desc",
						"work_program_ministry"),
				Map.entry("select * from work_item where parent_id = 1", "work_item_parent_id"),
				Map.entry("select * from work_item_event where item_id = 1 order by id desc",
						"work_item_event_item_id"),
				Map.entry("select * from work_adjustment where requested_by_id = any('{1,2}') and status = 'DRAFT'",
						"work_adjustment_draft"),
				Map.entry("select * from work_adjustment where program_id = 1 order by id desc",
						"work_adjustment_program_id"),
				Map.entry("select * from work_adjustment where requested_by_id = any('{1,2}') and status = 'SENT_BACK' "
						+ "and rewritten_as_id is null", "work_adjustment_to_rewrite"),
				Map.entry("select * from work_item where carried_from_id = 1 and proposal <> 'RETURNED'",
						"work_item_carried_from_id"));
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.sql("set local enable_seqscan = off").update();
			indexes.forEach((sql,
					index) -> assertThat(String.join("\n", this.jdbc.sql("explain " + sql).query(String.class).list()))
						.contains(index));
		});
	}

	@Test
	void odd_filters_are_left_out() throws Exception {
		long program = this.tests.published(this.monday, "Xây dựng Nghị định", "Việc hai");
		page("/work-programs?kind=x&state=y&year=abc&whose=z&unit=q&sort=nothing", this.office);
		page("/work-programs/" + program + "?unit=x&state=y&page=-1&sort=-due", this.office);
		page("/work-programs/" + program + "?q=nghi dinh", this.office)
			.andExpect(content().string(containsString("Xây dựng Nghị định")))
			.andExpect(content().string(not(containsString("Việc hai"))));
		page("/work-programs/" + program + "?state=OVERDUE", this.office)
			.andExpect(content().string(not(containsString("Việc hai"))));
		for (String sort : List.of("due", "number", "title", "unit", "percent", "-unit")) {
			page("/work-programs/" + program + "?sort=" + sort, this.office);
		}
		for (String sort : List.of("period", "state", "unit", "-state")) {
			page("/work-programs?sort=" + sort, this.clerk);
		}
		this.mvc.perform(get("/work-programs/abc").with(this.office)).andExpect(status().isNotFound());
		this.mvc.perform(get("/work-programs/" + program + "/versions/9").with(this.office))
			.andExpect(status().isNotFound());
	}

	@Test
	void english_reader_reads_english() throws Exception {
		long program = this.tests.published(this.monday, "Việc một");
		this.mvc.perform(get("/work-programs/" + program).param("lang", "en").with(this.office))
			.andExpect(content().string(containsString("Work program, week")));
		assertThat(this.columns.heads(Locale.ENGLISH)).contains("Lead unit");
	}

	/** The version of the program or of the item that is shown at this address. */
	private String seen(String url) {
		String id = url.replaceAll(".*/", "");
		return this.tests.text(
				"select version from " + (url.contains("/items/") ? "work_item" : "work_program") + " where id = ?",
				Long.valueOf(id));
	}

	@Test
	void formula_without_a_result_is_named_and_never_brought_in() throws Exception {
		long program = this.tests.open(this.monday);
		byte[] workbook = workbook((sheet) -> {
			line(sheet, "x", "CCNTT", null, null, "Bộ trưởng", this.monday);
			sheet.getRow(sheet.getLastRowNum()).getCell(1).setBlank();
			sheet.getRow(sheet.getLastRowNum()).getCell(1).setCellFormula("1+1");
			line(sheet, "Việc hai", "CCNTT", null, null, "Bộ trưởng", this.monday);
			sheet.getRow(sheet.getLastRowNum()).getCell(6).setBlank();
			sheet.getRow(sheet.getLastRowNum()).getCell(6).setCellFormula("TODAY()");
			line(sheet, "Việc ba", "CCNTT", null, null, "Bộ trưởng", this.monday);
			sheet.getRow(sheet.getLastRowNum()).createCell(4).setCellErrorValue(FormulaError.REF.getCode());
			line(sheet, "=1+1", "CCNTT", null, null, "Bộ trưởng", this.monday);
		});
		String preview = send(multipart("/work-programs/" + program + "/imports").file(file("ct.xlsx", workbook)),
				this.clerk)
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		String page = page(preview, this.clerk).andReturn().getResponse().getContentAsString();
		assertThat(page.split("Ô là công thức chưa có kết quả", -1)).hasSize(4);
		assertThat(page).contains("=TODAY()").doesNotContain("“0”").doesNotContain("không phải một ngày");
		send(post(preview + "/confirmation").param("onlyGood", "true"), this.clerk)
			.andExpect(redirectedUrl("/work-programs/" + program));
		assertThat(this.tests.text("select string_agg(title, '|') from work_item where program_id = ?", program))
			.isEqualTo("=1+1");
	}

	@Test
	void columns_that_are_not_taken_are_named() throws Exception {
		long program = this.tests.open(this.monday);
		String url = "/work-programs/" + program + "/imports";
		byte[] workbook = workbook((sheet) -> {
			sheet.getRow(3).createCell(13).setCellValue("Ghi chú thêm");
			sheet.getRow(3).createCell(14).setCellValue("Nội dung nhiệm vụ *");
			line(sheet, "Việc một", "CCNTT", null, null, "Bộ trưởng", this.monday);
		});
		String preview = send(multipart(url).file(file("ct.xlsx", workbook)), this.clerk).andReturn()
			.getResponse()
			.getRedirectedUrl();
		page(preview, this.clerk)
			.andExpect(content().string(containsString("đứng trước: N – Ghi chú thêm; O – Nội dung nhiệm vụ *")));
		byte[] plain = workbook((sheet) -> line(sheet, "Việc một", "CCNTT", null, null, "Bộ trưởng", this.monday));
		preview = send(multipart(url).file(file("ct.xlsx", plain)), this.clerk).andReturn()
			.getResponse()
			.getRedirectedUrl();
		page(preview, this.clerk).andExpect(content().string(not(containsString("Không nhập các cột sau"))));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# role,     unit,  progress, sign
			OBSERVER,   CCNTT,      403,  403
			OFFICE,     VPB,        403,  403
			CLERK,      CCNTT,      409,  403
			UNIT_HEAD,  CCNTT,      409,  409
			""")
	void right_is_asked_before_the_state_of_the_program(Role role, String unit, int progress, int sign)
			throws Exception {
		long program = this.tests.open(this.monday);
		long id = this.tests.propose(program, "Việc chưa ban hành", this.monday, "CCNTT");
		String item = "/work-programs/" + program + "/items/" + id;
		RequestPostProcessor person = this.people.as(role, unit);
		send(post(item + "/progress").param("percent", "20").param("text", "Đã làm"), person)
			.andExpect(status().is(progress));
		send(post(item + "/completion").param("doneOn", DateFormats.day(this.monday)), person)
			.andExpect(status().is(sign));
		send(post(item + "/slip").param("slippedTo", DateFormats.day(this.monday.plusDays(20))).param("reason", "Chậm"),
				person)
			.andExpect(status().is(sign));
		send(post(item + "/slip/withdrawal"), person).andExpect(status().is(sign));
	}

	private interface Lines {

		void into(XSSFSheet sheet);

	}

	/** A workbook with a title above its heads, as an office would write it. */
	private byte[] workbook(Lines lines) throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			XSSFSheet sheet = workbook.createSheet("Chương trình");
			sheet.createRow(0).createCell(0).setCellValue("CHƯƠNG TRÌNH CÔNG TÁC");
			Row heads = sheet.createRow(3);
			List<String> texts = this.columns.heads(Locale.forLanguageTag("vi"));
			for (int i = 0; i < texts.size(); i++) {
				heads.createCell(i).setCellValue(texts.get(i));
			}
			lines.into(sheet);
			workbook.write(out);
			return out.toByteArray();
		}
	}

	private static void line(XSSFSheet sheet, String title, String lead, String coordinating, String deliverable,
			String level, Object dueOn) {
		Row row = sheet.createRow(sheet.getLastRowNum() + 1);
		String[] texts = { "1", title, lead, coordinating, deliverable, level };
		for (int i = 0; i < texts.length; i++) {
			if (texts[i] != null) {
				row.createCell(i).setCellValue(texts[i]);
			}
		}
		if (dueOn instanceof LocalDate day) {
			CellStyle style = sheet.getWorkbook().createCellStyle();
			style.setDataFormat(sheet.getWorkbook().getCreationHelper().createDataFormat().getFormat("dd/mm/yyyy"));
			row.createCell(6).setCellValue(day);
			if (sheet.getLastRowNum() < 100) {
				row.getCell(6).setCellStyle(style);
			}
		}
		else {
			row.createCell(6).setCellValue(String.valueOf(dueOn));
		}
	}

	private void refused(String url, String name, byte[] bytes, String sentence) throws Exception {
		send(multipart(url).file(file(name, bytes)), this.clerk).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString(sentence)));
	}

	private static MockMultipartFile file(String name, byte[] bytes) {
		return new MockMultipartFile("file", name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
				bytes);
	}

	private int items(long program) {
		return this.jdbc.sql("select count(*) from work_item where program_id = ?")
			.param(program)
			.query(Integer.class)
			.single();
	}

	private void asked(long program, long item, String kind, String... parameters) throws Exception {
		MockHttpServletRequestBuilder request = adjustment(program, item, kind);
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		send(request, this.head).andExpect(redirectedUrl("/work-programs/" + program + "/adjustments"));
	}

	private void adjustmentRefused(long program, long item, String kind, String sentence, String... parameters)
			throws Exception {
		MockHttpServletRequestBuilder request = adjustment(program, item, kind);
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		send(request, this.clerk).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString(sentence)));
	}

	private static MockHttpServletRequestBuilder adjustment(long program, long item, String kind) {
		return post("/work-programs/" + program + "/adjustments").param("kind", kind)
			.param("itemId", "" + item)
			.param("reason", "Theo chỉ đạo");
	}

	private long newestAdjustment(long program) {
		return this.jdbc.sql("select max(id) from work_adjustment where program_id = ?")
			.param(program)
			.query(Long.class)
			.single();
	}

	private MockHttpServletRequestBuilder item(long program, String title, LocalDate dueOn) {
		return post("/work-programs/" + program + "/items").param("title", title)
			.param("leadId", "" + this.tests.unit("CCNTT"))
			.param("level", "MINISTER")
			.param("dueOn", dueOn.toString());
	}

	private ResultActions send(MockHttpServletRequestBuilder request, RequestPostProcessor person) throws Exception {
		return this.mvc.perform(request.with(person).with(csrf()));
	}

	private ResultActions send(MockMultipartHttpServletRequestBuilder request, RequestPostProcessor person)
			throws Exception {
		return this.mvc.perform(request.with(person).with(csrf()));
	}

	private ResultActions page(String url, RequestPostProcessor person) throws Exception {
		return this.mvc.perform(get(url).with(person)).andExpect(status().isOk());
	}

}
