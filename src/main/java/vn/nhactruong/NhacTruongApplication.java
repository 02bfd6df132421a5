package vn.nhactruong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Entry point of the portal; every direct sub-package is a module. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NhacTruongApplication {

	public static void main(String[] args) {
		SpringApplication.run(NhacTruongApplication.class, args);
	}

}
