package vn.nhactruong.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.DigestUtils;

import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Puts a content hash on every link to a static file, so that browsers may keep it for a
 * year. Each file is hashed once: the resource chain that does the same looks the file up
 * on the class path for every link of every page.
 */
@Configuration(proxyBeanMethods = false)
class StaticAssetLinks {

	@Autowired
	void hashLinks(SpringTemplateEngine engine) {
		engine.setLinkBuilder(new HashingLinkBuilder());
	}

	private static final class HashingLinkBuilder extends StandardLinkBuilder {

		private final Map<String, String> hashed = new ConcurrentHashMap<>();

		@Override
		protected String processLink(IExpressionContext context, String link) {
			if (link.startsWith("/css/") || link.startsWith("/js/") || link.startsWith("/webjars/")) {
				return this.hashed.computeIfAbsent(link, HashingLinkBuilder::withHash);
			}
			return super.processLink(context, link);
		}

		private static String withHash(String link) {
			String folder = link.startsWith("/webjars/") ? "META-INF/resources" : "static";
			ClassPathResource file = new ClassPathResource(folder + link);
			try (InputStream content = file.getInputStream()) {
				return link + "?v=" + DigestUtils.md5DigestAsHex(content).substring(0, 12);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Static file missing: " + link, ex);
			}
		}

	}

}
