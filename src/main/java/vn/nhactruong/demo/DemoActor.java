package vn.nhactruong.demo;

import vn.nhactruong.shared.Actor;

/** The audit trail's name for what the loading itself did. */
record DemoActor(String displayName) implements Actor {

	@Override
	public Long accountId() {
		return null;
	}

	@Override
	public String roleName() {
		return null;
	}

	@Override
	public Long unitId() {
		return null;
	}

}
