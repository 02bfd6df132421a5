package vn.nhactruong.notification.choice;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import vn.nhactruong.notification.Delivery;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.Versioned;

/** What an administrator sets for everybody. */
public class PolicyForm implements Versioned {

	@NotNull
	private LocalTime digestAt;

	@Valid
	private List<Cell> cells = new ArrayList<>();

	private int version;

	public LocalTime getDigestAt() {
		return this.digestAt;
	}

	public void setDigestAt(LocalTime digestAt) {
		this.digestAt = digestAt;
	}

	public List<Cell> getCells() {
		return this.cells;
	}

	public void setCells(List<Cell> cells) {
		this.cells = cells;
	}

	@Override
	public int getVersion() {
		return this.version;
	}

	@Override
	public void setVersion(int version) {
		this.version = version;
	}

	/** How one kind reaches those in one role. */
	public static class Cell {

		@NotNull(message = "{notification.error.kindsChanged}")
		private String kind;

		@NotNull(message = "{notification.error.kindsChanged}")
		private Role role;

		@NotNull(message = "{notification.error.delivery}")
		private Delivery delivery;

		Cell() {
		}

		Cell(String kind, Role role, Delivery delivery) {
			this.kind = kind;
			this.role = role;
			this.delivery = delivery;
		}

		public String getKind() {
			return this.kind;
		}

		public void setKind(String kind) {
			this.kind = kind;
		}

		public Role getRole() {
			return this.role;
		}

		public void setRole(Role role) {
			this.role = role;
		}

		public Delivery getDelivery() {
			return this.delivery;
		}

		public void setDelivery(Delivery delivery) {
			this.delivery = delivery;
		}

	}

}
