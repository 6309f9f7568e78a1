package org.closeknit.pages;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stylesheet, script and fonts travel once: their addresses change when they do. */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {
  private static final CacheControl FOR_A_YEAR =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final CacheControl FOR_A_MONTH =
      CacheControl.maxAge(Duration.ofDays(30)).cachePublic();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/closeknit.css", "/closeknit.js")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(FOR_A_YEAR);
    registry
        .addResourceHandler("/fonts/**")
        .addResourceLocations("classpath:/static/fonts/")
        .setCacheControl(FOR_A_MONTH);
    registry
        .addResourceHandler("/favicon.svg")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(FOR_A_MONTH);
  }
}
