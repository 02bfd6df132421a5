package vn.nhactruong.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Region;

/** What the address of a statistic asks for. */
public class StatisticsForm {

	private LocalDate from;

	private LocalDate to;

	private OrganizationKind kind;

	private Region region;

	private List<String> source = new ArrayList<>();

	private List<Long> unit = new ArrayList<>();

	private Reading reading = Reading.TODAY;

	public LocalDate getFrom() {
		return this.from;
	}

	public void setFrom(LocalDate from) {
		this.from = from;
	}

	public LocalDate getTo() {
		return this.to;
	}

	public void setTo(LocalDate to) {
		this.to = to;
	}

	public OrganizationKind getKind() {
		return this.kind;
	}

	public void setKind(OrganizationKind kind) {
		this.kind = kind;
	}

	public Region getRegion() {
		return this.region;
	}

	public void setRegion(Region region) {
		this.region = region;
	}

	public List<String> getSource() {
		return this.source;
	}

	public void setSource(List<String> source) {
		this.source = (source != null) ? source : new ArrayList<>();
	}

	public List<Long> getUnit() {
		return this.unit;
	}

	public void setUnit(List<Long> unit) {
		this.unit = (unit != null) ? unit : new ArrayList<>();
	}

	public Reading getReading() {
		return this.reading;
	}

	public void setReading(Reading reading) {
		this.reading = (reading != null) ? reading : Reading.TODAY;
	}

}
