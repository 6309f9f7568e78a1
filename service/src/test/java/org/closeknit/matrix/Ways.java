package org.closeknit.matrix;

import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every way into a running service, as the service itself knows it. */
final class Ways {
  private static final String FHIR = " /cpis/FHIR/R4/";

  static final Set<String> SERVLETS = Set.of("dispatcherServlet", "fhir");

  static final Set<String> FILTERS =
      Set.of(
          // Sign-out and the way to an agency's own provider answer here; no child is read.
          "springSecurityFilterChain",
          // What they answer when nothing else can: whom to call, and what was typed.
          "noAnswerToNurses",
          "noAnswerToMachines",
          "uploadToken",
          "springSessionRepositoryFilter",
          "characterEncodingFilter",
          "formContentFilter",
          "requestContextFilter",
          "webMvcObservationFilter",
          "Tomcat WebSocket (JSR356) Filter");

  /** Beside those of the routes: health, the stylesheet and the script, and what has nothing. */
  static final List<String> HANDLERS =
      List.of(
          "RequestMappingHandlerMapping",
          "WebMvcEndpointHandlerMapping",
          "AdditionalHealthEndpointPathsWebMvcHandlerMapping",
          "ControllerEndpointHandlerMapping",
          "RouterFunctionMapping",
          "WelcomePageHandlerMapping",
          "WelcomePageNotAcceptableHandlerMapping",
          "BeanNameUrlHandlerMapping",
          "SimpleUrlHandlerMapping");

  private Ways() {}

  static Set<String> into(
      Collection<? extends RequestMappingInfoHandlerMapping> mappings, RestfulServer fhir) {
    Set<String> ways = new TreeSet<>();
    for (RequestMappingInfoHandlerMapping mapping : mappings) {
      mapping.getHandlerMethods().keySet().forEach(info -> add(info, ways));
    }
    fhir.getResourceProviders().forEach(provider -> add(provider, ways));
    fhir.getPlainProviders().forEach(provider -> ways.add("* " + provider.getClass()));
    return ways;
  }

  private static void add(RequestMappingInfo info, Set<String> ways) {
    for (String pattern : info.getPatternValues()) {
      Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
      if (methods.isEmpty()) {
        ways.add("* " + pattern);
      }
      methods.forEach(method -> ways.add(method + " " + pattern));
    }
  }

  /** What HAPI would call: a search is asked by GET or by POST, and answers alike. */
  private static void add(IResourceProvider provider, Set<String> ways) {
    for (Method method : provider.getClass().getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())
          && !method.isSynthetic()
          && !method.getName().equals("getResourceType")) {
        String how = method.isAnnotationPresent(Search.class) ? "GET" : method.getName();
        ways.add(how + FHIR + provider.getResourceType().getSimpleName());
      }
    }
  }
}
