package vn.nhactruong.notification.choice;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import vn.nhactruong.notification.Delivery;
import vn.nhactruong.shared.Versioned;

/** What a person chooses for their own mail. */
class ChoicesForm implements Versioned {

	@NotNull
	@Pattern(regexp = "vi|en", message = "{notification.error.language}")
	private String language;

	@Valid
	private List<Choice> choices = new ArrayList<>();

	private int version;

	public String getLanguage() {
		return this.language;
	}

	public void setLanguage(String language) {
		this.language = language;
	}

	public List<Choice> getChoices() {
		return this.choices;
	}

	public void setChoices(List<Choice> choices) {
		this.choices = choices;
	}

	@Override
	public int getVersion() {
		return this.version;
	}

	@Override
	public void setVersion(int version) {
		this.version = version;
	}

	/** How one kind reaches the person; without a delivery as administrators set it. */
	static class Choice {

		@NotNull(message = "{notification.error.kindsChanged}")
		private String kind;

		private Delivery delivery;

		Choice() {
		}

		Choice(String kind, Delivery delivery) {
			this.kind = kind;
			this.delivery = delivery;
		}

		public String getKind() {
			return this.kind;
		}

		public void setKind(String kind) {
			this.kind = kind;
		}

		public Delivery getDelivery() {
			return this.delivery;
		}

		public void setDelivery(Delivery delivery) {
			this.delivery = delivery;
		}

	}

}
