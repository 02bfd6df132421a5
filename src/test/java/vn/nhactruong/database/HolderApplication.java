package vn.nhactruong.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An application of its own process that holds a server until it is killed. */
class HolderApplication {

	public static void main(String[] arguments) throws InterruptedException {
		EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]), TestPostgres.binaries(), Map.of());
		System.out.println(server.jdbcUrl());
		new CountDownLatch(1).await(60, TimeUnit.SECONDS);
		server.close();
	}

}
