package vn.nhactruong.demo;

import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.DemoAccounts;

/** Ends the start with where to go and, on a demo, as whom. */
@Component
class StartMessage {

	private static final Logger log = LoggerFactory.getLogger(StartMessage.class);

	private final ObjectProvider<DemoAccounts> demo;

	StartMessage(ObjectProvider<DemoAccounts> demo) {
		this.demo = demo;
	}

	@EventListener
	@Order
	void ready(ApplicationReadyEvent event) {
		if (!(event.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
			return;
		}
		String address = "http://localhost:" + web.getWebServer().getPort();
		DemoAccounts accounts = this.demo.getIfAvailable();
		if (accounts == null) {
			log.info("Ready: {}", address);
			return;
		}
		log.info("Ready: {}{}{}{}", address, System.lineSeparator(),
				accounts.all()
					.stream()
					.map((account) -> "  %-15s %s  %-9s %s%n".formatted(account.username(), account.password(),
							account.role(), account.unitName()))
					.collect(Collectors.joining()),
				"  " + address);
	}

}
