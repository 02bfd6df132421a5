package vn.nhactruong.database;

import java.nio.file.Path;
import java.util.Map;

/** An application of its own process that holds a server until it is killed. */
class HolderApplication {

	public static void main(String[] arguments) throws InterruptedException {
		EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]), TestPostgres.binaries(), Map.of());
		System.out.println(server.jdbcUrl());
		Thread.sleep(60_000);
		server.close();
	}

}
