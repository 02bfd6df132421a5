package vn.nhactruong.conclusion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

/** One achievement or limitation in the assessment that a conference made. */
@Entity
public class AssessmentItem {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Conclusion conclusion;

	@Enumerated(EnumType.STRING)
	private AssessmentKind kind;

	@Column(name = "position_no")
	private int position;

	private String text;

	@Version
	private int version;

	protected AssessmentItem() {
	}

	AssessmentItem(Conclusion conclusion, AssessmentKind kind, int position, String text) {
		this.conclusion = conclusion;
		this.kind = kind;
		this.position = position;
		this.text = text;
	}

	void revise(String text) {
		this.conclusion.requireNotApproved();
		this.text = text;
	}

	void moveTo(int position) {
		this.conclusion.requireNotApproved();
		this.position = position;
	}

	public Long getId() {
		return this.id;
	}

	public AssessmentKind getKind() {
		return this.kind;
	}

	int getPosition() {
		return this.position;
	}

	public String getText() {
		return this.text;
	}

	int getVersion() {
		return this.version;
	}

}
