package vn.nhactruong.calendar.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Versioned;

/** What the forms of an entry and of a trip both ask for. */
public abstract class PlanFields implements Versioned, FormHandler.Ordered {

	@NotBlank
	@Size(max = 500)
	private String title;

	@NotEmpty
	private List<Long> leaderIds = new ArrayList<>();

	@Size(max = 200)
	private String place;

	private Long carId;

	@Size(max = 1000)
	private String participants;

	private List<Long> unitIds = new ArrayList<>();

	private Long preparingUnitId;

	@Size(max = 1000)
	private String note;

	private int version;

	/** The leaders that are ticked; an empty box is none. */
	public Set<Long> leaders() {
		return set(this.leaderIds);
	}

	/** The units that are ticked. */
	public Set<Long> units() {
		return set(this.unitIds);
	}

	private static Set<Long> set(List<Long> ids) {
		Set<Long> set = new HashSet<>(ids);
		set.remove(null);
		return set;
	}

	/** As boxes are ticked when a form opens. */
	protected static List<Long> ticked(Collection<Long> ids) {
		return new ArrayList<>(ids.stream().sorted().toList());
	}

	public String getTitle() {
		return this.title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public List<Long> getLeaderIds() {
		return this.leaderIds;
	}

	public void setLeaderIds(List<Long> leaderIds) {
		this.leaderIds = leaderIds;
	}

	public String getPlace() {
		return this.place;
	}

	public void setPlace(String place) {
		this.place = place;
	}

	public Long getCarId() {
		return this.carId;
	}

	public void setCarId(Long carId) {
		this.carId = carId;
	}

	public String getParticipants() {
		return this.participants;
	}

	public void setParticipants(String participants) {
		this.participants = participants;
	}

	public List<Long> getUnitIds() {
		return this.unitIds;
	}

	public void setUnitIds(List<Long> unitIds) {
		this.unitIds = unitIds;
	}

	public Long getPreparingUnitId() {
		return this.preparingUnitId;
	}

	public void setPreparingUnitId(Long preparingUnitId) {
		this.preparingUnitId = preparingUnitId;
	}

	public String getNote() {
		return this.note;
	}

	public void setNote(String note) {
		this.note = note;
	}

	@Override
	public int getVersion() {
		return this.version;
	}

	@Override
	public void setVersion(int version) {
		this.version = version;
	}

}
