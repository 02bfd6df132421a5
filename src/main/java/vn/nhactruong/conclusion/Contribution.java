package vn.nhactruong.conclusion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

/** What somebody said in the discussion. */
@Entity
public class Contribution {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Conclusion conclusion;

	@Column(name = "position_no")
	private int position;

	private String speaker;

	private String unit;

	private String text;

	@Version
	private int version;

	protected Contribution() {
	}

	Contribution(Conclusion conclusion, int position, String speaker, String unit, String text) {
		this.conclusion = conclusion;
		this.position = position;
		this.speaker = speaker;
		this.unit = unit;
		this.text = text;
	}

	void revise(String speaker, String unit, String text) {
		this.conclusion.requireOpen();
		this.speaker = speaker;
		this.unit = unit;
		this.text = text;
	}

	void moveTo(int position) {
		this.conclusion.requireOpen();
		this.position = position;
	}

	public Long getId() {
		return this.id;
	}

	int getPosition() {
		return this.position;
	}

	public String getSpeaker() {
		return this.speaker;
	}

	public String getUnit() {
		return this.unit;
	}

	public String getText() {
		return this.text;
	}

	int getVersion() {
		return this.version;
	}

}
