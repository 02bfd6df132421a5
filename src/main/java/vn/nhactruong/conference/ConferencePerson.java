package vn.nhactruong.conference;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A person named in the invitation, with the position held at the time. */
@Embeddable
public class ConferencePerson {

	@Enumerated(EnumType.STRING)
	private Part part;

	private String name;

	private String position;

	protected ConferencePerson() {
	}

	public ConferencePerson(Part part, String name, String position) {
		this.part = part;
		this.name = name;
		this.position = position;
	}

	public Part getPart() {
		return this.part;
	}

	public String getName() {
		return this.name;
	}

	public String getPosition() {
		return this.position;
	}

	/** What a named person does at the conference. */
	public enum Part {

		CHAIR, SECRETARY, GUEST

	}

}
